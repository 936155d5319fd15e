package lexscope.js.host;

import java.util.List;
import lexscope.js.intrinsics.ErrorObject;
import lexscope.js.intrinsics.PrimitiveObject;
import lexscope.js.intrinsics.StringObject;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Symbol;
import org.jspecify.annotations.Nullable;

/// Chooses the look of an object by what kind it is. What an object cannot hide is told by its Java
/// class, so that a changed prototype does not deceive.
final class ObjectLooks {
  private final ObjectReader reader;
  private final InspectOptions options;
  private final FunctionText functions;
  private final ErrorText errors;
  private final ArrayLook arrays;

  ObjectLooks(ObjectReader reader, InspectOptions options) {
    this.reader = reader;
    this.options = options;
    this.functions = new FunctionText(reader);
    this.errors = new ErrorText(reader);
    this.arrays = new ArrayLook(reader, options);
  }

  /// The look of an object that calls itself by these names.
  Look of(JsObject object, @Nullable String constructor, String tag, Inspection inspection) {
    if (constructor == null || reader.has(object, reader.agent().symbols().iterator().key())) {
      Look look = iterable(object, constructor, tag);
      if (look != null) {
        return look;
      }
    }
    List<PropertyKey> keys = reader.keys(object, options.showHidden());
    if (object.isCallable()) {
      return Look.based(functions.of(object, constructor, tag), keys);
    }
    if ("Object".equals(constructor)) {
      String open = tag.isEmpty() ? "{" : ObjectNaming.prefix(constructor, tag, "Object", "") + "{";
      return Look.braces(open, keys, open + "}");
    }
    if (object instanceof ErrorObject) {
      String text =
          errors.of(object, constructor, tag, keys, options.showHidden(), inspection.indentation());
      return Look.based(text, keys);
    }
    if (object instanceof PrimitiveObject boxed) {
      return Look.based(
          boxed(typeName(boxed.data()), boxed.data(), constructor, tag, inspection), keys);
    }
    if (object instanceof StringObject boxed) {
      keys.removeIf(PropertyKey::isIndex);
      return Look.based(boxed("String", boxed.data(), constructor, tag, inspection), keys);
    }
    String open = ObjectNaming.prefix(constructor, tag, object) + "{";
    return Look.braces(open, keys, open + "}");
  }

  private @Nullable Look iterable(JsObject object, @Nullable String constructor, String tag) {
    return object instanceof JsArray array ? arrays.of(array, constructor, tag) : null;
  }

  private String boxed(
      String type, Object data, @Nullable String constructor, String tag, Inspection inspection) {
    StringBuilder out = new StringBuilder("[").append(type);
    if (constructor == null) {
      out.append(" (null prototype)");
    } else if (!constructor.equals(type)) {
      out.append(" (").append(constructor).append(')');
    }
    out.append(": ");
    out.append(PrimitiveText.of(data, options, inspection.indentation())).append(']');
    if (!tag.isEmpty() && !tag.equals(constructor)) {
      out.append(" [").append(tag).append(']');
    }
    return out.toString();
  }

  private static String typeName(Object data) {
    return switch (data) {
      case Boolean _ -> "Boolean";
      case JsBigInt _ -> "BigInt";
      case Symbol _ -> "Symbol";
      default -> "Number";
    };
  }
}
