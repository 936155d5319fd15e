package lexscope.js.host;

import java.util.List;
import lexscope.js.intrinsics.ArrayBufferObject;
import lexscope.js.intrinsics.CollectionIterator;
import lexscope.js.intrinsics.DataViewObject;
import lexscope.js.intrinsics.DateObject;
import lexscope.js.intrinsics.ErrorObject;
import lexscope.js.intrinsics.MapObject;
import lexscope.js.intrinsics.PrimitiveObject;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.intrinsics.RegExpObject;
import lexscope.js.intrinsics.SetObject;
import lexscope.js.intrinsics.StringObject;
import lexscope.js.intrinsics.TypedArrayObject;
import lexscope.js.intrinsics.WeakMapObject;
import lexscope.js.intrinsics.WeakSetObject;
import lexscope.js.module.ModuleNamespace;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Symbol;
import lexscope.js.vm.ArgumentsObject;
import org.jspecify.annotations.Nullable;

/// Chooses the look of an object by what kind it is. What an object cannot hide is told by its Java
/// class, so that a changed prototype does not deceive.
final class ObjectLooks {
  private final ObjectReader reader;
  private final InspectOptions options;
  private final FunctionText functions;
  private final ErrorText errors;
  private final ArrayLook arrays;
  private final CollectionLook collections;
  private final BufferLook buffers;

  ObjectLooks(ObjectReader reader, InspectOptions options) {
    this.reader = reader;
    this.options = options;
    this.functions = new FunctionText(reader);
    this.errors = new ErrorText(reader);
    this.arrays = new ArrayLook(reader, options);
    this.collections = new CollectionLook(options);
    this.buffers = new BufferLook(options);
  }

  /// The look of an object that calls itself by these names.
  Look of(JsObject object, @Nullable String constructor, String tag, Inspection inspection) {
    if (constructor == null || reader.has(object, reader.agent().symbols().iterator().key())) {
      Look look = iterable(object, constructor, tag);
      if (look != null) {
        return look;
      }
    }
    if (object instanceof ModuleNamespace namespace) {
      return namespace(namespace, tag);
    }
    List<PropertyKey> keys = reader.keys(object, options.showHidden());
    if (object.isCallable()) {
      return Look.based(functions.of(object, constructor, tag), keys);
    }
    if ("Object".equals(constructor)) {
      String open = tag.isEmpty() ? "{" : ObjectNaming.prefix(constructor, tag, "Object", "") + "{";
      if (object instanceof ArgumentsObject) {
        open = "[Arguments] {";
      }
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
    return switch (object) {
      case RegExpObject pattern ->
          based("RegExp", pattern.literalText(), constructor, tag, keys).keepingBareWhenDeep();
      case DateObject date -> based("Date", DateText.of(date.dateValue()), constructor, tag, keys);
      case ArrayBufferObject buffer -> buffers.arrayBuffer(buffer, constructor, tag, keys);
      case DataViewObject view -> buffers.dataView(view, constructor, tag, keys);
      case PromiseObject promise -> promise(promise, constructor, tag, keys);
      case WeakMapObject map -> collections.weak(map, constructor, tag, keys);
      case WeakSetObject set -> collections.weak(set, constructor, tag, keys);
      default -> {
        String open = ObjectNaming.prefix(constructor, tag, object) + "{";
        yield Look.braces(open, keys, open + "}");
      }
    };
  }

  /// Exports in their dead zone are shown as such.
  private Look namespace(ModuleNamespace namespace, String tag) {
    List<PropertyKey> exported = namespace.exportedKeys();
    String open = ObjectNaming.prefix(null, tag, "Module", "") + "{";
    if (exported.stream().noneMatch(key -> namespace.isUninitialized(reader.agent(), key))) {
      return Look.braces(open, exported, "");
    }
    return Look.braces(
        open,
        List.of(),
        "",
        (output, inspection, level) -> {
          for (PropertyKey key : exported) {
            output.add(
                key.asString()
                    + ": "
                    + (namespace.isUninitialized(reader.agent(), key)
                        ? "<uninitialized>"
                        : inspection.indented(reader.get(namespace, key), level)));
          }
        });
  }

  private @Nullable Look iterable(JsObject object, @Nullable String constructor, String tag) {
    return switch (object) {
      case JsArray array -> arrays.of(array, constructor, tag);
      case TypedArrayObject array ->
          buffers.typedArray(
              array, constructor, tag, reader.keysButIndices(array, options.showHidden()));
      case MapObject _, SetObject _, CollectionIterator _ ->
          collections.iterable(object, constructor, tag, reader.keys(object, options.showHidden()));
      default -> null;
    };
  }

  /// A look of one text, with the constructor in front if it is not the usual one.
  private static Look based(
      String type, String text, @Nullable String constructor, String tag, List<PropertyKey> keys) {
    String prefix = ObjectNaming.prefix(constructor, tag, type, "");
    return Look.based(prefix.equals(type + " ") ? text : prefix + text, keys);
  }

  private static Look promise(
      PromiseObject promise, @Nullable String constructor, String tag, List<PropertyKey> keys) {
    return Look.braces(
        ObjectNaming.prefix(constructor, tag, "Promise", "") + "{",
        keys,
        "",
        (output, inspection, level) ->
            output.add(
                switch (promise.state()) {
                  case PENDING -> "<pending>";
                  case FULFILLED -> inspection.indented(promise.result(), level);
                  case REJECTED -> "<rejected> " + inspection.indented(promise.result(), level);
                }));
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
