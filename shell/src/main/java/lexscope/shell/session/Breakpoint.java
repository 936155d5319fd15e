package lexscope.shell.session;

import java.util.IdentityHashMap;
import java.util.Map;

/// Where a program is to stand still.
abstract sealed class Breakpoint
    permits Breakpoint.OfLine, Breakpoint.OfFunction, Breakpoint.OfAllocation {
  private final int number;
  private long hits;

  Breakpoint(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /// How often the program stood there.
  long hits() {
    return hits;
  }

  void hit() {
    hits++;
  }

  /// A breakpoint as it was written after `break`.
  abstract String text();

  /// Forgets what it knows of code that is gone.
  void forgetCode() {}

  /// The first statement, of each piece of code, that a breakpoint is at: there it stops, and not
  /// at others of the same line or function.
  static final class FirstStatements {
    private final Map<Object, Integer> places = new IdentityHashMap<>();

    boolean isFirst(Object code, int pc) {
      return places.computeIfAbsent(code, _ -> pc) == pc;
    }

    void clear() {
      places.clear();
    }
  }

  /// `FILE:LINE`.
  static final class OfLine extends Breakpoint {
    private final String file;
    private final int line;
    private final int wanted;
    private final FirstStatements first = new FirstStatements();

    /// @param wanted the line that was asked for
    OfLine(int number, String file, int line, int wanted) {
      super(number);
      this.file = file;
      this.line = line;
      this.wanted = wanted;
    }

    /// Says that it stands elsewhere than was asked; empty if it does not.
    String moved() {
      return line == wanted ? "" : ", since line " + wanted + " has no statement";
    }

    boolean isAt(String source, int sourceLine, Object code, int pc) {
      return sourceLine == line
          && (source.equals(file) || source.endsWith("/" + file))
          && first.isFirst(code, pc);
    }

    @Override
    void forgetCode() {
      first.clear();
    }

    @Override
    String text() {
      return file + ":" + line;
    }
  }

  /// `FUNCTION`: where its body begins.
  static final class OfFunction extends Breakpoint {
    private final String function;
    private final FirstStatements first = new FirstStatements();

    OfFunction(int number, String function) {
      super(number);
      this.function = function;
    }

    boolean isAt(String name, Object code, int pc) {
      return name.equals(function) && first.isFirst(code, pc);
    }

    @Override
    void forgetCode() {
      first.clear();
    }

    @Override
    String text() {
      return function;
    }
  }

  /// `alloc FUNCTION`: a closure or record of the function, or an object that it constructs, is
  /// made.
  static final class OfAllocation extends Breakpoint {
    private final String function;

    OfAllocation(int number, String function) {
      super(number);
      this.function = function;
    }

    String function() {
      return function;
    }

    @Override
    String text() {
      return "alloc " + function;
    }
  }
}
