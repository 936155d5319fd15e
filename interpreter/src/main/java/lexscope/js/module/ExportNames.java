package lexscope.js.module;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names that a CommonJS text exports, as far as its text tells, as Node finds them:
/// `exports.name =` and `module.exports.name =`, and `Object.defineProperty(exports, "name"`.
final class ExportNames {
  private static final Pattern ASSIGNED =
      Pattern.compile("\\bexports\\s*\\.\\s*([A-Za-z_$][\\w$]*)\\s*=(?!=)");
  private static final Pattern DEFINED =
      Pattern.compile("defineProperty\\s*\\(\\s*exports\\s*,\\s*[\"']([^\"']+)[\"']");
  private static final Pattern LITERAL =
      Pattern.compile("module\\.exports\\s*=\\s*\\{([\\w$\\s,]*)\\}");

  private ExportNames() {}

  static Set<String> in(String text) {
    Set<String> names = new LinkedHashSet<>();
    collect(ASSIGNED, text, names);
    collect(DEFINED, text, names);
    Matcher literal = LITERAL.matcher(text);
    while (literal.find()) {
      for (String name : literal.group(1).split(",", -1)) {
        if (!name.isBlank()) {
          names.add(name.strip());
        }
      }
    }
    return names;
  }

  private static void collect(Pattern pattern, String text, Set<String> names) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
  }
}
