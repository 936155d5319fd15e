package lexscope.shell.steps;

/// A line that the program printed.
///
/// @param error whether to standard error
/// @param text the line without its line feed
public record Output(boolean error, String text) {}
