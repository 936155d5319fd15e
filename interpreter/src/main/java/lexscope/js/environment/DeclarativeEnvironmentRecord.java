package lexscope.js.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.SourcePlace;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Scope;
import lexscope.js.scope.SlotTable;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// 9.1.1.1 Declarative Environment Records: bindings of a scope of the source, by slot.
///
/// An uninitialized binding (its temporal dead zone) is a null slot. A sloppy direct eval may add
/// bindings; they follow the slots.
public class DeclarativeEnvironmentRecord extends EnvironmentRecord {
  private final Scope scope;
  private final @Nullable Object[] slots;
  private final boolean iteration;
  private @Nullable List<String> grownNames;
  private @Nullable List<@Nullable Object> grownValues;

  /// NewDeclarativeEnvironment (9.1.2.2): all bindings of the scope, uninitialized.
  public DeclarativeEnvironmentRecord(
      Scope scope, @Nullable EnvironmentRecord outer, long recordNumber) {
    this(scope, new @Nullable Object[scope.slotCount()], outer, recordNumber, false);
  }

  private DeclarativeEnvironmentRecord(
      Scope scope,
      @Nullable Object[] slots,
      @Nullable EnvironmentRecord outer,
      long recordNumber,
      boolean iteration) {
    super(outer, recordNumber);
    this.scope = scope;
    this.slots = slots;
    this.iteration = iteration;
    scope.noteRecord(recordNumber);
  }

  /// CreatePerIterationEnvironment (14.7.4.4): a copy of this loop record for the next iteration,
  /// outside of which lies what lies outside of this one. The first copy also remembers the head's
  /// record, which V8 keeps in the chain.
  public final DeclarativeEnvironmentRecord nextIteration(long recordNumber) {
    @Nullable Object[] copy = slots.clone();
    Binding head = iteration ? null : scope.find(Scope.LOOP_HEAD_RECORD);
    if (head != null) {
      copy[head.slot()] = this;
    }
    return new DeclarativeEnvironmentRecord(scope, copy, outer(), recordNumber, true);
  }

  @Override
  public final Scope scope() {
    return scope;
  }

  @Override
  public String recordKind() {
    return "DeclarativeEnvironmentRecord";
  }

  @Override
  public final SourcePlace place() {
    return scope.place();
  }

  /// The value in a slot, for guest code; null while the binding is uninitialized. Cost: one load
  /// and one comparison.
  ///
  /// @throws SweptSlotException if nothing was thought to read the slot any more
  public final @Nullable Object get(int slot) {
    Object value = slots[slot];
    if (value == SWEPT) {
      throw new SweptSlotException(this, slot);
    }
    return value;
  }

  /// What a slot holds, for an observer: [#SWEPT] too.
  public final @Nullable Object peek(int slot) {
    return slots[slot];
  }

  /// Stores into a slot: initializes the binding or sets it.
  public final void set(int slot, @Nullable Object value) {
    slots[slot] = value;
  }

  /// The slot of a binding that an eval added, counted after the scope's own slots; -1 if there is
  /// none of that name.
  public final int grownSlot(String name) {
    int index = grownNames == null ? -1 : grownNames.indexOf(name);
    return index < 0 ? -1 : slots.length + index;
  }

  /// Adds a binding, as a sloppy direct eval does with its `var`s and functions; they can be
  /// deleted.
  public final void addGrown(String name, Object value) {
    if (grownNames == null) {
      grownNames = new ArrayList<>();
      grownValues = new ArrayList<>();
    }
    grownNames.add(name);
    grown().add(value);
  }

  /// Deletes a binding that an eval added.
  public final void removeGrown(String name) {
    List<String> names = grownNames;
    if (names != null) {
      int index = names.indexOf(name);
      names.remove(index);
      grown().remove(index);
    }
  }

  /// The value of a binding that an eval added, by the slot that [#grownSlot] gave.
  public final @Nullable Object getGrown(int slot) {
    Object value = grown().get(slot - slots.length);
    if (value == SWEPT) {
      throw new SweptSlotException(this, slot);
    }
    return value;
  }

  /// Sets a binding that an eval added.
  public final void setGrown(int slot, Object value) {
    grown().set(slot - slots.length, value);
  }

  /// The names of the bindings that evals added, in order.
  public final List<String> grownNames() {
    return grownNames == null ? List.of() : List.copyOf(grownNames);
  }

  private List<@Nullable Object> grown() {
    if (grownValues == null) {
      throw new IllegalStateException("no binding was added to this record");
    }
    return grownValues;
  }

  /// HasBinding (9.1.1.1.1). Cost: the bindings of the record.
  @Override
  public final boolean hasBinding(Agent agent, String name) {
    return namedBinding(name) != null || grownSlot(name) >= 0;
  }

  private @Nullable Binding namedBinding(String name) {
    Binding binding = scope.find(name);
    return binding != null && binding.isNamed() ? binding : null;
  }

  /// GetBindingValue (9.1.1.1.6).
  @Override
  public final Object getBindingValue(Agent agent, String name, boolean strict) {
    Binding binding = namedBinding(name);
    Object value = binding == null ? getGrown(grownSlot(name)) : get(binding.slot());
    if (value instanceof ModuleEnvironmentRecord.ImportBinding view) {
      value = view.value();
    }
    if (value == null) {
      throw agent.referenceError(ErrorMessages.deadZone(name));
    }
    return value;
  }

