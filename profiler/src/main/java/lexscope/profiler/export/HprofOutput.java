package lexscope.profiler.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes the records of an HPROF file, big-endian, with identifiers of four bytes. What belongs to
/// the heap is gathered into segments whose lengths are known before they are written.
final class HprofOutput {
  private static final int SEGMENT_BYTES = 1 << 20;
  private static final int HEAP_DUMP_SEGMENT = 0x1c;
  private static final int HEAP_DUMP_END = 0x2c;

  private final OutputStream out;
  private final byte[] buffer = new byte[SEGMENT_BYTES];
  private int size;
  private long rest;

  HprofOutput(OutputStream out) {
    this.out = out;
  }

  /// The head of the file, with a time that never changes, so that equal graphs give equal files.
  void head() throws IOException {
    out.write("JAVA PROFILE 1.0.2\0".getBytes(StandardCharsets.US_ASCII));
    u4(4);
    u8(0);
    flushBytes();
  }

  /// A record whose body is what `parts` are, four bytes each, and then `text`.
  void record(int tag, String text, int... parts) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    u1(tag);
    u4(0);
    u4(4 * parts.length + bytes.length);
    for (int part : parts) {
      u4(part);
    }
    flushBytes();
    out.write(bytes);
  }

  /// Begins a part of the heap that takes so many bytes; what follows must be as long.
  void part(long bytes) throws IOException {
    if (size + bytes > SEGMENT_BYTES || rest > 0) {
      flushSegment();
    }
    if (bytes > SEGMENT_BYTES) {
      // Too long for the buffer: a segment of its own, its bytes written as they come.
      segmentHead(bytes);
      rest = bytes;
    }
  }

  private void segmentHead(long bytes) throws IOException {
    if (bytes > 0xffff_ffffL) {
      throw new IOException("an object of " + bytes + " bytes is too large for HPROF");
    }
    byte[] head = {
      HEAP_DUMP_SEGMENT,
      0,
      0,
      0,
      0,
      (byte) (bytes >> 24),
      (byte) (bytes >> 16),
      (byte) (bytes >> 8),
      (byte) bytes
    };
    out.write(head);
  }

  private void flushSegment() throws IOException {
    if (rest == 0 && size > 0) {
      segmentHead(size);
    }
    rest = 0;
    flushBytes();
  }

  private void flushBytes() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }

  /// The last segment and the mark of the end.
  void end() throws IOException {
    flushSegment();
    record(HEAP_DUMP_END, "");
    out.flush();
  }

  void u1(int value) throws IOException {
    room(1);
    buffer[size++] = (byte) value;
  }

  void u2(int value) throws IOException {
    u1(value >> 8);
    u1(value);
  }

  void u4(int value) throws IOException {
    room(4);
    buffer[size] = (byte) (value >> 24);
    buffer[size + 1] = (byte) (value >> 16);
    buffer[size + 2] = (byte) (value >> 8);
    buffer[size + 3] = (byte) value;
    size += 4;
  }

  void u8(long value) throws IOException {
    u4((int) (value >> 32));
    u4((int) value);
  }

  /// So many bytes as they are.
  void bytes(byte[] bytes) throws IOException {
    for (byte each : bytes) {
      u1(each);
    }
  }

  /// Only a part with a segment of its own ever fills the buffer.
  private void room(int bytes) throws IOException {
    if (size + bytes > SEGMENT_BYTES) {
      flushBytes();
    }
  }
}
