package lexscope.js.value;

import lexscope.js.vm.Agent;

/// The well-known symbols, section 6.1.5.1. All realms of an agent share them.
public record WellKnownSymbols(
    Symbol asyncDispose,
    Symbol asyncIterator,
    Symbol dispose,
    Symbol hasInstance,
    Symbol isConcatSpreadable,
    Symbol iterator,
    Symbol match,
    Symbol matchAll,
    Symbol replace,
    Symbol search,
    Symbol species,
    Symbol split,
    Symbol toPrimitive,
    Symbol toStringTag,
    Symbol unscopables) {

  /// Makes the symbols of an agent.
  public static WellKnownSymbols create(Agent agent) {
    return new WellKnownSymbols(
        symbol(agent, "asyncDispose"),
        symbol(agent, "asyncIterator"),
        symbol(agent, "dispose"),
        symbol(agent, "hasInstance"),
        symbol(agent, "isConcatSpreadable"),
        symbol(agent, "iterator"),
        symbol(agent, "match"),
        symbol(agent, "matchAll"),
        symbol(agent, "replace"),
        symbol(agent, "search"),
        symbol(agent, "species"),
        symbol(agent, "split"),
        symbol(agent, "toPrimitive"),
        symbol(agent, "toStringTag"),
        symbol(agent, "unscopables"));
  }

  /// All of them, in alphabetical order.
  public Symbol[] all() {
    return new Symbol[] {
      asyncDispose,
      asyncIterator,
      dispose,
      hasInstance,
      isConcatSpreadable,
      iterator,
      match,
      matchAll,
      replace,
      search,
      species,
      split,
      toPrimitive,
      toStringTag,
      unscopables
    };
  }

  private static Symbol symbol(Agent agent, String name) {
    return Symbol.create(agent, JsString.of(agent, "Symbol." + name));
  }
}
