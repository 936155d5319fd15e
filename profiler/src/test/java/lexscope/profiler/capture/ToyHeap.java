package lexscope.profiler.capture;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.Heap;
import lexscope.gc.PartedCell;
import lexscope.gc.RootKind;
import lexscope.gc.ScopeLayout;
import lexscope.gc.ScopeUnit;
import lexscope.gc.ScopedCell;
import lexscope.gc.SourcePlace;
import lexscope.gc.TracingRule;
import lexscope.gc.WeakHolder;
import org.jspecify.annotations.Nullable;

/// A heap of toy objects, records and closures, with the three policies in their simplest form.
public final class ToyHeap {
  public enum Policy implements TracingRule {
    WHOLE,
    V8,
    USED;

    @Override
    public String ruleName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public static final RootKind GLOBAL = new RootKind(HeapCapture.GLOBAL_OBJECT);
  public static final RootKind BINDING = new RootKind("global binding");

  public record Root(RootKind kind, String place, Cell cell, int part) {}

  public final Heap heap = new Heap(Policy.WHOLE);
  final List<Root> roots = new ArrayList<>();

  public ToyHeap() {
    heap.addRootSource((_, visitor) -> {
      for (Root root : roots) {
        if (root.cell() instanceof PartedCell parted) {
          visitor.rootPart(root.kind(), root.place(), parted, root.part());
        } else {
          visitor.root(root.kind(), root.place(), root.cell());
        }
      }
    });
  }

  public Thing thing(String name, long bytes) {
    return heap.allocateUnrooted(new Thing(CellKind.OBJECT, name, bytes));
  }

  public void root(RootKind kind, String place, Cell cell) {
    roots.add(new Root(kind, place, cell, PartedCell.WHOLE));
  }

  /// An object with properties, elements, weak references and WeakMap entries.
  public static final class Thing extends Cell implements WeakHolder {
    final CellKind kind;
    final String name;
    final long bytes;
    final List<Object[]> properties = new ArrayList<>();
    final List<Cell> elements = new ArrayList<>();
    final List<Cell> weak = new ArrayList<>();
    final List<Cell[]> entries = new ArrayList<>();

    Thing(CellKind kind, String name, long bytes) {
      this.kind = kind;
      this.name = name;
      this.bytes = bytes;
    }

    public Thing put(String key, Cell value) {
      properties.add(new Object[] {key, value});
      return this;
    }

    public Thing element(Cell value) {
      elements.add(value);
      return this;
    }

    @Override
    public long shallowBytes() {
      return bytes;
    }

    @Override
    protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
      for (Object[] property : properties) {
        visitor.edge(EdgeKind.PROPERTY, property[0], property[1]);
      }
      for (int i = 0; i < elements.size(); i++) {
        visitor.element(i, elements.get(i));
      }
      for (Cell target : weak) {
        visitor.weak("target", target);
      }
      for (Cell[] entry : entries) {
        visitor.ephemeron(entry[0], entry[1]);
      }
    }

    @Override
    public void clearDead(lexscope.gc.Liveness liveness) {
      weak.removeIf(target -> !liveness.isAlive(target));
      entries.removeIf(entry -> !liveness.isAlive(entry[0]));
    }

    @Override
    public CellKind kind() {
      return kind;
    }

    @Override
    public String name() {
      return name;
    }
  }

  /// A record whose even slots are shared.
  public static final class Record extends PartedCell implements ScopedCell {
    final Layout layout;
    public final @Nullable Cell[] slots;
    final @Nullable Record outer;
    final long number;

    public Record(Layout layout, @Nullable Record outer, long number) {
      this.layout = layout;
      this.slots = new Cell[layout.names.size()];
      this.outer = outer;
      this.number = number;
    }

    @Override
    public int partCount() {
      return slots.length;
    }

