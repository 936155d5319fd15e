package lexscope.shell.session;

import java.util.List;
import java.util.Objects;
import lexscope.shell.command.Command;
import lexscope.shell.repl.Typing;
import org.jline.reader.Candidate;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/// What a person sees while typing at a session: prompt, colours, hints and completion.
public final class Prompting implements Typing {
  private static final AttributedStyle VERB = AttributedStyle.BOLD;
  private static final AttributedStyle OPTION =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
  private static final AttributedStyle TARGET =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
  private static final AttributedStyle FILE = AttributedStyle.BOLD.foreground(AttributedStyle.CYAN);
  private static final AttributedStyle POLICY =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);

  private @Nullable Session session;
  private @Nullable Completion completion;

  /// Serves nobody yet.
  public Prompting() {}

  /// Serves a session from now on.
  public void serve(Session served) {
    session = served;
    completion = new Completion(served);
  }

  private Session session() {
    return Objects.requireNonNull(session);
  }

  @Override
  public boolean isComplete(String text) {
    return session().entries().isComplete(text);
  }

  @Override
  public AttributedString prompt() {
    Subject subject = session().subject();
    AttributedStringBuilder prompt = new AttributedStringBuilder();
    prompt.styled(FILE, subject.isFile() ? subject.shortName() : "lexscope").append(' ');
    if (subject.isSnapshot()) {
      String own = subject.isBegun() ? subject.heap().info().policy() : "";
      prompt.styled(POLICY, own.isEmpty() ? "snapshot" : own);
    } else {
      prompt.styled(POLICY, session().policy().ruleName());
    }
    String size = subject.size(session().policy());
    if (!size.isEmpty()) {
      prompt.append(' ').styled(AttributedStyle::faint, size);
    }
    return coloured(prompt.append("> ").toAttributedString());
  }

  private AttributedString coloured(AttributedString text) {
    return session().streams().colour() ? text : new AttributedString(text.toString());
  }

  @Override
  public AttributedString highlight(String text) {
    if (!session().entries().isVerbLine(text)) {
      return coloured(JavaScriptColours.of(text));
    }
    AttributedStringBuilder out = new AttributedStringBuilder();
    boolean first = true;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      boolean blank = Character.isWhitespace(text.charAt(at));
      while (end < text.length() && Character.isWhitespace(text.charAt(end)) == blank) {
        end++;
      }
      String word = text.substring(at, end);
      if (blank) {
        out.append(word);
      } else {
        out.styled(
            first
                ? VERB
                : word.startsWith("-") ? OPTION : isTarget(word) ? TARGET : AttributedStyle.DEFAULT,
            word);
        first = false;
      }
      at = end;
    }
    return coloured(out.toAttributedString());
  }

  private static boolean isTarget(String word) {
    return word.startsWith("#") || Completion.PREFIXES.keySet().stream().anyMatch(word::startsWith);
  }

  @Override
  public String hint(String text) {
    String word = Entries.firstWord(text);
    if (!session().isVerb(word) || text.length() != word.length() && !text.equals(word + " ")) {
      return "";
    }
    ShellVerb own = session().verbs().get(word);
    Command command = session().commands().get(word);
    String synopsis =
        own != null
            ? own.synopsis()
            : command != null ? command.synopsis().replace(" FILE...", "") : "";
    if (own == null && synopsis.equals("FILE...")) {
      synopsis = "";
    }
    String gap = text.endsWith(" ") ? "" : " ";
    String summary = own != null ? own.summary() : command != null ? command.summary() : "";
    return gap + (synopsis.isEmpty() ? "" : synopsis + " ") + "— " + summary;
  }

  @Override
  public List<Candidate> complete(String text) {
    return Objects.requireNonNull(completion).candidates(text);
  }

  @Override
  public int wordStart(String text) {
    return Objects.requireNonNull(completion).wordStart(text);
  }
}
