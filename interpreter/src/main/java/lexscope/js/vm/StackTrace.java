package lexscope.js.vm;

import java.util.List;
import lexscope.js.source.SourceSpot;
import org.jspecify.annotations.Nullable;

/// Where the execution contexts stood when an error was made. It holds positions only, never
/// functions or receivers: an error keeps nothing alive but its own properties.
public interface StackTrace {
  /// The lines below the error's own text, each with its indentation and a line feed before it.
  String render();

  /// Where the innermost context that has a source stood; null if none ran.
  @Nullable SourceSpot top();

  /// The lines, innermost first.
  List<TraceLine> lines();
}
