package lexscope.js.value;

import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A value of the Symbol type, section 6.1.5, or a Private Name (section 6.2.12), which is a symbol
/// that no program can get hold of.
public final class Symbol extends Cell {
  private final @Nullable JsString description;
  private final Sort sort;
  private final PropertyKey key;

  private enum Sort {
    PLAIN,
    REGISTERED,
    PRIVATE_NAME
  }

  private Symbol(@Nullable JsString description, Sort sort) {
    this.description = description;
    this.sort = sort;
    this.key = PropertyKey.ofNewSymbol(this);
  }

  /// A new symbol on the heap.
  ///
  /// @param description null for undefined
  public static Symbol create(Agent agent, @Nullable JsString description) {
    return agent.heap().allocate(new Symbol(description, Sort.PLAIN));
  }

  /// A new symbol for the agent's registry (section 20.4.2.6).
  public static Symbol createRegistered(Agent agent, JsString key) {
    return agent.heap().allocate(new Symbol(key, Sort.REGISTERED));
  }

  /// A new Private Name.
  ///
  /// @param description the name with its `#`
  public static Symbol createPrivateName(Agent agent, JsString description) {
    return agent.heap().allocate(new Symbol(description, Sort.PRIVATE_NAME));
  }

  /// The `[[Description]]`; null for undefined.
  public @Nullable JsString description() {
    return description;
  }

  /// Whether the symbol is in the registry, so that its key finds it again.
  public boolean isRegistered() {
    return sort == Sort.REGISTERED;
  }

  /// Whether this is a Private Name.
  public boolean isPrivateName() {
    return sort == Sort.PRIVATE_NAME;
  }

  /// The property key that the symbol is.
  public PropertyKey key() {
    return key;
  }

  /// SymbolDescriptiveString, section 20.4.3.3.1. Flattens nothing.
  public String descriptiveString() {
    return "Symbol(" + (description == null ? "" : description.peek(Integer.MAX_VALUE)) + ")";
  }

  @Override
  public String toString() {
    return descriptiveString();
  }

  @Override
  public long shallowBytes() {
    return ModelledSizes.SYMBOL;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "name", description);
  }

  @Override
  public CellKind kind() {
    return CellKind.SYMBOL;
  }

  @Override
  public String name() {
    return description == null ? "symbol" : description.peek(JsString.NAME_LIMIT);
  }
}
