package lexscope.js.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lexscope.js.intrinsics.ErrorObject;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

/// Errors: the stack with the class in front, in brackets if there are no frames, without the
/// frames that the cause shows, too.
final class ErrorText {
  private static final String FRAME = "\n    at";
  private static final Pattern HEADING_NAME =
      Pattern.compile("^([A-Z][a-z_ A-Z0-9\\[\\]()-]+)(?::|\\n {4}at)|^([a-z_A-Z0-9-]*Error)$");
  private static final int FEWEST_SHARED_FRAMES = 3;

  private final ObjectReader reader;

  ErrorText(ObjectReader reader) {
    this.reader = reader;
  }

  /// The text, and in `keys` the properties that it does not say already.
  String of(
      JsObject error,
      @Nullable String constructor,
      String tag,
      List<PropertyKey> keys,
      boolean hidden,
      int indentation) {
    Object nameValue = reader.get(error, PropertyKeys.NAME);
    String name = isNothing(nameValue) ? "Error" : asText(nameValue);
    String message = textOr(reader.get(error, PropertyKeys.MESSAGE), "");
    String stack = stackText(error, name, message);
    if (!hidden) {
      for (PropertyKey key : List.of(PropertyKeys.NAME, PropertyKeys.MESSAGE, PropertyKeys.STACK)) {
        if (keys.contains(key) && stack.contains(asText(reader.get(error, key)))) {
          keys.remove(key);
        }
      }
    }
    if (reader.has(error, PropertyKeys.CAUSE) && !keys.contains(PropertyKeys.CAUSE)) {
      keys.add(PropertyKeys.CAUSE);
    }
    if (reader.get(error, PropertyKeys.ERRORS) instanceof JsArray
        && !keys.contains(PropertyKeys.ERRORS)) {
      keys.add(PropertyKeys.ERRORS);
    }
    String text = withFrames(error, named(stack, constructor, name, tag), message);
    return indentation == 0 ? text : text.replace("\n", "\n" + " ".repeat(indentation));
  }

  private String stackText(JsObject error, String name, String message) {
    Object stack = reader.stack(error);
    if (isNothing(stack) || stack.equals("") || stack.equals(false) || stack.equals(0)) {
      return message.isEmpty() ? name : name.isEmpty() ? message : name + ": " + message;
    }
    return asText(stack);
  }

  /// Puts the constructor's name where the heading says only the error's own.
  private static String named(String stack, @Nullable String constructor, String name, String tag) {
    int length = name.length();
    boolean usual =
        name.endsWith("Error")
            && stack.startsWith(name)
            && (stack.length() == length
                || stack.charAt(length) == ':'
                || stack.charAt(length) == '\n');
    if (constructor != null && !usual) {
      return stack;
    }
    String fallback = "Error";
    if (constructor == null) {
      Matcher heading = HEADING_NAME.matcher(stack);
      String found = "";
      if (heading.find()) {
        found = heading.group(1) == null ? heading.group(2) : heading.group(1);
      }
      length = found.length();
      fallback = found.isEmpty() ? "Error" : found;
    }
    String prefix = ObjectNaming.prefix(constructor, tag, fallback, "");
    prefix = prefix.substring(0, prefix.length() - 1);
    if (name.equals(prefix)) {
      return stack;
    }
    if (!prefix.contains(name)) {
      return prefix + " [" + name + "]" + stack.substring(length);
    }
    return length == 0 ? prefix + ": " + stack : prefix + stack.substring(length);
  }

  private String withFrames(JsObject error, String stack, String message) {
    // The message may look like a frame: frames begin after it.
    int at = message.isEmpty() ? -1 : stack.indexOf(message);
    int from = at <= 0 ? 0 : at + message.length();
    int first = stack.indexOf(FRAME, from);
    if (first < 0) {
      return "[" + stack + "]";
    }
    List<String> frames =
        new ArrayList<>(Arrays.asList(stack.substring(first + 1).split("\n", -1)));
    leaveOutFramesOfCause(error, frames);
    return stack.substring(0, first) + "\n" + String.join("\n", frames);
  }

  private void leaveOutFramesOfCause(JsObject error, List<String> frames) {
    if (!(reader.get(error, PropertyKeys.CAUSE) instanceof ErrorObject cause)) {
      return;
    }
    String name = textOr(reader.get(cause, PropertyKeys.NAME), "Error");
    String stack = stackText(cause, name, textOr(reader.get(cause, PropertyKeys.MESSAGE), ""));
    int first = stack.indexOf(FRAME);
    if (first < 0) {
      return;
    }
    List<String> others = Arrays.asList(stack.substring(first + 1).split("\n", -1));
    for (int i = 0; i < frames.size() - FEWEST_SHARED_FRAMES; i++) {
      int position = others.indexOf(frames.get(i));
      int shared = position < 0 ? 0 : sharedFrames(frames, i, others, position);
      if (shared > FEWEST_SHARED_FRAMES) {
        int skipped = shared - 2;
        List<String> gap = frames.subList(i + 1, i + 1 + skipped);
        gap.clear();
        gap.add("    ... " + skipped + " lines matching cause stack trace ...");
        return;
      }
    }
  }

  private static int sharedFrames(List<String> frames, int i, List<String> others, int j) {
    int length = 0;
    while (i + length < frames.size()
        && j + length < others.size()
        && frames.get(i + length).equals(others.get(j + length))) {
      length++;
    }
    return length;
  }

  private static boolean isNothing(Object value) {
    return value == Undefined.UNDEFINED || value == Null.NULL;
  }

  private static String textOr(Object value, String absent) {
    return isNothing(value) ? absent : asText(value);
  }

  private static String asText(Object value) {
    Object text = ObjectReader.text(value);
    return text instanceof String s
        ? s
        : text instanceof JsObject object ? object.describe() : text.toString();
  }
}
