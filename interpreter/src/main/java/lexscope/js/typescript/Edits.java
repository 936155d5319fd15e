package lexscope.js.typescript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lexscope.js.source.SourceText;

/// What is to be written in place of stretches of a text. Stretches nest or lie apart; what lies
/// within a stretch that is written anew is dropped, but for the ranges that it takes over.
final class Edits {
  /// A part of what is written instead.
  private sealed interface Piece {}

  /// New text; its place is that of the stretch.
  private record Words(String text) implements Piece {}

  /// Spaces in place of what was there, character by character.
  private record Blanks(String text) implements Piece {}

  /// A range of the original, with the edits in it.
  private record Range(int from, int to) implements Piece {}

  private record Edit(int start, int end, List<Piece> pieces) {}

  private final SourceText source;
  private final List<Edit> edits = new ArrayList<>();

  Edits(SourceText source) {
    this.source = source;
  }

  /// A state for [#reset].
  int mark() {
    return edits.size();
  }

  /// Forgets the edits made since.
  void reset(int mark) {
    edits.subList(mark, edits.size()).clear();
  }

  /// Writes a text instead of a stretch.
  void replace(int start, int end, String text) {
    edits.add(new Edit(start, end, List.of(new Words(text))));
  }

  /// Writes a text before an offset; what is inserted later at the same offset comes later.
  void insert(int offset, String text) {
    replace(offset, offset, text);
  }

  /// Writes a range of the original between two texts instead of a stretch.
  void replace(int start, int end, String before, int from, int to, String after) {
    edits.add(
        new Edit(start, end, List.of(new Words(before), new Range(from, to), new Words(after))));
  }

  /// Writes spaces instead of a stretch; its line ends stay.
  void blank(int start, int end) {
    if (end > start) {
      edits.add(new Edit(start, end, List.of(new Blanks(blanks(start, end)))));
    }
  }

  /// Drops edits since a mark and blanks a statement or a class member. A semicolon stays, so that
  /// its neighbours do not become one.
  void blankStatement(int mark, int start, int end) {
    reset(mark);
    edits.add(new Edit(start, end, List.of(new Blanks(";" + blanks(start + 1, end)))));
  }

  /// Writes a semicolon where the last edit begins, if that edit ends at an offset.
  void endStatementAt(int offset) {
    for (int i = edits.size() - 1; i >= 0; i--) {
      Edit edit = edits.get(i);
      if (edit.end == offset && edit.start < offset) {
        edits.set(
            i,
            new Edit(
                edit.start, edit.end, List.of(new Blanks(";" + blanks(edit.start + 1, edit.end)))));
        return;
      }
      if (edit.end < offset) {
        return;
      }
    }
  }

  private String blanks(int start, int end) {
    var out = new StringBuilder();
    for (int i = start; i < end; i++) {
      char c = source.text().charAt(i);
      out.append(Scanner.isLineTerminator(c) ? c : ' ');
    }
    return out.toString();
  }

  /// The text with the edits done.
  SourceText apply() {
    List<Edit> sorted = new ArrayList<>(edits);
    // Insertions before what starts at the same place; the sort keeps the order of equals.
    sorted.sort(
        Comparator.comparingInt(Edit::start)
            .thenComparing(edit -> edit.end > edit.start)
            .thenComparing(Edit::end, Comparator.reverseOrder()));
    var writer = new Writer(source.text(), sorted);
    writer.write(0, source.length());
    return writer.result(source);
  }

  private static final class Writer {
    private final String input;
    private final List<Edit> sorted;
    private final StringBuilder out = new StringBuilder();
    private final IntList generated = new IntList();
    private final IntList original = new IntList();

    Writer(String input, List<Edit> sorted) {
      this.input = input;
      this.sorted = sorted;
    }

    SourceText result(SourceText source) {
      return source.translated(out.toString(), generated.toArray(), original.toArray());
    }

    /// Goes down as deep as moved ranges nest.
    private void write(int from, int to) {
      int pos = from;
      for (int i = firstFrom(from); i < sorted.size() && sorted.get(i).start <= to; i++) {
        Edit edit = sorted.get(i);
        if (edit.start < pos || edit.end > to) {
          continue;
        }
        verbatim(pos, edit.start);
        for (Piece piece : edit.pieces) {
          switch (piece) {
            case Words words -> written(words.text, -1 - edit.start);
            case Blanks blanks -> written(blanks.text, edit.start);
            case Range range -> write(range.from, range.to);
          }
        }
        pos = edit.end;
      }
      verbatim(pos, to);
    }

    private int firstFrom(int offset) {
      int low = 0;
      int high = sorted.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted.get(middle).start < offset) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    private void verbatim(int from, int to) {
      if (to > from) {
        segment(from);
        out.append(input, from, to);
      }
    }

    private void written(String text, int place) {
      if (!text.isEmpty()) {
        segment(place);
        out.append(text);
      }
    }

    private void segment(int place) {
      generated.add(out.length());
      original.add(place);
    }
  }
}
