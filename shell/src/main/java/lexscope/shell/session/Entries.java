package lexscope.shell.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import lexscope.js.host.Host;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.syntax.Parser;
import lexscope.js.syntax.RegExpSyntax;

/// Tells verbs from JavaScript, and whole entries from those that go on in another line.
///
/// An entry is a verb's if its first word is a verb and what follows does not make it an assignment
/// or a call: `next = 1` and `run(2)` are JavaScript. All others are JavaScript, and so is what
/// follows the marker `=`.
final class Entries {
  /// What may stand in place of a verb on the command line, too.
  private static final Set<String> OPTIONS = Set.of("--version", "-V", "--help", "-h");

  private final Predicate<String> isVerb;
  private final Parser parser;

  Entries(Predicate<String> isVerb) {
    this.isVerb = isVerb;
    RegExpSyntax anything = Host.regExpSyntax();
    parser = new Parser(anything);
  }

  /// The first word of an entry.
  static String firstWord(String text) {
    String stripped = text.strip();
    int end = 0;
    while (end < stripped.length() && !Character.isWhitespace(stripped.charAt(end))) {
      end++;
    }
    return stripped.substring(0, end);
  }

  boolean isVerbLine(String text) {
    String word = firstWord(text);
    if (!isVerb.test(word)) {
      return OPTIONS.contains(text.strip());
    }
    String rest = text.strip().substring(word.length()).strip();
    return rest.isEmpty() || "=(?;,".indexOf(rest.charAt(0)) < 0;
  }

  boolean isComplete(String text) {
    if (text.isBlank() || isVerbLine(text)) {
      return true;
    }
    String code = text.strip().startsWith(Session.MARKER) ? text.strip().substring(1) : text;
    try {
      parser.parseScript(new SourceText("typed", code));
      return true;
    } catch (SyntaxErrorException e) {
      return !(code.contains("await") ? endsEarlyAsModule(code) : endsEarly(e, code));
    }
  }

  private boolean endsEarlyAsModule(String code) {
    try {
      parser.parseModule(new SourceText("typed", code));
      return false;
    } catch (SyntaxErrorException e) {
      return endsEarly(e, code);
    }
  }

  private static boolean endsEarly(SyntaxErrorException e, String code) {
    return e.offset() >= code.stripTrailing().length()
        || e.message().startsWith("Unterminated template");
  }

  /// The verb that a mistyped word was probably meant to be; empty for none.
  String nearest(String word, Session session) {
    if (word.length() < 3) {
      return "";
    }
    List<String> verbs = new ArrayList<>(session.commands().keySet());
    verbs.addAll(session.verbs().keySet());
    return verbs.stream()
        .filter(verb -> distance(word, verb) <= (verb.length() > 4 ? 2 : 1))
        .min(Comparator.comparingInt(verb -> distance(word, verb)))
        .orElse("");
  }

  /// The number of letters to add, drop, replace or exchange with the next.
  private static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int best =
            Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = best;
      }
    }
    return cost[from.length()][to.length()];
  }
}
