package lexscope.js.intrinsics;

import java.text.Normalizer;

/// The order of `localeCompare` (22.1.3.12): three levels in the manner of the Unicode Collation
/// Algorithm (UTS 10). Letters differ first by base letter, then by accents, then lower before
/// upper case; white space comes before punctuation, symbols, digits and letters. Canonically
/// equivalent strings are equal.
///
/// The specification leaves the order to the implementation; other scripts than Latin are in order
/// of code points here.
final class Collation {
  private Collation() {}

  /// Compares two strings. Cost: linear.
  static int compare(String a, String b) {
    if (a.equals(b)) {
      return 0;
    }
    String left = Normalizer.normalize(a, Normalizer.Form.NFD);
    String right = Normalizer.normalize(b, Normalizer.Form.NFD);
    int primary = comparePrimary(left, right);
    if (primary != 0) {
      return primary;
    }
    int secondary = marks(left).compareTo(marks(right));
    return secondary != 0 ? secondary : compareCase(left, right);
  }

  private static int comparePrimary(String a, String b) {
    int i = 0;
    int j = 0;
    while (true) {
      i = skipIgnorable(a, i);
      j = skipIgnorable(b, j);
      if (i >= a.length() || j >= b.length()) {
        return Boolean.compare(i < a.length(), j < b.length());
      }
      int left = a.codePointAt(i);
      int right = b.codePointAt(j);
      int order = Long.compare(weight(left), weight(right));
      if (order != 0) {
        return order;
      }
      i += Character.charCount(left);
      j += Character.charCount(right);
    }
  }

  private static int skipIgnorable(String s, int from) {
    int at = from;
    while (at < s.length()) {
      int c = s.codePointAt(at);
      if (!isMark(c) && !Character.isIdentifierIgnorable(c)) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /// The class of a character above, its lower-case code point below.
  private static long weight(int c) {
    long rank;
    if (Character.isLetter(c)) {
      rank = 5;
    } else if (Character.isDigit(c)) {
      return (4L << 32) | Character.digit(c, 10);
    } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      rank = 1;
    } else {
      rank = isPunctuation(c) ? 2 : 3;
    }
    return (rank << 32) | (rank == 2 ? punctuationOrder(c) : Character.toLowerCase(c));
  }

  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /// The default order of ASCII punctuation, others after it.
  private static int punctuationOrder(int c) {
    int place = "_-,;:!?.'\"()[]{}@*/\\&#%".indexOf(c);
    return place < 0 ? 0x100 + c : place;
  }

  /// The accents, each after a separator per base character.
  private static String marks(String s) {
    var marks = new StringBuilder();
    for (int i = 0; i < s.length(); ) {
      int c = s.codePointAt(i);
      if (isMark(c)) {
        marks.appendCodePoint(c);
      } else {
        marks.append('\u0001');
      }
      i += Character.charCount(c);
    }
    return marks.toString();
  }

  private static int compareCase(String a, String b) {
    for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
      boolean left = Character.isUpperCase(a.charAt(i));
      boolean right = Character.isUpperCase(b.charAt(i));
      if (left != right) {
        return left ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
