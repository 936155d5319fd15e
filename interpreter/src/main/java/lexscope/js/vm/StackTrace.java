package lexscope.js.vm;

import lexscope.js.source.SourceSpot;
import org.jspecify.annotations.Nullable;

/// Where the execution contexts stood when an error was made. It holds positions only, never
/// functions or receivers: an error keeps nothing alive but its own properties.
public interface StackTrace {
  /// The lines below the error's own text, each with its indentation and a line feed before it.
  String render();

  /// Where the innermost context stood; null if none ran.
  default @Nullable SourceSpot top() {
    return null;
  }
}
