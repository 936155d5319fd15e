package lexscope.js.vm;

import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;

/// The arguments that no parameter takes: what the implicit `arguments` object would keep, in
/// functions that never name it.
final class SurplusArguments extends Cell {
  private final Object[] values;

  SurplusArguments(Object[] values) {
    this.values = values;
  }

  @Override
  public long shallowBytes() {
    return 16 + 8L * values.length;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    for (int i = 0; i < values.length; i++) {
      visitor.element(i, values[i]);
    }
  }

  @Override
  public CellKind kind() {
    return CellKind.ARRAY;
  }

  @Override
  public String name() {
    return "surplus arguments";
  }
}
