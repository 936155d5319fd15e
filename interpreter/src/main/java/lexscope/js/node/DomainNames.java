package lexscope.js.node;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Domain names in ASCII and in Unicode.
///
/// NON-SPEC: the mapping is that of IDNA 2003, which the JDK has, not that of UTS 46: the two
/// differ in "ß", "ς", the two joiners, and in letters newer than Unicode 3.2.
final class DomainNames {
  private static final int LONGEST_LABEL = 63;
  private static final String PREFIX = "xn--";

  private DomainNames() {}

  /// The domain in ASCII, in small letters; null if a label is none.
  static @Nullable String toAscii(String domain) {
    String text = domain.replaceAll("[\u3002\uFF0E\uFF61]", ".");
    String[] labels = text.split("\\.", -1);
    for (int i = 0; i < labels.length; i++) {
      String ascii = label(labels[i]);
      if (ascii == null) {
        return null;
      }
      labels[i] = ascii;
    }
    return String.join(".", labels);
  }

  private static @Nullable String label(String label) {
    if (label.chars().allMatch(c -> c < 0x80)) {
      String lower = label.toLowerCase(Locale.ROOT);
      return lower.startsWith(PREFIX) && toUnicodeLabel(lower).equals(lower) ? null : lower;
    }
    String folded =
        Normalizer.normalize(label, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replace("\u00AD", "");
    if (folded.chars().allMatch(c -> c < 0x80)) {
      return folded;
    }
    try {
      String ascii = IDN.toASCII(folded, IDN.ALLOW_UNASSIGNED);
      return ascii.length() > LONGEST_LABEL ? null : ascii;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /// The domain with its labels decoded.
  static String toUnicode(String domain) {
    String[] labels = domain.split("\\.", -1);
    Arrays.setAll(labels, i -> toUnicodeLabel(labels[i]));
    return String.join(".", labels);
  }

  private static String toUnicodeLabel(String label) {
    return IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED);
  }
}
