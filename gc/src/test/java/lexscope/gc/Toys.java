package lexscope.gc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cells without a language, for the collector's tests.
final class Toys {
  private Toys() {}

  /// Everything is reported under it.
  static final TracingRule ALL = () -> "all";

  /// Roots held in a list.
  static final class Roots implements RootSource {
    static final RootKind KIND = new RootKind("test roots");
    final List<Object> values = new ArrayList<>();
    final List<PartRoot> parts = new ArrayList<>();

    record PartRoot(PartedCell cell, int part) {}

    @Override
    public void visitRoots(TracingRule rule, RootVisitor visitor) {
      values.forEach(each -> visitor.root(KIND, "list", each));
      parts.forEach(each -> visitor.rootPart(KIND, "list", each.cell(), each.part()));
    }
  }

  /// A cell with any number of edges; it can be told to forget to report one.
  static class Node extends Cell {
    final List<@Nullable Object> targets = new ArrayList<>();
    int unreported = -1;

    @Override
    public long shallowBytes() {
      return 16 + 8L * targets.size();
    }

    @Override
    protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
      for (int i = 0; i < targets.size(); i++) {
        if (i != unreported) {
          report(i, targets.get(i), visitor);
        }
      }
    }

    void report(int index, @Nullable Object target, EdgeVisitor visitor) {
      visitor.element(index, target);
    }

    @Override
    public CellKind kind() {
      return CellKind.OBJECT;
    }

    @Override
    public String name() {
      return "Node";
    }
  }

  /// A link of a list: small, so that millions fit.
  static final class Link extends Cell {
    @Nullable Link next;

    @Override
    public long shallowBytes() {
      return 16;
    }

    @Override
    protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
      visitor.edge(EdgeKind.PROPERTY, "next", next);
    }

    @Override
    public CellKind kind() {
      return CellKind.OBJECT;
    }

    @Override
    public String name() {
      return "Link";
    }
  }

  /// A cell with weak edges.
  static final class WeakNode extends Node implements WeakHolder {
    @Override
    void report(int index, @Nullable Object target, EdgeVisitor visitor) {
      visitor.weak(index, target);
    }

    @Override
    public void clearDead(Liveness liveness) {
      targets.replaceAll(each -> liveness.isAlive(each) ? each : null);
    }
  }

  /// A table of ephemerons.
  static final class Ephemerons extends Node implements WeakHolder {
    final List<Cell> keys = new ArrayList<>();

    void put(Cell key, Object value) {
      keys.add(key);
      targets.add(value);
    }

    @Override
    protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
      for (int i = 0; i < keys.size(); i++) {
        visitor.ephemeron(keys.get(i), targets.get(i));
      }
    }

    @Override
    public void clearDead(Liveness liveness) {
      for (int i = keys.size() - 1; i >= 0; i--) {
        if (!liveness.isAlive(keys.get(i))) {
          keys.remove(i);
          targets.remove(i);
        }
      }
    }
  }

  /// A parted cell: its slots are parts, the first two are its context.
  static final class SlotRecord extends PartedCell {
    static final Object SWEPT = "swept";
    final @Nullable Object[] slots;

    SlotRecord(int count) {
      slots = new @Nullable Object[count];
    }

    @Override
    public int partCount() {
      return slots.length;
    }

    @Override
    protected void visitPart(int part, TracingRule rule, EdgeVisitor visitor) {
      switch (part) {
        case WHOLE -> visitRange(slots.length, visitor);
        case CONTEXT -> visitRange(2, visitor);
        case SHELL -> {}
        default -> visitor.element(part, slots[part]);
      }
    }

    private void visitRange(int end, EdgeVisitor visitor) {
      for (int i = 0; i < end; i++) {
        visitor.element(i, slots[i]);
      }
    }

    @Override
    protected void sweepParts(TracingRule rule) {
      if (isPartMarked(WHOLE)) {
        return;
      }
      for (int i = 0; i < slots.length; i++) {
        if (!isPartMarked(i) && !(i < 2 && isPartMarked(CONTEXT))) {
          slots[i] = SWEPT;
        }
      }
    }

    @Override
    public long partBytes(int part) {
      return 8;
    }

    @Override
    public String partName(int part) {
      return "slot" + part;
    }

    @Override
    public long shallowBytes() {
      return 16 + 8L * slots.length;
    }

    @Override
    public CellKind kind() {
      return CellKind.OBJECT;
    }

    @Override
    public String name() {
      return "SlotRecord";
    }
  }
}