  /// SetMutableBinding (9.1.1.1.5). Assigning to the name of a function expression is an error in
  /// strict code only.
  @Override
  public final void setMutableBinding(Agent agent, String name, Object value, boolean strict) {
    Binding binding = namedBinding(name);
    if (binding == null) {
      setGrown(grownSlot(name), value);
    } else if (slots[binding.slot()] == null) {
      throw agent.referenceError(ErrorMessages.deadZone(name));
    } else if (!binding.isConstant()) {
      slots[binding.slot()] = value;
    } else if (strict || binding.kind() != Binding.Kind.FUNCTION_NAME) {
      throw agent.typeError(ErrorMessages.constantVariable());
    }
  }

  /// DeleteBinding (9.1.1.1.7): only what a sloppy direct eval declared can be deleted.
  @Override
  public final boolean deleteBinding(Agent agent, String name) {
    if (grownSlot(name) < 0) {
      return false;
    }
    removeGrown(name);
    return true;
  }

  @Override
  public final int partCount() {
    return slots.length + (grownNames == null ? 0 : grownNames.size());
  }

  @Override
  public final String partName(int part) {
    return part < slots.length ? scope.slotName(part) : grownNames().get(part - slots.length);
  }

  private @Nullable Object value(int part) {
    return part < slots.length ? slots[part] : grown().get(part - slots.length);
  }

  private int[] contextSlots() {
    if (!scope.isPerIteration()) {
      return scope.contextSlots();
    }
    return iteration ? scope.iterationContextSlots() : scope.headContextSlots();
  }

  @Override
  public final boolean isInContext(int slot) {
    return slot >= slots.length || Arrays.binarySearch(contextSlots(), slot) >= 0;
  }

  @Override
  final boolean hasContext() {
    return grownNames != null || contextSlots().length > 0;
  }

  @Override
  public final long shallowBytes() {
    return contextBytes(namedCount());
  }

  private int namedCount() {
    int grown = grownNames == null ? 0 : grownNames.size();
    return scope.slotTable().namedCount() + grown;
  }

  @Override
  public final long partBytes(int part) {
    return switch (part) {
      case WHOLE -> shallowBytes();
      case CONTEXT -> contextBytes(contextSlots().length);
      case SHELL -> 0;
      default -> BOX_BYTES;
    };
  }

  /// The size of a V8 context: map, length, scope info, previous context, slots.
  private static long contextBytes(int slots) {
    return 32 + 8L * slots;
  }

  /// The size of a box for a single binding: map and value, as of V8's `Cell`.
  private static final long BOX_BYTES = 16;

  @Override
  protected final void visitPart(int part, TracingRule rule, EdgeVisitor visitor) {
    switch (part) {
      case WHOLE -> visitWhole(rule, visitor);
      case CONTEXT -> visitContext(visitor);
      case SHELL -> {}
      default -> visitor.edge(edgeKind(part), label(part), value(part));
    }
  }

  private void visitWhole(TracingRule rule, EdgeVisitor visitor) {
    SlotTable table = scope.slotTable();
    for (int slot = 0; slot < slots.length; slot++) {
      if (table.isVisible(slot) || rule == CapturePolicy.UNION) {
        visitor.edge(table.edgeKind(slot), table.label(slot), slots[slot]);
      }
    }
    if (grownNames != null) {
      int count = partCount();
      for (int part = slots.length; part < count; part++) {
        visitor.edge(EdgeKind.CONTEXT, partName(part), value(part));
      }
    }
    EnvironmentRecord outer = outer();
    if (outer != null) {
      visitor.edge(EdgeKind.INTERNAL, "[[OuterEnv]]", outer);
    }
  }

  private void visitContext(EdgeVisitor visitor) {
    for (int slot : contextSlots()) {
      if (slots[slot] instanceof DeclarativeEnvironmentRecord head && isHeadSlot(slot)) {
        visitor.part(EdgeKind.INTERNAL, "previous", head, CONTEXT);
      } else {
        visitor.edge(edgeKind(slot), label(slot), slots[slot]);
      }
    }
    int count = partCount();
    for (int part = slots.length; part < count; part++) {
      visitor.edge(EdgeKind.CONTEXT, partName(part), value(part));
    }
    visitBesidesContext(visitor);
    EnvironmentRecord outer = outer();
    if (outer != null) {
      outer.visitContextChain("previous", visitor);
    }
  }

  private boolean isHeadSlot(int slot) {
    return scope.slotName(slot).equals(Scope.LOOP_HEAD_RECORD);
  }

  private EdgeKind edgeKind(int part) {
    return part >= slots.length ? EdgeKind.CONTEXT : scope.slotTable().edgeKind(part);
  }

  private String label(int part) {
    return part >= slots.length ? partName(part) : scope.slotTable().label(part);
  }

  /// Whether a slot that nothing keeps may still be read because something else keeps its value.
  boolean staysWithValue(TracingRule rule, int slot) {
    return false;
  }

  @Override
  protected final void sweepParts(TracingRule rule) {
    super.sweepParts(rule);
    boolean whole = isPartMarked(WHOLE);
    if (whole && (rule == CapturePolicy.UNION || !scope.hasHiddenBindings())) {
      return;
    }
    boolean context = isPartMarked(CONTEXT);
    int[] contextSlots = contextSlots();
    for (int slot = 0; slot < slots.length; slot++) {
      boolean kept =
          (whole && scope.bindings().get(slot).isVisible())
              || isPartMarked(slot)
              || (context && Arrays.binarySearch(contextSlots, slot) >= 0);
      if (!kept && slots[slot] != null && !staysWithValue(rule, slot)) {
        slots[slot] = SWEPT;
      }
    }
    if (!context && !whole) {
      for (int part = slots.length; part < partCount(); part++) {
        if (!isPartMarked(part)) {
          grown().set(part - slots.length, SWEPT);
        }
      }
    }
  }
}
