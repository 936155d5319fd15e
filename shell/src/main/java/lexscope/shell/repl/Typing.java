package lexscope.shell.repl;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.utils.AttributedString;

/// What those who read lines want to know of what is typed.
public interface Typing {
  /// Whether an entry is whole: if not, another line belongs to it.
  boolean isComplete(String text);

  /// What stands before an entry.
  AttributedString prompt();

  /// The entry with its colours; its characters stay the same.
  AttributedString highlight(String text);

  /// What could follow, to be shown behind the cursor at the end of an entry; empty for nothing.
  String hint(String text);

  /// What could stand in the place of the word that ends at the cursor.
  ///
  /// @param text the entry up to the cursor
  List<Candidate> complete(String text);

  /// Where the word begins that [#complete] replaces.
  int wordStart(String text);
}
