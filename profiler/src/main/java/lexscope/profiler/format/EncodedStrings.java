package lexscope.profiler.format;

import com.carrotsearch.hppc.ObjectIntHashMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import lexscope.profiler.graph.ColumnOutput;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.StringTable;
import org.jspecify.annotations.Nullable;

/// The strings of a file, kept as the bytes they were and decoded when asked for: most are never
/// looked at.
final class EncodedStrings implements StringTable {
  /// After so many questions for numbers an index of all strings is made.
  private static final int SCANS = 6;

  private static final int CHUNK = 1 << 22;

  /// So many strings in a row may take each other's places in the table that is kept.
  private static final int MOST_TRIES = 500;

  private final List<byte[]> chunks = new ArrayList<>();
  private int[] chunkOf = new int[64];
  private int[] startOf = new int[64];
  private int[] lengthOf = new int[64];
  private final BitSet escaped = new BitSet();
  private @Nullable String[] decoded = new String[0];
  private int read;
  private int size;
  private int scans;
  private @Nullable ObjectIntHashMap<String> numbers;

  /// Reads the array of strings.
  void read(ByteScanner in) throws IOException {
    in.expect('[');
    if (in.accept(']')) {
      return;
    }
    ByteScanner.ByteSink sink = new ByteScanner.ByteSink();
    do {
      if (sink.size > CHUNK - (CHUNK >> 4)) {
        chunks.add(sink.bytes);
        sink = new ByteScanner.ByteSink();
      }
      int start = sink.size;
      if (in.string(sink)) {
        escaped.set(read);
      }
      if (read == startOf.length) {
        grow(read + (read >> 1));
      }
      chunkOf[read] = chunks.size();
      startOf[read] = start;
      lengthOf[read++] = sink.size - start;
    } while (in.accept(','));
    in.expect(']');
    chunks.add(Arrays.copyOf(sink.bytes, sink.size));
    size = read;
    grow(read);
    decoded = new String[read];
  }

  private void grow(int capacity) {
    chunkOf = Arrays.copyOf(chunkOf, capacity);
    startOf = Arrays.copyOf(startOf, capacity);
    lengthOf = Arrays.copyOf(lengthOf, capacity);
  }

  /// Keeps the strings for {@link KeptStrings}.
  void store(ColumnOutput out) throws IOException {
    out.number(chunks.size());
    for (byte[] chunk : chunks) {
      out.column(chunk, chunk.length);
    }
    out.column(chunkOf, read);
    out.column(startOf, read);
    out.column(lengthOf, read);
    out.longs(escaped.toLongArray());
    out.number(size - read);
    for (int added = read; added < size; added++) {
      out.text(get(added));
    }
    storeTable(out);
  }

  private void storeTable(ColumnOutput out) throws IOException {
    int places = 4 * Integer.highestOneBit(Math.max(4, size));
    int[] table = new int[places];
    Arrays.fill(table, -1);
    for (int number = 0; number < size; number++) {
      Monitor.poll(number);
      int at;
      if (number < read && !escaped.get(number) && isAscii(number)) {
        byte[] chunk = chunks.get(chunkOf[number]);
        at = KeptStrings.place(chunk, startOf[number], lengthOf[number], places);
      } else {
        byte[] bytes = get(number).getBytes(StandardCharsets.UTF_8);
        at = KeptStrings.place(bytes, 0, bytes.length, places);
      }
      int tries = 0;
      while (table[at] >= 0 && !isSame(table[at], number)) {
        at = at + 1 & places - 1;
        if (++tries == MOST_TRIES) {
          // Strings made to have one hash: without a table they are gone through.
          out.column(table, 0);
          return;
        }
      }
      if (table[at] < 0) {
        table[at] = number;
      }
    }
    out.column(table, places);
  }

  /// Whether two strings certainly have one text.
  private boolean isSame(int first, int second) {
    if (first >= read || second >= read) {
      return first >= read && second >= read && get(first).equals(get(second));
    }
    int start = startOf[first];
    int other = startOf[second];
    return Arrays.equals(
        chunks.get(chunkOf[first]),
        start,
        start + lengthOf[first],
        chunks.get(chunkOf[second]),
        other,
        other + lengthOf[second]);
  }

  /// Whether the bytes are those that the text would be written as again.
  private boolean isAscii(int number) {
    byte[] chunk = chunks.get(chunkOf[number]);
    int end = startOf[number] + lengthOf[number];
    for (int at = startOf[number]; at < end; at++) {
      if (chunk[at] < 0) {
        return false;
      }
    }
    return true;
  }

  /// Adds a string that the file does not hold, or finds its number.
  int intern(String text) {
    int known = numberOf(text);
    if (known >= 0) {
      return known;
    }
    return add(text);
  }

  private int add(String text) {
    if (size == decoded.length) {
      decoded = Arrays.copyOf(decoded, size + (size >> 3) + 16);
    }
    decoded[size] = text;
    ObjectIntHashMap<String> index = numbers;
    if (index != null) {
      index.put(text, size);
    }
    return size++;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String get(int number) {
    Objects.checkIndex(number, size);
    String text = decoded[number];
    if (text == null) {
      text = decode(chunks.get(chunkOf[number]), startOf[number], lengthOf[number]);
      decoded[number] = text;
    }
    return text;
  }

  @Override
  public int numberOf(String text) {
    ObjectIntHashMap<String> index = numbers;
    if (index == null) {
      if (++scans <= SCANS) {
        return scan(text);
      }
      index = new ObjectIntHashMap<>(size());
      for (int number = size() - 1; number >= 0; number--) {
        index.put(get(number), number);
      }
      numbers = index;
    }
    return index.getOrDefault(text, -1);
  }

  /// Compares bytes: cheaper than an index, which decodes every string, for a few questions.
  private int scan(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int number = 0; number < size; number++) {
      boolean same;
      if (number >= read || escaped.get(number)) {
        same = get(number).equals(text);
      } else {
        int start = startOf[number];
        same =
            lengthOf[number] == bytes.length
                && Arrays.equals(
                    chunks.get(chunkOf[number]),
                    start,
                    start + bytes.length,
                    bytes,
                    0,
                    bytes.length)
                && get(number).equals(text);
      }
      if (same) {
        return number;
      }
    }
    return -1;
  }

  /// Whether a string may be the label of a WeakMap entry, by its first and its last byte.
  @Override
  public boolean isDigitToParenthesis(int number) {
    if (number >= read) {
      return StringTable.super.isDigitToParenthesis(number);
    }
    int length = lengthOf[number];
    if (length == 0) {
      return false;
    }
    byte[] chunk = chunks.get(chunkOf[number]);
    int start = startOf[number];
    byte first = chunk[start];
    return (first >= '0' && first <= '9' || first == '\\') && chunk[start + length - 1] == ')'
        || escaped.get(number) && StringTable.super.isDigitToParenthesis(number);
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