    @Override
    protected void visitPart(int part, TracingRule rule, EdgeVisitor visitor) {
      switch (part) {
        case SHELL -> {}
        case WHOLE, CONTEXT -> {
          for (int slot = 0; slot < slots.length; slot++) {
            if (part == WHOLE || layout.isShared(slot)) {
              visitor.edge(EdgeKind.CONTEXT, partName(slot), slots[slot]);
            }
          }
          if (outer != null && part == WHOLE) {
            visitor.edge(EdgeKind.INTERNAL, "[[OuterEnv]]", outer);
          } else if (outer != null) {
            visitor.part(EdgeKind.INTERNAL, "previous", outer, CONTEXT);
          }
        }
        default -> visitor.edge(EdgeKind.CONTEXT, partName(part), slots[part]);
      }
    }

    @Override
    public long shallowBytes() {
      return 32 + 8L * slots.length;
    }

    @Override
    public long partBytes(int part) {
      return switch (part) {
        case WHOLE -> shallowBytes();
        case CONTEXT -> 32 + 4L * slots.length;
        default -> 16;
      };
    }

    @Override
    public String partName(int part) {
      return layout.names.get(part);
    }

    @Override
    protected void sweepParts(TracingRule rule) {}

    @Override
    public CellKind kind() {
      return CellKind.OBJECT;
    }

    @Override
    public String name() {
      return recordKind();
    }

    @Override
    public ScopeLayout scope() {
      return layout;
    }

    @Override
    public String recordKind() {
      return "FunctionEnvironmentRecord";
    }

    @Override
    public long recordNumber() {
      return number;
    }
  }

  /// A closure that uses some slots of the record around it.
  public static final class Closure extends Cell implements ScopedCell {
    final Layout layout;
    final Record environment;

    public Closure(Layout layout, Record environment) {
      this.layout = layout;
      this.environment = environment;
    }

    @Override
    public long shallowBytes() {
      return 64;
    }

    @Override
    protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
      switch ((Policy) rule) {
        case WHOLE -> visitor.edge(EdgeKind.INTERNAL, "[[Environment]]", environment);
        case V8 -> visitor.part(EdgeKind.INTERNAL, "context", environment, PartedCell.CONTEXT);
        case USED -> {
          visitor.part(EdgeKind.HIDDEN, "shell", environment, PartedCell.SHELL);
          for (int slot : layout.uses) {
            visitor.part(EdgeKind.CONTEXT, environment.partName(slot), environment, slot);
          }
        }
      }
    }

    @Override
    public CellKind kind() {
      return CellKind.CLOSURE;
    }

    @Override
    public String name() {
      return layout.name;
    }

    @Override
    public SourcePlace place() {
      return new SourcePlace("app.js", layout.start, 3);
    }

    @Override
    public ScopeLayout scope() {
      return layout;
    }

    @Override
    public String recordKind() {
      return "";
    }

    @Override
    public long recordNumber() {
      return -1;
    }
  }

  /// A source text whose scopes are given inner ones first, as a runtime might.
  public static final class Text implements ScopeUnit {
    final List<Layout> scopes = new ArrayList<>();

    @Override
    public List<Layout> scopes() {
      return scopes.reversed();
    }

    public Layout scope(
        @Nullable Layout outer, String name, int start, int end, List<String> names, int... uses) {
      Layout layout = new Layout(this, outer, name, start, end, names, uses);
      scopes.add(layout);
      return layout;
    }
  }

  /// A function scope that uses slots of the scope around it.
  public record Layout(
      Text unit,
      @Nullable Layout outer,
      String name,
      int start,
      int end,
      List<String> names,
      int... uses)
      implements ScopeLayout {
    @Override
    public String recordKind() {
      return "FunctionEnvironmentRecord";
    }

    @Override
    public String ownerName() {
      return name;
    }

    @Override
    public boolean isFunction() {
      return true;
    }

    @Override
    public SourcePlace place() {
      return new SourcePlace("app.js", start, 1);
    }

    @Override
    public int slotCount() {
      return names.size();
    }

    @Override
    public String slotName(int slot) {
      return names.get(slot);
    }

    @Override
    public boolean isShared(int slot) {
      return slot % 2 == 0;
    }

    @Override
    public void visitUses(UseVisitor visitor) {
      for (int slot : uses) {
        visitor.use(java.util.Objects.requireNonNull(outer), slot);
      }
    }
  }
}
