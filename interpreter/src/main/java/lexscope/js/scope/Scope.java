package lexscope.js.scope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lexscope.gc.ScopeLayout;
import lexscope.gc.ScopeUnit;
import lexscope.gc.SourcePlace;
import lexscope.js.source.Position;
import lexscope.js.source.SourceText;
import lexscope.js.syntax.Statement;
import org.jspecify.annotations.Nullable;

/// A region of source text that gets an Environment Record each time it is entered.
///
/// A scope none of whose variables can outlive its activation is not *materialized*: no closure,
/// class, direct eval or `with` stands in it, its bindings live in registers, and no record is
/// made. Every other scope has a record with **all** its bindings.
public final class Scope implements ScopeLayout {
  /// What a scope belongs to.
  public enum Kind {
    /// The top level of a script. Its bindings are those of the Global Environment Record; the
    /// scope itself has none.
    GLOBAL,
    /// The top level of a module.
    MODULE,
    /// The top level of eval code: its lexical declarations; in strict code its `var`s too.
    EVAL,
    /// The name of a function expression.
    FUNCTION_NAME,
    /// A function: its FunctionEnvironmentRecord. With simple parameters it holds parameters,
    /// `var`s and top-level lexicals.
    FUNCTION,
    /// Parameters in a record of their own, when a sloppy direct eval in them may declare `var`s
    /// outside of them.
    PARAMETERS,
    /// The body's declarations in a record of their own, when the parameter list has expressions.
    BODY,
    /// A block with declarations.
    BLOCK,
    /// All cases of a switch.
    SWITCH,
    /// The parameter of a catch clause.
    CATCH,
    /// The bindings of a `for (let …;;)`: of the head first, then a copy per iteration.
    LOOP,
    /// The head of a for-in or for-of while its expression is evaluated: nothing in it is ever
    /// initialized.
    LOOP_HEAD,
    /// One iteration of a for-in or for-of.
    ITERATION,
    /// A class: its inner name, and what V8 keeps with it.
    CLASS,
    /// A `with` statement: an ObjectEnvironmentRecord.
    WITH
  }

  /// The hidden slot of a catch clause with a pattern: the thrown value.
  public static final String CATCH_VALUE = ".catch";

  /// The hidden slot of a class: its prototype object.
  public static final String CLASS_HOME_OBJECT = ".homeObject";

  /// The hidden slot of a class: its constructor.
  public static final String STATIC_HOME_OBJECT = ".staticHomeObject";

  /// The hidden slot of a loop's iteration: the record of the loop's head.
  public static final String LOOP_HEAD_RECORD = ".head";

  private final Kind kind;
  private final @Nullable Scope outer;
  private final FunctionInfo function;
  private final int start;
  private final int end;
  private final List<Binding> bindings = new ArrayList<>();
  private @Nullable Map<String, Binding> byName;
  final List<Statement.FunctionDeclaration> functions = new ArrayList<>();
  @Nullable ScopeTree tree;
  boolean materialized;
  boolean sloppyDirectEval;
  boolean directEvalInside;

  /// For a LOOP with `let`: whether a direct eval stands in its test, update or body. One in its
  /// head sees the head's record only.
  boolean directEvalInIteration;

  boolean parameterDeadZone;
  boolean closureInside;
  private boolean hiddenBindings;

  /// For a LOOP with `let`: the offset at which its head's initializers end; else -1.
  int headEnd = -1;

  /// For a LOOP: the slots captured by functions in the head, and by functions elsewhere in the
  /// loop.
  final BitSet headCaptured = new BitSet();

  final BitSet iterationCaptured = new BitSet();
  private int @Nullable [] contextSlots;
  private int @Nullable [] iterationContextSlots;
  private @Nullable SlotTable slotTable;
  private long newestRecord = -1;

  Scope(Kind kind, @Nullable Scope outer, FunctionInfo function, int start, int end) {
    this.kind = kind;
    this.outer = outer;
    this.function = function;
    this.start = start;
    this.end = end;
    materialized = kind == Kind.MODULE || kind == Kind.WITH;
  }

  @Override
  public long newestRecordNumber() {
    return newestRecord;
  }

  /// Notes that a record was made for the scope: a closure that holds an older one is stale.
  public void noteRecord(long recordNumber) {
    newestRecord = recordNumber;
  }

  private ScopeTree tree() {
    ScopeTree present = tree;
    if (present == null) {
      throw new IllegalStateException("the scope stands in no program");
    }
    return present;
  }

  @Override
  public ScopeUnit unit() {
    return tree();
  }

  /// The source text that it stands in.
  public SourceText source() {
    return tree().program().source();
  }

  @Override
  public String recordKind() {
    return switch (kind) {
      case GLOBAL -> "GlobalEnvironmentRecord";
      case MODULE -> "ModuleEnvironmentRecord";
      case FUNCTION -> "FunctionEnvironmentRecord";
      case WITH -> "ObjectEnvironmentRecord";
      case EVAL,
          FUNCTION_NAME,
          PARAMETERS,
          BODY,
          BLOCK,
          SWITCH,
          CATCH,
          LOOP,
          LOOP_HEAD,
          ITERATION,
          CLASS ->
          "DeclarativeEnvironmentRecord";
    };
  }

  @Override
  public String ownerName() {
    return function.displayName();
  }

  @Override
  public boolean isFunction() {
    return kind == Kind.FUNCTION;
  }

