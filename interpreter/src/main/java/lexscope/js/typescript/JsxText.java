package lexscope.js.typescript;

import java.util.Arrays;
import java.util.List;

/// The text between tags and in attributes: line ends and what is around them go, character
/// references become characters.
final class JsxText {
  /// The names of the characters from U+00A0 on.
  private static final List<String> LATIN =
      Arrays.asList(
          ("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg"
               + " plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12"
               + " frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute"
               + " Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml"
               + " times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc"
               + " atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml"
               + " eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc"
               + " uuml yacute thorn yuml")
              .split(" "));

  private JsxText() {}

  /// The text of a child; empty if there is none.
  static String clean(String raw) {
    String[] lines = raw.split("\r\n|\n|\r", -1);
    var out = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].replace('\t', ' ');
      int from = 0;
      int to = line.length();
      while (i > 0 && from < to && line.charAt(from) == ' ') {
        from++;
      }
      while (i < lines.length - 1 && to > from && line.charAt(to - 1) == ' ') {
        to--;
      }
      if (to > from) {
        if (!out.isEmpty()) {
          out.append(' ');
        }
        out.append(line, from, to);
      }
    }
    return decode(out.toString());
  }

  /// The value of an attribute.
  static String attribute(String raw) {
    return decode(raw.replaceAll("\\s*(\r\n|\n|\r)\\s*", " "));
  }

  private static String decode(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    var out = new StringBuilder();
    int pos = 0;
    while (pos < text.length()) {
      int end = text.charAt(pos) == '&' ? text.indexOf(';', pos) : -1;
      int codePoint = end > pos && end - pos <= 10 ? codePoint(text.substring(pos + 1, end)) : -1;
      if (codePoint < 0) {
        out.append(text.charAt(pos++));
      } else {
        out.appendCodePoint(codePoint);
        pos = end + 1;
      }
    }
    return out.toString();
  }

  private static int codePoint(String name) {
    if (name.startsWith("#")) {
      boolean hex = name.startsWith("#x") || name.startsWith("#X");
      try {
        int value = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(value) ? value : -1;
      } catch (NumberFormatException _) {
        return -1;
      }
    }
    int latin = LATIN.indexOf(name);
    if (latin >= 0) {
      return 0xa0 + latin;
    }
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      case "ndash" -> 0x2013;
      case "mdash" -> 0x2014;
      case "lsquo" -> 0x2018;
      case "rsquo" -> 0x2019;
      case "ldquo" -> 0x201c;
      case "rdquo" -> 0x201d;
      case "bull" -> 0x2022;
      case "hellip" -> 0x2026;
      case "euro" -> 0x20ac;
      case "trade" -> 0x2122;
      case "larr" -> 0x2190;
      case "uarr" -> 0x2191;
      case "rarr" -> 0x2192;
      case "darr" -> 0x2193;
      case "ensp" -> 0x2002;
      case "emsp" -> 0x2003;
      case "thinsp" -> 0x2009;
      case "zwnj" -> 0x200c;
      case "zwj" -> 0x200d;
      case "minus" -> 0x2212;
      case "infin" -> 0x221e;
      case "ne" -> 0x2260;
      case "le" -> 0x2264;
      case "ge" -> 0x2265;
      case "hearts" -> 0x2665;
      default -> -1;
    };
  }
}
