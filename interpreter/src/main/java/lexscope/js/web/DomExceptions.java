package lexscope.js.web;

import java.util.List;
import lexscope.js.intrinsics.ErrorObject;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;

/// The interface DOMException (Web IDL, 2.8.1): an error with a name of its own.
final class DomExceptions {
  private static final PropertyKey CODE = PropertyKey.of("code");

  /// The names that have a code, by their code, beginning with 1; those of the past are empty.
  private static final List<String> CODES =
      List.of(
          "IndexSizeError",
          "",
          "HierarchyRequestError",
          "WrongDocumentError",
          "InvalidCharacterError",
          "",
          "NoModificationAllowedError",
          "NotFoundError",
          "NotSupportedError",
          "InUseAttributeError",
          "InvalidStateError",
          "SyntaxError",
          "InvalidModificationError",
          "NamespaceError",
          "InvalidAccessError",
          "",
          "TypeMismatchError",
          "SecurityError",
          "NetworkError",
          "AbortError",
          "URLMismatchError",
          "QuotaExceededError",
          "TimeoutError",
          "InvalidNodeTypeError",
          "DataCloneError");

  private DomExceptions() {}

  static void define(WebRealm web) {
    Realm realm = web.realm();
    web.define(
        WebInterface.DOM_EXCEPTION,
        realm.get(Intrinsic.ERROR_PROTOTYPE),
        realm.get(Intrinsic.FUNCTION_PROTOTYPE),
        0,
        (agent, _, args, newTarget) -> {
          JsObject prototype =
              WebRealm.of(agent).prototypeFor(newTarget, WebInterface.DOM_EXCEPTION);
          Object message = Args.get(args, 0);
          Object name = Args.get(args, 1);
          return make(
              agent,
              prototype,
              message == Undefined.UNDEFINED ? "" : TypeConversion.toText(agent, message),
              name == Undefined.UNDEFINED ? "Error" : TypeConversion.toText(agent, name));
        });
  }

  private static JsObject make(Agent agent, JsObject prototype, String message, String name) {
    JsObject error = ErrorObject.create(agent, prototype, agent.string(message));
    error.put(agent, PropertyKeys.NAME, agent.string(name), Attributes.HIDDEN);
    int code = name.isEmpty() ? 0 : CODES.indexOf(name) + 1;
    error.put(agent, CODE, code, Attributes.HIDDEN);
    return error;
  }

  /// A new exception of the current realm.
  static JsObject createObject(Agent agent, String message, String name) {
    return make(agent, WebRealm.of(agent).prototype(WebInterface.DOM_EXCEPTION), message, name);
  }

  /// A throw of a new exception.
  static ThrowCompletion create(Agent agent, String message, String name) {
    return new ThrowCompletion(createObject(agent, message, name));
  }
}