  @Override
  public SourcePlace place() {
    SourceText source = source();
    Position position = source.position(start);
    return new SourcePlace(source.name(), position.line(), position.column());
  }

  @Override
  public int slotCount() {
    return bindings.size();
  }

  @Override
  public String slotName(int slot) {
    return bindings.get(slot).name();
  }

  @Override
  public boolean isShared(int slot) {
    return bindings.get(slot).isContextAllocated();
  }

  @Override
  public boolean isExported(int slot) {
    return bindings.get(slot).isExported();
  }

  @Override
  public void visitUses(UseVisitor visitor) {
    if (isFunction()) {
      for (Binding binding : function.uses) {
        visitor.use(binding.scope(), binding.slot());
      }
    }
  }

  /// What it belongs to.
  public Kind kind() {
    return kind;
  }

  @Override
  public @Nullable Scope outer() {
    return outer;
  }

  /// The function, script, module or eval code whose activation enters it.
  public FunctionInfo function() {
    return function;
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return end;
  }

  /// Its bindings, by slot.
  public List<Binding> bindings() {
    return Collections.unmodifiableList(bindings);
  }

  /// What its records have in common. To be asked once the analysis is done. Cost: the bindings at
  /// the first question, then constant.
  public SlotTable slotTable() {
    SlotTable table = slotTable;
    if (table == null) {
      table = new SlotTable(bindings);
      slotTable = table;
    }
    return table;
  }

  /// The function declarations that are initialized when the scope is entered, in source order.
  public List<Statement.FunctionDeclaration> functions() {
    return Collections.unmodifiableList(functions);
  }

  /// Whether entering it makes an Environment Record.
  public boolean isMaterialized() {
    return materialized;
  }

  /// Whether a direct eval stands in it or in a scope inside it, other functions included.
  public boolean hasDirectEvalInside() {
    return directEvalInside;
  }

  boolean hasParameterDeadZone() {
    return parameterDeadZone;
  }

  /// The binding of that name in this scope itself, or null. Cost: constant.
  public @Nullable Binding find(String name) {
    if (byName != null) {
      return byName.get(name);
    }
    for (Binding binding : bindings) {
      if (binding.name().equals(name)) {
        return binding;
      }
    }
    return null;
  }

  /// The slots that V8 keeps in the scope's context, ascending; empty if the scope has no context
  /// (and is not a `with`).
  public int[] contextSlots() {
    int[] slots = contextSlots;
    if (slots == null) {
      slots =
          bindings.stream().filter(Binding::isContextAllocated).mapToInt(Binding::slot).toArray();
      contextSlots = slots;
    }
    return slots;
  }

  /// Whether the records of iterations are copies of the head's record: a LOOP with `let`.
  public boolean isPerIteration() {
    return kind == Kind.LOOP && headEnd >= 0;
  }

  /// For a loop with per-iteration records: the slots that V8 keeps in the context of the loop's
  /// head, which is another scope there.
  public int[] headContextSlots() {
    return headCaptured.stream().toArray();
  }

  /// For a loop with per-iteration records: the slots that V8 keeps in the context of an iteration.
  /// What only the loop's head captured is not among them.
  public int[] iterationContextSlots() {
    int[] slots = iterationContextSlots;
    if (slots == null) {
      slots =
          Arrays.stream(contextSlots())
              .filter(slot -> !headCaptured.get(slot) || iterationCaptured.get(slot))
              .toArray();
      iterationContextSlots = slots;
    }
    return slots;
  }

  /// Where a reference that stands in this scope finds a name. Cost: the number of scopes around
  /// it.
  public Resolution resolve(String name) {
    int hops = 0;
    boolean dynamic = false;
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Binding binding = scope.find(name);
      if (binding != null && binding.isVisible() && binding.kind() != Binding.Kind.WITH_OBJECT) {
        if (dynamic) {
          return new Resolution.Dynamic(name, binding);
        }
        return scope.materialized
            ? new Resolution.Slot(binding, hops)
            : new Resolution.Register(binding);
      }
      if (scope.isDynamicFor(name)) {
        dynamic = true;
      }
      if (scope.materialized) {
        hops++;
      }
    }
    return dynamic ? new Resolution.Dynamic(name, null) : new Resolution.Global(name);
  }

  /// Whether a binding of that name may appear here at run time: in `with` objects, and where a
  /// sloppy direct eval declares. Names that are not identifiers (`this`, `new.target`, …) never
  /// do.
  boolean isDynamicFor(String name) {
    return (kind == Kind.WITH || sloppyDirectEval)
        && !name.equals(Binding.THIS)
        && !name.equals(Binding.NEW_TARGET)
        && name.charAt(0) != '.';
  }

  /// Whether it has slots that no code names, as those in which V8 keeps a thrown value.
  public boolean hasHiddenBindings() {
    return hiddenBindings;
  }

  Binding declare(String name, Binding.Kind bindingKind, boolean constant) {
    var binding = new Binding(this, name, bindingKind, constant, bindings.size());
    bindings.add(binding);
    hiddenBindings |= !binding.isVisible();
    if (byName == null && bindings.size() > 8) {
      byName = new HashMap<>();
      for (Binding each : bindings) {
        byName.put(each.name(), each);
      }
    } else if (byName != null) {
      byName.put(name, binding);
    }
    return binding;
  }

  @Override
  public String toString() {
    return kind + " of " + function.displayName();
  }
}
