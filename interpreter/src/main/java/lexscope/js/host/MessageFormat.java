package lexscope.js.host;

import java.util.Arrays;
import java.util.stream.Collectors;
import lexscope.js.intrinsics.ErrorObject;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Symbol;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// Formatter of the console standard, section 2.2, with Node's directives: `%s %d %i %f %j %o %O %c
/// %%`.
final class MessageFormat {
  private static final PropertyKey STRINGIFY = PropertyKey.of("stringify");
  private static final String CIRCULAR = "circular structure";

  private final Agent agent;
  private final InspectOptions options;

  MessageFormat(Agent agent) {
    this(agent, InspectOptions.DEFAULT);
  }

  MessageFormat(Agent agent, InspectOptions options) {
    this.agent = agent;
    this.options = options;
  }

  /// The line that `console.log(...args)` prints.
  ///
  /// @throws ThrowCompletion if guest code that a directive runs throws
  String format(Object[] args) {
    StringBuilder out = new StringBuilder();
    int next = 0;
    if (args.length > 0 && args[0] instanceof JsString first) {
      String template = first.peek(Integer.MAX_VALUE);
      next = args.length == 1 ? 0 : directives(template, args, out);
    }
    for (int i = next; i < args.length; i++) {
      out.append(i == 0 ? "" : " ").append(plain(args[i]));
    }
    return out.toString();
  }

  /// The values one after the other, without looking for directives.
  String formatPlain(Object[] values) {
    return Arrays.stream(values).map(this::plain).collect(Collectors.joining(" "));
  }

  private String plain(Object value) {
    return value instanceof JsString text ? text.peek(Integer.MAX_VALUE) : inspect(value, options);
  }

  /// Replaces the directives of the template; returns the number of arguments used up, 0 if it has
  /// none.
  private int directives(String template, Object[] args, StringBuilder out) {
    int used = 0;
    int copied = 0;
    for (int i = 0; i < template.length() - 1; i++) {
      if (template.charAt(i) != '%') {
        continue;
      }
      char directive = template.charAt(++i);
      if (directive == '%') {
        out.append(template, copied, i);
        copied = i + 1;
      } else if (used + 1 < args.length) {
        String text = replacement(directive, args[used + 1]);
        if (text != null) {
          out.append(template, copied, i - 1).append(text);
          copied = i + 1;
          used++;
        }
      }
    }
    if (copied == 0) {
      return 0;
    }
    out.append(template, copied, template.length());
    return used + 1;
  }

  private @Nullable String replacement(char directive, Object value) {
    return switch (directive) {
      case 's' -> asString(value);
      case 'd' -> asNumber(value);
      case 'i' -> parsed(value, Intrinsic.PARSE_INT);
      case 'f' -> value instanceof Symbol ? "NaN" : parsed(value, Intrinsic.PARSE_FLOAT);
      case 'j' -> asJson(value);
      case 'O' -> inspect(value, options);
      case 'o' -> inspect(value, options.withHidden());
      case 'c' -> "";
      default -> null;
    };
  }

  private String asString(Object value) {
    if (Numbers.isNumber(value) || value instanceof JsBigInt) {
      return PrimitiveText.plain(value);
    }
    if (value instanceof Symbol symbol) {
      return symbol.descriptiveString();
    }
    // A function is shown by its text.
    if (value instanceof JsObject object && !object.isCallable() && hasBuiltInToString(object)) {
      return inspect(value, options.withDepth(0));
    }
    return TypeConversion.toText(agent, value);
  }

  private String asNumber(Object value) {
    if (value instanceof JsBigInt) {
      return PrimitiveText.plain(value);
    }
    return value instanceof Symbol
        ? "NaN"
        : PrimitiveText.plain(Numbers.of(TypeConversion.toNumber(agent, value)));
  }

  private String parsed(Object value, Intrinsic function) {
    if (function == Intrinsic.PARSE_INT && value instanceof JsBigInt) {
      return PrimitiveText.plain(value);
    }
    if (value instanceof Symbol) {
      return "NaN";
    }
    Object number =
        agent.realm().get(function).call(agent, Undefined.UNDEFINED, new Object[] {value});
    return PrimitiveText.plain(number);
  }

  private String asJson(Object value) {
    JsObject json = agent.realm().get(Intrinsic.JSON);
    if (!(json.get(agent, STRINGIFY) instanceof JsObject stringify) || !stringify.isCallable()) {
      return "undefined";
    }
    try {
      Object text = stringify.call(agent, json, new Object[] {value});
      return String.valueOf(ObjectReader.text(text));
    } catch (ThrowCompletion e) {
      if (e.value() instanceof ErrorObject error
          && ObjectReader.text(error.get(agent, PropertyKeys.MESSAGE)) instanceof String message
          && message.contains(CIRCULAR)) {
        return "[Circular]";
      }
      throw e;
    }
  }

  private String inspect(Object value, InspectOptions form) {
    return Inspector.forProgram(agent, form).inspect(value);
  }

  /// Whether the object's text is made by the language rather than by the program.
  private boolean hasBuiltInToString(JsObject object) {
    JsObject shown = object;
    ProxyDetails proxy = ProxyDetails.of(object);
    if (proxy != null) {
      JsObject target = proxy.innermostTarget();
      if (target == null) {
        return true;
      }
      shown = target;
    }
    PropertyKey toPrimitive = agent.symbols().toPrimitive().key();
    JsObject holder = shown;
    while (holder != null) {
      boolean found = isFunction(holder, PropertyKeys.TO_STRING) || isFunction(holder, toPrimitive);
      if (found) {
        return holder != shown && isBuiltIn(holder);
      }
      holder = holder.getPrototypeOf(agent);
    }
    return true;
  }

  private boolean isFunction(JsObject holder, PropertyKey key) {
    PropertyDescriptor own = holder.getOwnProperty(agent, key);
    return own != null && own.value() instanceof JsObject f && f.isCallable();
  }

  private boolean isBuiltIn(JsObject prototype) {
    PropertyDescriptor own = prototype.getOwnProperty(agent, PropertyKeys.CONSTRUCTOR);
    return own != null
        && own.value() instanceof JsObject constructor
        && constructor.isCallable()
        && ObjectReader.text(constructor.get(agent, PropertyKeys.NAME)) instanceof String name
        && ObjectNaming.isBuiltIn(name);
  }
}
