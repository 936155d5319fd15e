package lexscope.js.intrinsics;

import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Symbol;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// `%Symbol%` and its prototype, section 20.4.
final class SymbolConstructor {
  private SymbolConstructor() {}

  static void create(Realm realm) {
    Agent agent = realm.agent();
    IntrinsicBuilder prototype = IntrinsicBuilder.ordinary(realm, Intrinsic.SYMBOL_PROTOTYPE);
    IntrinsicBuilder constructor =
        IntrinsicBuilder.constructor(
            realm, Intrinsic.SYMBOL, "Symbol", 0, SymbolConstructor::construct, prototype.object());
    for (Symbol symbol : agent.symbols().all()) {
      constructor.constant(symbol.name().substring("Symbol.".length()), symbol);
    }
    constructor
        .method("for", 1, SymbolConstructor::symbolFor)
        .method("keyFor", 1, SymbolConstructor::keyFor);
    prototype
        .getter("description", SymbolConstructor::description)
        .method("toString", 0, SymbolConstructor::toStringMethod)
        .method("valueOf", 0, SymbolConstructor::valueOf)
        .method(
            agent.symbols().toPrimitive(), 1, SymbolConstructor::valueOf, Attributes.CONFIGURABLE)
        .tag("Symbol");
  }

  /// `Symbol ( [ description ] )`, section 20.4.1.1.
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (newTarget != null) {
      throw agent.typeError("Symbol is not a constructor");
    }
    Object description = Args.get(args, 0);
    return Symbol.create(
        agent,
        description == Undefined.UNDEFINED ? null : TypeConversion.toString(agent, description));
  }

  /// Section 20.4.2.2.
  private static Object symbolFor(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString key = TypeConversion.toString(agent, Args.get(args, 0));
    return agent.symbolRegistry().symbolFor(agent, key);
  }

  /// Section 20.4.2.6.
  private static Object keyFor(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(Args.get(args, 0) instanceof Symbol symbol)) {
      throw agent.typeError(ErrorMessages.show(Args.get(args, 0)) + " is not a symbol");
    }
    JsString key = symbol.description();
    return symbol.isRegistered() && key != null ? key : Undefined.UNDEFINED;
  }

  /// ThisSymbolValue, section 20.4.3.4.1.
  private static Symbol thisSymbolValue(Agent agent, Object value) {
    if (value instanceof Symbol symbol) {
      return symbol;
    }
    if (value instanceof PrimitiveObject object && object.data() instanceof Symbol symbol) {
      return symbol;
    }
    throw agent.typeError(ErrorMessages.show(value) + " is not a symbol");
  }

  /// Section 20.4.3.2.
  private static Object description(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString description = thisSymbolValue(agent, thisValue).description();
    return description == null ? Undefined.UNDEFINED : description;
  }

  /// Section 20.4.3.3.
  private static Object toStringMethod(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return agent.string(thisSymbolValue(agent, thisValue).descriptiveString());
  }

  /// Section 20.4.3.4; also `@@toPrimitive`, section 20.4.3.5.
  private static Object valueOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisSymbolValue(agent, thisValue);
  }
}
