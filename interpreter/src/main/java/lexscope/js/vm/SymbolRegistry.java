package lexscope.js.vm;

import java.util.LinkedHashMap;
import java.util.Map;
import lexscope.gc.RootKind;
import lexscope.gc.RootSource;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsString;
import lexscope.js.value.Symbol;
import org.jspecify.annotations.Nullable;

/// The GlobalSymbolRegistry, section 20.4.2.2: one per agent, its symbols live for ever.
public final class SymbolRegistry implements RootSource {
  private static final RootKind KIND = new RootKind("global symbol registry");

  private final Map<String, Symbol> symbols = new LinkedHashMap<>();

  /// The symbol of a key, made at first (`Symbol.for`).
  public Symbol symbolFor(Agent agent, JsString key) {
    Symbol symbol = symbols.get(key.toString());
    if (symbol == null) {
      symbol = Symbol.createRegistered(agent, key);
      symbols.put(key.toString(), symbol);
    }
    return symbol;
  }

  /// The symbol of a key if it was asked for already, else null. For observers.
  public @Nullable Symbol find(String key) {
    return symbols.get(key);
  }

  @Override
  public void visitRoots(TracingRule rule, RootVisitor visitor) {
    for (var entry : symbols.entrySet()) {
      visitor.root(KIND, entry.getKey(), entry.getValue());
    }
  }
}
