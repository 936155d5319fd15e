package lexscope.js.value;

import java.math.BigInteger;
import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.vm.Agent;

/// A value of the BigInt type, section 6.1.6.2. Equal by value.
public final class JsBigInt extends Cell {
  private final BigInteger value;

  private JsBigInt(BigInteger value) {
    this.value = value;
  }

  /// A numbered BigInt.
  public static JsBigInt of(Agent agent, BigInteger value) {
    return agent.heap().number(new JsBigInt(value));
  }

  /// The mathematical value.
  public BigInteger value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsBigInt that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /// The decimal digits.
  @Override
  public String toString() {
    return value.toString();
  }

  @Override
  public long shallowBytes() {
    return ModelledSizes.bigInt(value.bitLength());
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    // A number refers to nothing.
  }

  @Override
  public CellKind kind() {
    return CellKind.BIGINT;
  }

  @Override
  public String name() {
    return "bigint";
  }
}
