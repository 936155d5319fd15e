package lexscope.profiler.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import lexscope.profiler.graph.ScopeTable;

/// Finds functions of a source text by the places that V8 gives closures: a function's parameters,
/// the class or its first field for a constructor or initializer that has no text of its own, the
/// beginning for the top level.
final class SourcePlaces {
  private final ScopeTable scopes;
  private final String text;
  private final int before;
  private final int[] lineStarts;
  private final int[] functions;
  private final int[] functionStarts;
  private final int[] classes;

  SourcePlaces(ParsedSource source) {
    this.scopes = source.scopes();
    this.text = source.text();
    this.before = source.before();
    this.lineStarts = lineStarts(text);
    // Scopes of loops overlap; those of functions are nested, and of two that begin together the
    // inner one comes later.
    this.functions =
        IntStream.range(0, scopes.size())
            .filter(s -> scopes.scope(s).isFunction())
            .boxed()
            .sorted(Comparator.comparingInt(s -> scopes.scope(s).start()))
            .mapToInt(Integer::intValue)
            .toArray();
    this.classes =
        IntStream.range(0, scopes.size())
            .filter(s -> !scopes.scope(s).isFunction() && scopes.scope(s).start() >= before)
            .filter(s -> text.startsWith("class", scopes.scope(s).start() - before))
            .toArray();
    this.functionStarts = Arrays.stream(functions).map(s -> scopes.scope(s).start()).toArray();
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (!pair && (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029')) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /// The scope of the function whose closures stand at a place, or -1; line and column count from
  /// 1. For what has no text of its own it is the scope of the class: whatever functions inside use
  ///    counts then.
  ///
  /// @param name the closure's name
  int function(int line, int column, String name) {
    int offset = offset(line, column);
    if (offset < 0) {
      return -1;
    }
    if (offset == 0 && name.isEmpty()) {
      return topLevel();
    }
    int at = offset + before;
    int function = around(at);
    int inClass = classAround(at);
    if (inClass >= 0
        && (function < 0 || scopes.scope(inClass).start() >= scopes.scope(function).start())) {
      return inClass;
    }
    if (function < 0 || scopes.scope(function).start() < before) {
      return -1;
    }
    String own = scopes.scope(function).function();
    return own.isEmpty() || name.isEmpty() || own.equals(name) || name.endsWith(" " + own)
        ? function
        : -1;
  }

  /// The offset of a place, or -1 if the text has no such place.
  private int offset(int line, int column) {
    if (line < 1 || line > lineStarts.length || column < 1) {
      return -1;
    }
    int offset = lineStarts[line - 1] + column - 1;
    int end = line < lineStarts.length ? lineStarts[line] : text.length() + 1;
    return offset < end ? offset : -1;
  }

  /// The innermost function around an offset, or -1.
  private int around(int at) {
    int low = 0;
    int high = functions.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (functionStarts[middle] <= at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int function = low == 0 ? -1 : functions[low - 1];
    while (function >= 0 && scopes.scope(function).end() <= at) {
      int parent = scopes.scope(function).parent();
      function = parent < 0 ? -1 : scopes.functionOf(parent);
    }
    return function;
  }

  /// The innermost class around an offset, or -1. Texts have few classes.
  private int classAround(int at) {
    int innermost = -1;
    for (int s : classes) {
      if (scopes.scope(s).start() <= at
          && at < scopes.scope(s).end()
          && (innermost < 0 || scopes.scope(s).start() > scopes.scope(innermost).start())) {
        innermost = s;
      }
    }
    return innermost;
  }

  /// The scope of the body of a CommonJS module, or of the module.
  private int topLevel() {
    for (int s = 0; s < scopes.size() && scopes.scope(s).start() < before; s++) {
      if (scopes.scope(s).isFunction()) {
        return s;
      }
    }
    return scopes.size() == 0 ? -1 : 0;
  }
}
