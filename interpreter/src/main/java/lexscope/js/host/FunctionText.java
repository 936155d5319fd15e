package lexscope.js.host;

import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKeys;
import org.jspecify.annotations.Nullable;

/// Functions and classes: `[Function: f]`, `[AsyncGeneratorFunction: g]`, `[class A extends B]`.
final class FunctionText {
  private final ObjectReader reader;

  FunctionText(ObjectReader reader) {
    this.reader = reader;
  }

  String of(JsObject function, @Nullable String constructor, String tag) {
    return FunctionKinds.isClass(function)
        ? ofClass(function, constructor, tag)
        : ofFunction(function, constructor, tag);
  }

  private String ofFunction(JsObject function, @Nullable String constructor, String tag) {
    String type = FunctionKinds.typeName(function);
    String name = name(reader.get(function, PropertyKeys.NAME));
    StringBuilder out = new StringBuilder("[").append(type);
    if (constructor == null) {
      out.append(" (null prototype)");
    }
    out.append(name.isEmpty() ? " (anonymous)" : ": " + name).append(']');
    if (constructor != null && !constructor.equals(type)) {
      out.append(' ').append(constructor);
    }
    return out.append(mark(constructor, tag)).toString();
  }

  private String ofClass(JsObject type, @Nullable String constructor, String tag) {
    PropertyDescriptor own = reader.own(type, PropertyKeys.NAME);
    String name = own == null ? "" : name(reader.get(type, PropertyKeys.NAME));
    StringBuilder out = new StringBuilder("[class ");
    out.append(name.isEmpty() ? "(anonymous)" : name);
    if (constructor != null && !constructor.equals("Function")) {
      out.append(" [").append(constructor).append(']');
    }
    out.append(mark(constructor, tag));
    JsObject parent = reader.prototype(type);
    if (constructor == null) {
      out.append(" extends [null prototype]");
    } else if (parent != null) {
      String parentName = name(reader.get(parent, PropertyKeys.NAME));
      out.append(parentName.isEmpty() ? "" : " extends " + parentName);
    }
    return out.append(']').toString();
  }

  private static String mark(@Nullable String constructor, String tag) {
    return tag.isEmpty() || tag.equals(constructor) ? "" : " [" + tag + "]";
  }

  private static String name(Object value) {
    Object text = ObjectReader.text(value);
    return switch (text) {
      case String name -> name;
      case lexscope.js.value.Undefined _ -> "undefined";
      case JsObject function when function.isCallable() -> FunctionKinds.sourceText(function);
      case JsObject object -> object.describe();
      default -> PrimitiveText.plain(text);
    };
  }
}
