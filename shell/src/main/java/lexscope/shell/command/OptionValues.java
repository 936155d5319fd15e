package lexscope.shell.command;

import java.util.List;
import java.util.Set;
import org.apache.commons.cli.Option;

/// What may stand after an option, for completion in this program's shell and in others.
public final class OptionValues {
  /// One value.
  ///
  /// @param text the word
  /// @param meaning what it means, in a few words
  public record Value(String text, String meaning) {}

  private static final Set<String> FILES = Set.of("FILE", "OUT", "PATH", "SCRIPT");

  private static final List<Value> POLICIES =
      List.of(
          new Value("whole", "all bindings of the records around, as specified"),
          new Value("v8", "the contexts of V8, shared by all closures of a scope"),
          new Value("used", "only what the closure itself uses"));

  private static final List<Value> RULES =
      List.of(
          new Value("strong", "all edges that keep alive"),
          new Value("devtools", "the edges that Chrome DevTools counts"),
          new Value("memlab", "the edges that memlab counts"));

  private static final List<Value> GROUPS =
      List.of(
          new Value("kind", "what sort of node it is"),
          new Value("site", "where it was made"),
          new Value("function", "the function that it belongs to"),
          new Value("module", "the file that it belongs to"),
          new Value("package", "the package that it belongs to"),
          new Value("maker", "the function that made it"),
          new Value("stack", "the calls that made it"));

  private static final List<Value> DIFFERENCES =
      List.of(
          new Value("name", "the constructor's or function's name"),
          new Value("kind", "what sort of node it is"),
          new Value("site", "where it was made"),
          new Value("function", "the function that it belongs to"),
          new Value("record", "the function of an Environment Record"),
          new Value("maker", "the function that made it"));

  private static final List<Value> ORDERS =
      List.of(
          new Value("retained", "what would go with it"),
          new Value("self", "its own bytes"),
          new Value("distance", "edges from the roots"),
          new Value("id", "its id"),
          new Value("name", "its name"));

  private static final List<Value> PICTURES =
      List.of(new Value("svg", "a picture"), new Value("dot", "text for Graphviz"));

  private static final List<Value> SNAPSHOTS =
      List.of(
          new Value("heapsnapshot", "for Chrome DevTools and memlab"),
          new Value("hprof", "for Eclipse MAT and VisualVM"));

  private OptionValues() {}

  /// The words that may follow an option of a verb; empty if it has no value, or any.
  public static List<Value> of(String verb, Option option) {
    return switch (String.valueOf(option.getLongOpt())) {
      case "policy" -> POLICIES;
      case "rule" -> RULES;
      case "by" -> verb.equals("diff") ? DIFFERENCES : GROUPS;
      case "sort" -> ORDERS;
      case "format" -> verb.equals("draw") ? PICTURES : SNAPSHOTS;
      default -> List.of();
    };
  }

  /// The names of the policies.
  public static List<Value> policies() {
    return POLICIES;
  }

  /// Whether the value of an option is a file or a folder.
  public static boolean isFile(Option option) {
    return option.hasArg() && FILES.contains(option.getArgName());
  }
}
