package lexscope.js.node;

import lexscope.js.intrinsics.ArrayBufferObject;
import lexscope.js.intrinsics.CollectionIterator;
import lexscope.js.intrinsics.DataViewObject;
import lexscope.js.intrinsics.DateObject;
import lexscope.js.intrinsics.ErrorObject;
import lexscope.js.intrinsics.MapObject;
import lexscope.js.intrinsics.PrimitiveObject;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.intrinsics.ProxyObject;
import lexscope.js.intrinsics.RegExpObject;
import lexscope.js.intrinsics.SetObject;
import lexscope.js.intrinsics.StringObject;
import lexscope.js.intrinsics.TypedArrayObject;
import lexscope.js.intrinsics.WeakMapObject;
import lexscope.js.intrinsics.WeakSetObject;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.Symbol;
import lexscope.js.vm.ArgumentsObject;
import lexscope.js.vm.EcmaScriptFunction;
import lexscope.js.vm.GeneratorObject;

/// What an object is by its internal slots, which no property can feign: the ground of
/// `util.types`.
final class ObjectKinds {
  private ObjectKinds() {}

  /// The name of the kind; empty for an ordinary object.
  static String of(JsObject object) {
    return switch (object) {
      case ProxyObject _ -> "Proxy";
      case MapObject _ -> "Map";
      case SetObject _ -> "Set";
      case WeakMapObject _ -> "WeakMap";
      case WeakSetObject _ -> "WeakSet";
      case DateObject _ -> "Date";
      case RegExpObject _ -> "RegExp";
      case PromiseObject _ -> "Promise";
      case ErrorObject _ -> "Error";
      case StringObject _ -> "String";
      case PrimitiveObject boxed -> boxed(boxed.data());
      case ArrayBufferObject buffer -> buffer.isShared() ? "SharedArrayBuffer" : "ArrayBuffer";
      case DataViewObject _ -> "DataView";
      case TypedArrayObject array -> array.type().constructorName();
      case CollectionIterator iterator -> iterator.isOfMap() ? "Map Iterator" : "Set Iterator";
      case ArgumentsObject _ -> "Arguments";
      case GeneratorObject _ -> "Generator";
      case EcmaScriptFunction function -> function(function);
      default -> object.className().equals("Module") ? "Module" : "";
    };
  }

  private static String boxed(Object data) {
    return switch (data) {
      case Boolean _ -> "Boolean";
      case JsBigInt _ -> "BigInt";
      case Symbol _ -> "Symbol";
      default -> "Number";
    };
  }

  private static String function(EcmaScriptFunction function) {
    boolean async = function.template().isAsync();
    boolean generator = function.template().isGenerator();
    return async
        ? (generator ? "AsyncGeneratorFunction" : "AsyncFunction")
        : (generator ? "GeneratorFunction" : "");
  }
}
