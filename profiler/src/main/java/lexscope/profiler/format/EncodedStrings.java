package lexscope.profiler.format;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.ObjectIntHashMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.graph.StringTable;
import org.jspecify.annotations.Nullable;

/// The strings of a file, kept as the bytes they were and decoded when asked for: most are never
/// looked at.
final class EncodedStrings implements StringTable {
  private final List<byte[]> chunks = new ArrayList<>();
  private final IntArrayList chunkOf = new IntArrayList();
  private final IntArrayList startOf = new IntArrayList();
  private final IntArrayList lengthOf = new IntArrayList();
  private final List<@Nullable String> decoded = new ArrayList<>();
  private @Nullable ObjectIntHashMap<String> numbers;

  /// Reads the array of strings.
  void read(ByteScanner in) throws IOException {
    in.expect('[');
    if (in.accept(']')) {
      return;
    }
    ByteScanner.ByteSink sink = new ByteScanner.ByteSink();
    do {
      if (sink.size > 1 << 26) {
        chunks.add(sink.bytes);
        sink = new ByteScanner.ByteSink();
      }
      int start = sink.size;
      in.string(sink);
      chunkOf.add(chunks.size());
      startOf.add(start);
      lengthOf.add(sink.size - start);
      decoded.add(null);
    } while (in.accept(','));
    in.expect(']');
    chunks.add(sink.bytes);
  }

  /// Adds a string that the file does not hold, or finds its number.
  int intern(String text) {
    int known = numberOf(text);
    if (known >= 0) {
      return known;
    }
    decoded.add(text);
    ObjectIntHashMap<String> index = numbers;
    if (index != null) {
      index.put(text, decoded.size() - 1);
    }
    return decoded.size() - 1;
  }

  @Override
  public int size() {
    return decoded.size();
  }

  @Override
  public String get(int number) {
    String text = decoded.get(number);
    if (text == null) {
      text = decode(chunks.get(chunkOf.get(number)), startOf.get(number), lengthOf.get(number));
      decoded.set(number, text);
    }
    return text;
  }

  @Override
  public int numberOf(String text) {
    ObjectIntHashMap<String> index = numbers;
    if (index == null) {
      index = new ObjectIntHashMap<>(size());
      for (int number = size() - 1; number >= 0; number--) {
        index.put(get(number), number);
      }
      numbers = index;
    }
    return index.getOrDefault(text, -1);
  }

  /// Decodes UTF-8 with JSON escapes. An escape that is none stands for itself.
  static String decode(byte[] bytes, int start, int length) {
    String text = new String(bytes, start, length, StandardCharsets.UTF_8);
    int escape = text.indexOf('\\');
    if (escape < 0) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    int from = 0;
    while (escape >= 0 && escape + 1 < text.length()) {
      result.append(text, from, escape);
      char c = text.charAt(escape + 1);
      from = escape + 2;
      switch (c) {
        case 'n' -> result.append('\n');
        case 't' -> result.append('\t');
        case 'r' -> result.append('\r');
        case 'b' -> result.append('\b');
        case 'f' -> result.append('\f');
        case 'u' -> from = decodeUnit(text, from, result);
        default -> result.append(c);
      }
      escape = text.indexOf('\\', from);
    }
    return result.append(text, from, text.length()).toString();
  }

  private static int decodeUnit(String text, int from, StringBuilder result) {
    if (from + 4 <= text.length()) {
      int unit = 0;
      for (int i = from; i < from + 4; i++) {
        unit = unit << 4 | Math.max(0, Character.digit(text.charAt(i), 16));
      }
      result.append((char) unit);
      return from + 4;
    }
    result.append('u');
    return from;
  }
}
