package lexscope.profiler.find;

import java.io.Serial;

/// A predicate that cannot be understood. The message is for people and begins with the column.
public final class PredicateSyntaxException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  private final int column;

  /// Says what is wrong at a column.
  ///
  /// @param column counted from 1
  public PredicateSyntaxException(int column, String message) {
    super("column " + column + ": " + message);
    this.column = column;
  }

  /// Where the mistake is, counted from 1.
  public int column() {
    return column;
  }
}
