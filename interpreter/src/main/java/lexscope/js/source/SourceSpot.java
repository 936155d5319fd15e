package lexscope.js.source;

/// An offset in a source text.
public record SourceSpot(SourceText source, int offset) {
  /// The place as stack traces write it: `app.js:12:3`.
  public String place() {
    return source.name() + ":" + source.position(offset);
  }

  /// The place with the name of what stands there: `setup (app.js:12:3)`, or the place alone if the
  /// name is empty.
  public String placeOf(String name) {
    return name.isEmpty() ? place() : name + " (" + place() + ")";
  }

  /// The place, the line, and a caret below it, as Node shows where an error was thrown.
  public String excerpt() {
    Position position = source.position(offset);
    String name = source.isEval() ? "<anonymous_script>" : source.name();
    return name + ":" + position.line() + "\n" + SourceExcerpt.of(source, position, 1);
  }
}
