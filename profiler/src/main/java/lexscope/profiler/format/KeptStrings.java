package lexscope.profiler.format;

import com.carrotsearch.hppc.BitSet;
import com.carrotsearch.hppc.IntObjectHashMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lexscope.profiler.graph.ByteColumn;
import lexscope.profiler.graph.ColumnInput;
import lexscope.profiler.graph.IntColumn;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.StringTable;

/// The strings of a file that was read before. They are fetched and decoded when they are asked
/// for; numbers are found by a table of hashes that was made when the strings were kept.
final class KeptStrings implements StringTable {
  /// So many bytes at each end of a string make its hash.
  private static final int HASHED = 512;

  private final List<ByteColumn> chunks;
  private final IntColumn chunkOf;
  private final IntColumn startOf;
  private final IntColumn lengthOf;
  private final BitSet escaped;
  private final List<String> added;

  /// Numbers of strings, each at the first free place from that of its hash on, so that of equal
  /// ones the first comes first; -1 where none is.
  private final IntColumn table;

  private final IntObjectHashMap<String> decoded = new IntObjectHashMap<>();

  private KeptStrings(ColumnInput in) throws IOException {
    chunks = new ArrayList<>();
    for (long left = in.number(); left > 0; left--) {
      chunks.add(in.byteColumn());
    }
    chunkOf = in.intColumn();
    startOf = in.intColumn();
    lengthOf = in.intColumn();
    long[] bits = in.longs();
    escaped = new BitSet(bits, bits.length);
    added = new ArrayList<>();
    for (long left = in.number(); left > 0; left--) {
      added.add(in.text());
    }
    table = in.intColumn();
  }

  /// Gives back strings that were kept.
  static KeptStrings restore(ColumnInput in) throws IOException {
    return new KeptStrings(in);
  }

  /// A place in a table of so many places, a power of two, by the first and last bytes of a text's
  /// UTF-8 form.
  static int place(byte[] bytes, int start, int length, int places) {
    int hash = length;
    int end = start + length;
    for (int at = start; at < Math.min(end, start + HASHED); at++) {
      hash = hash * 31 + bytes[at];
    }
    for (int at = Math.max(start + HASHED, end - HASHED); at < end; at++) {
      hash = hash * 31 + bytes[at];
    }
    hash *= 0x9e3779b1;
    return (hash ^ hash >>> 15) & places - 1;
  }

  @Override
  public int size() {
    return lengthOf.size() + added.size();
  }

  @Override
  public String get(int number) {
    Objects.checkIndex(number, size());
    if (number >= lengthOf.size()) {
      return added.get(number - lengthOf.size());
    }
    String text = decoded.get(number);
    if (text == null) {
      int start = startOf.get(number);
      byte[] bytes = chunks.get(chunkOf.get(number)).copy(start, start + lengthOf.get(number));
      text =
          escaped.get(number)
              ? EncodedStrings.decode(bytes, 0, bytes.length)
              : new String(bytes, StandardCharsets.UTF_8);
      decoded.put(number, text);
    }
    return text;
  }

  @Override
  public int numberOf(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int places = table.size();
    if (places == 0) {
      return scan(text);
    }
    int at = place(bytes, 0, bytes.length, places);
    for (int number = table.get(at); number >= 0; number = table.get(at)) {
      if (get(number).equals(text)) {
        return number;
      }
      at = at + 1 & places - 1;
    }
    return -1;
  }

  private int scan(String text) {
    for (int number = 0; number < size(); number++) {
      Monitor.poll(number);
      if (get(number).equals(text)) {
        return number;
      }
    }
    return -1;
  }

  @Override
  public boolean isDigitToParenthesis(int number) {
    if (number >= lengthOf.size() || escaped.get(number)) {
      return StringTable.super.isDigitToParenthesis(number);
    }
    int length = lengthOf.get(number);
    if (length == 0) {
      return false;
    }
    ByteColumn chunk = chunks.get(chunkOf.get(number));
    int start = startOf.get(number);
    byte first = chunk.get(start);
    return first >= '0' && first <= '9' && chunk.get(start + length - 1) == ')';
  }
}
