package lexscope.js.vm;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.bytecode.PrivateNames;
import lexscope.js.value.Symbol;
import org.jspecify.annotations.Nullable;

/// A PrivateEnvironment Record, ECMA-262 section 9.2: the Private Names of one evaluation of a
/// class. It holds names only, so it keeps nothing of the program alive.
public final class PrivateEnvironment extends Cell {
  private final @Nullable PrivateEnvironment outer;
  private final Symbol[] names;

  /// NewPrivateEnvironment, ECMA-262 section 9.2.1.1.
  PrivateEnvironment(@Nullable PrivateEnvironment outer, Symbol[] names) {
    this.outer = outer;
    this.names = names;
  }

  /// `[[OuterPrivateEnvironment]]`.
  public @Nullable PrivateEnvironment outer() {
    return outer;
  }

  /// How many records there are, this one included.
  int depth() {
    int depth = 0;
    for (PrivateEnvironment each = this; each != null; each = each.outer) {
      depth++;
    }
    return depth;
  }

  /// The names by their places, for code that is compiled here.
  PrivateNames staticNames() {
    List<String> texts = new ArrayList<>();
    for (Symbol name : names) {
      texts.add(String.valueOf(name.description()).substring(1));
    }
    return new PrivateNames(outer == null ? null : outer.staticNames(), texts);
  }

  /// ResolvePrivateIdentifier by place.
  static Symbol resolve(@Nullable PrivateEnvironment start, int hops, int index) {
    PrivateEnvironment record = start;
    for (int i = hops; i > 0 && record != null; i--) {
      record = record.outer;
    }
    if (record == null) {
      throw new IllegalStateException("no private environment");
    }
    return record.names[index];
  }

  @Override
  public long shallowBytes() {
    return 32 + 8L * names.length;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "[[OuterPrivateEnvironment]]", outer);
    for (Symbol name : names) {
      visitor.edge(EdgeKind.INTERNAL, name, name);
    }
  }

  @Override
  public CellKind kind() {
    return CellKind.HIDDEN;
  }

  @Override
  public String name() {
    return "PrivateEnvironment";
  }
}
