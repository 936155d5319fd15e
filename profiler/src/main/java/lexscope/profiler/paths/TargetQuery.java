package lexscope.profiler.paths;

/// What a person asks about.
public sealed interface TargetQuery {
  /// The node with an id: `#ID`.
  record ById(long id) implements TargetQuery {}

  /// The Environment Records of a function: `record:FUNCTION`.
  record ByRecord(String function) implements TargetQuery {}

  /// The closures of a function: `closure:NAME`.
  record ByClosure(String name) implements TargetQuery {}

  /// What a binding of a function's records holds: `binding:FUNCTION.NAME`.
  record ByBinding(String function, String binding) implements TargetQuery {}

  /// The objects of a class, by the name of the constructor: `class:NAME`.
  record ByClass(String name) implements TargetQuery {}

  /// What was made or defined in a line: `site:FILE:LINE`.
  record BySite(String file, int line) implements TargetQuery {}

  /// Reads a target as written on a command line.
  ///
  /// @throws IllegalArgumentException if it is none, with a message for people
  static TargetQuery parse(String text) {
    if (text.startsWith("#")) {
      return new ById(number(text, text.substring(1)));
    }
    int colon = text.indexOf(':');
    if (colon > 0 && colon < text.length() - 1) {
      String rest = text.substring(colon + 1);
      switch (text.substring(0, colon)) {
        case "record" -> {
          return new ByRecord(rest);
        }
        case "closure" -> {
          return new ByClosure(rest);
        }
        case "class" -> {
          return new ByClass(rest);
        }
        case "binding" -> {
          int dot = rest.lastIndexOf('.');
          if (dot >= 0 && dot < rest.length() - 1) {
            return new ByBinding(rest.substring(0, dot), rest.substring(dot + 1));
          }
        }
        case "site" -> {
          int line = rest.lastIndexOf(':');
          if (line > 0 && line < rest.length() - 1) {
            return new BySite(
                rest.substring(0, line), (int) number(text, rest.substring(line + 1)));
          }
        }
        default -> {}
      }
    }
    throw new IllegalArgumentException(
        "\""
            + text
            + "\" is no target: write #ID, record:FUNCTION, closure:NAME, binding:FUNCTION.NAME,"
            + " class:NAME or site:FILE:LINE");
  }

  /// The target as written on a command line.
  default String text() {
    return switch (this) {
      case ById(long id) -> "#" + id;
      case ByRecord(String function) -> "record:" + function;
      case ByClosure(String name) -> "closure:" + name;
      case ByBinding(String function, String binding) -> "binding:" + function + "." + binding;
      case ByClass(String name) -> "class:" + name;
      case BySite(String file, int line) -> "site:" + file + ":" + line;
    };
  }

  private static long number(String text, String digits) {
    try {
      long value = Long.parseLong(digits);
      if (value >= 0 && value <= (text.startsWith("#") ? Long.MAX_VALUE : Integer.MAX_VALUE)) {
        return value;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "\"" + text + "\" is no target: \"" + digits + "\" is not a number");
  }
}
