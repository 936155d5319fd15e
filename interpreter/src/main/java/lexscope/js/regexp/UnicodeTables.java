package lexscope.js.regexp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lines of `unicode.txt`, read once, each decoded when it is asked for. The file's own head
/// says how it is written.
///
/// The JDK's `Character` is not used for this: it is a version of Unicode behind, and lacks
/// Script_Extensions, simple case folding, most binary properties and all properties of strings.
final class UnicodeTables {
  private static final UnicodeTables INSTANCE = read();

  /// From letter and any alias (`s Latn`) to the numbers.
  private final Map<String, String> lines = new HashMap<>();

  /// From letter and any alias to the first alias.
  private final Map<String, String> names = new HashMap<>();

  private UnicodeTables() {}

  static UnicodeTables instance() {
    return INSTANCE;
  }

  private static UnicodeTables read() {
    var tables = new UnicodeTables();
    try (var stream = UnicodeTables.class.getResourceAsStream("unicode.txt")) {
      if (stream == null) {
        throw new IllegalStateException("unicode.txt is missing from the module");
      }
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          tables.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tables;
  }

  private void add(String line) {
    int colon = line.indexOf(':');
    String letter = line.substring(0, 2);
    String numbers = line.substring(Math.min(line.length(), colon + 2));
    String canonical = "";
    for (int at = 2; at < colon; ) {
      int space = line.indexOf(' ', at);
      int end = space < 0 || space > colon ? colon : space;
      String alias = line.substring(at, end);
      canonical = canonical.isEmpty() ? alias : canonical;
      lines.put(letter + alias, numbers);
      names.put(letter + alias, canonical);
      at = end + 1;
    }
  }

  /// The name that comes first in the line of an alias.
  ///
  /// @return null if there is no such line
  @Nullable String name(char letter, String alias) {
    return names.get(letter + " " + alias);
  }

  /// The set of a line.
  ///
  /// @return null if there is no such line
  @Nullable CodePointSet set(char letter, String alias) {
    int[] gaps = numbers(letter, alias);
    return gaps == null ? null : CodePointSet.ofGaps(gaps);
  }

  /// The numbers of a line.
  ///
  /// @return null if there is no such line
  int @Nullable [] numbers(char letter, String alias) {
    String text = lines.get(letter + " " + alias);
    if (text == null) {
      return null;
    }
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ' ') {
        count++;
      }
    }
    int[] numbers = new int[text.isEmpty() ? 0 : count + 1];
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        at++;
      } else {
        numbers[at] = numbers[at] * 36 + (c <= '9' ? c - '0' : c - 'a' + 10);
      }
    }
    return numbers;
  }
}
