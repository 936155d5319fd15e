package lexscope.profiler.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A small JSON reader for the head of a snapshot, which is short and of any shape: objects become
/// maps, arrays lists, strings strings, numbers and words their text as a {@link Word}.
final class JsonTree {
  /// A number, `true`, `false` or `null`.
  record Word(String text) {}

  private final byte[] bytes;
  private final int size;
  private final long offset;
  private int at;

  private JsonTree(ByteScanner.ByteSink source, long offset) {
    this.bytes = source.bytes;
    this.size = source.size;
    this.offset = offset;
  }

  /// Reads one value without white space between tokens. Objects and arrays that are open lie on a
  /// stack.
  ///
  /// @param offset where in the file the value begins, for errors
  static Object parse(ByteScanner.ByteSink source, long offset) throws SnapshotFormatException {
    return new JsonTree(source, offset).value();
  }

  private Object value() throws SnapshotFormatException {
    Deque<Object> open = new ArrayDeque<>();
    Deque<String> keys = new ArrayDeque<>();
    while (true) {
      Object value = scalarOrOpen();
      boolean opened = value instanceof Map || value instanceof List;
      if (opened && !closes(value)) {
        open.push(value);
        keys.push(value instanceof Map ? key() : "");
        continue;
      }
      while (true) {
        if (open.isEmpty()) {
          return value;
        }
        put(open.element(), keys.pop(), value);
        if (at < size && bytes[at] == ',') {
          at++;
          keys.push(open.element() instanceof Map ? key() : "");
          break;
        }
        value = open.pop();
        if (!closes(value)) {
          throw error("expected the end of an object or array");
        }
      }
    }
  }

  private Object scalarOrOpen() throws SnapshotFormatException {
    if (at >= size) {
      throw error("the value ends too early");
    }
    switch (bytes[at]) {
      case '{' -> {
        at++;
        return new LinkedHashMap<String, Object>();
      }
      case '[' -> {
        at++;
        return new ArrayList<Object>();
      }
      case '"' -> {
        return string();
      }
      default -> {
        int start = at;
        while (at < size
            && bytes[at] != ','
            && bytes[at] != '}'
            && bytes[at] != ']'
            && bytes[at] != ':') {
          at++;
        }
        if (at == start) {
          throw error("expected a value");
        }
        return new Word(EncodedStrings.decode(bytes, start, at - start));
      }
    }
  }

  private boolean closes(Object value) {
    char wanted = value instanceof Map ? '}' : ']';
    if (at < size && bytes[at] == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private String key() throws SnapshotFormatException {
    String key = string();
    if (at >= size || bytes[at] != ':') {
      throw error("expected ':'");
    }
    at++;
    return key;
  }

  private String string() throws SnapshotFormatException {
    if (at >= size || bytes[at] != '"') {
      throw error("expected a string");
    }
    int start = ++at;
    while (at < size && bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    if (at >= size) {
      throw error("a string does not end");
    }
    return EncodedStrings.decode(bytes, start, at++ - start);
  }

  @SuppressWarnings("unchecked") // Objects and arrays on the stack were made in scalarOrOpen.
  private static void put(Object container, String key, Object value) {
    if (container instanceof Map<?, ?> map) {
      ((Map<String, Object>) map).put(key, value);
    } else {
      ((List<Object>) container).add(value);
    }
  }

  private SnapshotFormatException error(String message) {
    return new SnapshotFormatException(offset + at, message + " in the head of the snapshot");
  }
}
