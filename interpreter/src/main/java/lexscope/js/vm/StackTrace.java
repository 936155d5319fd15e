package lexscope.js.vm;

/// Where the execution contexts stood when an error was made. It holds positions only, never
/// functions or receivers: an error keeps nothing alive but its own properties.
@FunctionalInterface
public interface StackTrace {
  /// The lines below the error's own text, each with its indentation and a line feed before it.
  String render();
}
