package lexscope.shell.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes one script of the modules that a page's script consists of, since a page without a network
/// can import nothing.
///
/// Understood is what the pages' modules use: `import { a, b as c } from './x.js';` and `export` in
/// front of `function`, `async function`, `class` and `const`, each at the beginning of a line.
/// Every module becomes a function of its own, so that names do not meet; a module runs after those
/// that it imports.
public final class LinkedModules {
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import \\{([^}]*)} from '\\./([^']+)';[ ]*\\n?");
  private static final Pattern EXPORT =
      Pattern.compile("(?m)^export (?=((?:async )?function\\*?|class|const) ([\\w$]+))");
  private static final Pattern OTHER = Pattern.compile("(?m)^(import|export)\\b.*$");

  private final UnaryOperator<String> texts;
  private final Map<String, String> done = new LinkedHashMap<>();

  private LinkedModules(UnaryOperator<String> texts) {
    this.texts = texts;
  }

  /// Links a module with all that it imports.
  ///
  /// @param main its name
  /// @param texts the text of a module by its name
  /// @throws IllegalArgumentException if modules import each other in a ring, or say what is not
  ///   understood
  public static String of(String main, UnaryOperator<String> texts) {
    LinkedModules linked = new LinkedModules(texts);
    linked.link(main);
    StringBuilder out = new StringBuilder();
    linked.done.values().forEach(out::append);
    return out.toString();
  }

  private void link(String main) {
    Deque<String> open = new ArrayDeque<>(List.of(main));
    List<String> entered = new ArrayList<>();
    while (!open.isEmpty()) {
      String name = open.peek();
      String text = texts.apply(name).replace("\r\n", "\n");
      boolean again = entered.contains(name);
      boolean waits = false;
      Matcher imports = IMPORT.matcher(text);
      while (imports.find()) {
        String needed = imports.group(2);
        if (!done.containsKey(needed)) {
          if (again) {
            throw new IllegalArgumentException(name + " and " + needed + " import each other");
          }
          open.push(needed);
          waits = true;
        }
      }
      entered.add(name);
      if (!waits) {
        open.pop();
        done.putIfAbsent(name, linked(name, text));
      }
    }
  }

  private static String linked(String name, String text) {
    Matcher imports = IMPORT.matcher(text);
    String imported =
        imports.replaceAll(match ->
            Matcher.quoteReplacement(
                "const {"
                    + match.group(1).replaceAll("\\bas\\b", ":").replaceAll("\\s+", " ")
                    + "} = "
                    + variable(match.group(2))
                    + ";\n"));
    List<String> exported = new ArrayList<>();
    Matcher exports = EXPORT.matcher(imported);
    while (exports.find()) {
      exported.add(exports.group(2));
    }
    String plain = exports.replaceAll("");
    Matcher other = OTHER.matcher(plain);
    if (other.find()) {
      throw new IllegalArgumentException(name + ": cannot be linked: " + other.group());
    }
    return "// "
        + name
        + "\nconst "
        + variable(name)
        + " = (() => {\n"
        + plain.stripTrailing()
        + "\nreturn { "
        + String.join(", ", exported)
        + " };\n})();\n";
  }

  private static String variable(String name) {
    return "module_" + name.replaceAll("[^\\w]", "_");
  }
}
