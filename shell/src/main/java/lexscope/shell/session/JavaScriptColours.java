package lexscope.shell.session;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lexscope.js.syntax.ReservedWords;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// JavaScript in colours, as it is being typed: whatever the text, its characters stay the same.
final class JavaScriptColours {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|$))"
              + "|(?<text>\"(?:[^\"\\\\\\n]|\\\\.)*\"?|'(?:[^'\\\\\\n]|\\\\.)*'?|`(?:[^`\\\\]|\\\\[\\s\\S])*+`?)"
              + "|(?<number>(?<![\\w$])(?:0[xXbBoO][\\da-fA-F_]+|\\d[\\d_]*(?:\\.\\d*)?(?:[eE][+-]?\\d+)?)n?)"
              + "|(?<word>[A-Za-z_$][\\w$]*)");

  /// Words that mean something in one place only. Whoever types one mostly means that.
  private static final Set<String> CONTEXTUAL = Set.of("get", "of", "set", "static");

  private static final Set<String> LITERALS =
      Set.of("true", "false", "null", "undefined", "NaN", "Infinity");

  private static final AttributedStyle KEYWORD =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
  private static final AttributedStyle TEXT =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
  private static final AttributedStyle NUMBER =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
  private static final AttributedStyle COMMENT = AttributedStyle.DEFAULT.faint();

  private JavaScriptColours() {}

  static AttributedString of(String text) {
    AttributedStringBuilder out = new AttributedStringBuilder();
    Matcher token = TOKEN.matcher(text);
    int at = 0;
    while (token.find()) {
      out.append(text, at, token.start());
      out.styled(style(token), token.group());
      at = token.end();
    }
    return out.append(text, at, text.length()).toAttributedString();
  }

  private static AttributedStyle style(Matcher token) {
    if (token.group("comment") != null) {
      return COMMENT;
    }
    if (token.group("text") != null) {
      return TEXT;
    }
    if (token.group("number") != null) {
      return NUMBER;
    }
    String word = token.group();
    if (LITERALS.contains(word)) {
      return NUMBER;
    }
    return ReservedWords.isKeyword(word) || CONTEXTUAL.contains(word)
        ? KEYWORD
        : AttributedStyle.DEFAULT;
  }
}
