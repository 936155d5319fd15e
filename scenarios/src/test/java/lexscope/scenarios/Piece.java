package lexscope.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A part of a generated program that can be dropped when a failing program is made smaller.
sealed interface Piece {
  /// One line of text.
  record Line(String text) implements Piece {}

  /// Pieces between an opening and a closing line.
  record Nest(String open, List<Piece> inner, String close) implements Piece {
    public Nest {
      inner = List.copyOf(inner);
    }
  }

  static Piece line(String text) {
    return new Line(text);
  }

  /// The text of the pieces, indented.
  static String render(List<Piece> pieces) {
    var text = new StringBuilder();
    render(pieces, 0, text);
    return text.toString();
  }

  private static void render(List<Piece> pieces, int depth, StringBuilder text) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Line(String line) -> text.repeat("  ", depth).append(line).append('\n');
        case Nest(String open, List<Piece> inner, String close) -> {
          text.repeat("  ", depth).append(open).append('\n');
          render(inner, depth + 1, text);
          text.repeat("  ", depth).append(close).append('\n');
        }
      }
    }
  }

  /// The text of the pieces in one line, for a string literal in single quotes.
  static String inline(List<Piece> pieces) {
    return render(pieces).lines().map(String::strip).collect(Collectors.joining(" "));
  }

  /// Every program that has one piece less: a piece dropped, or a nest replaced by what is in it.
  static List<List<Piece>> smaller(List<Piece> pieces) {
    List<List<Piece>> variants = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      variants.add(replaced(pieces, i, List.of()));
      if (pieces.get(i) instanceof Nest(String open, List<Piece> inner, String close)) {
        variants.add(replaced(pieces, i, inner));
        for (List<Piece> variant : smaller(inner)) {
          variants.add(replaced(pieces, i, List.of(new Nest(open, variant, close))));
        }
      }
    }
    return variants;
  }

  private static List<Piece> replaced(List<Piece> pieces, int index, List<Piece> replacement) {
    List<Piece> result = new ArrayList<>(pieces.subList(0, index));
    result.addAll(replacement);
    result.addAll(pieces.subList(index + 1, pieces.size()));
    return result;
  }
}
