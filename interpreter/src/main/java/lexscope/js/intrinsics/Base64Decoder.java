package lexscope.js.intrinsics;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/// FromBase64 (ES2026, 23.3.3.4): decodes up to a limit, and tells how far it came when the text is
/// wrong.
final class Base64Decoder {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /// What to do with an incomplete last chunk.
  enum LastChunk {
    LOOSE,
    STRICT,
    STOP_BEFORE_PARTIAL
  }

  private final String text;
  private final boolean url;
  private final LastChunk lastChunk;
  private final long maxLength;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int[] chunk = new int[4];
  private int chunkLength;
  private int index;
  private int read;
  private @Nullable String error;

  private Base64Decoder(String text, boolean url, LastChunk lastChunk, long maxLength) {
    this.text = text;
    this.url = url;
    this.lastChunk = lastChunk;
    this.maxLength = maxLength;
  }

  /// What was decoded: code units read, bytes, and the message if the text is wrong.
  record Result(int read, byte[] bytes, @Nullable String error) {}

  static Result decode(String text, boolean url, LastChunk lastChunk, long maxLength) {
    var decoder = new Base64Decoder(text, url, lastChunk, maxLength);
    if (maxLength > 0) {
      decoder.run();
    }
    return new Result(decoder.read, decoder.bytes.toByteArray(), decoder.error);
  }

  private void run() {
    while (true) {
      skipWhiteSpace();
      if (index == text.length()) {
        finish();
        return;
      }
      char c = text.charAt(index++);
      if (c == '=') {
        padding();
        return;
      }
      int digit = digit(c);
      if (digit < 0) {
        error = "Found a character that cannot be part of a valid base64 string.";
        return;
      }
      long remaining = maxLength - bytes.size();
      if ((remaining == 1 && chunkLength == 2) || (remaining == 2 && chunkLength == 3)) {
        return;
      }
      chunk[chunkLength++] = digit;
      if (chunkLength == 4) {
        int bits = chunk[0] << 18 | chunk[1] << 12 | chunk[2] << 6 | chunk[3];
        bytes.write(bits >> 16);
        bytes.write(bits >> 8);
        bytes.write(bits);
        chunkLength = 0;
        read = index;
        if (bytes.size() == maxLength) {
          return;
        }
      }
    }
  }

  private void skipWhiteSpace() {
    while (index < text.length() && "\t\n\f\r ".indexOf(text.charAt(index)) >= 0) {
      index++;
    }
  }

  private int digit(char c) {
    if (url) {
      return c == '-' ? 62 : c == '_' ? 63 : c == '+' || c == '/' ? -1 : ALPHABET.indexOf(c);
    }
    return ALPHABET.indexOf(c);
  }

  /// The end of the text without padding.
  private void finish() {
    if (chunkLength > 0) {
      if (lastChunk == LastChunk.STOP_BEFORE_PARTIAL) {
        return;
      }
      if (lastChunk == LastChunk.STRICT || chunkLength == 1) {
        error = "The base64 input terminates with a partial chunk.";
        return;
      }
      writePartialChunk();
    }
    read = text.length();
  }

  private void padding() {
    if (chunkLength < 2) {
      error = "Unexpected padding in a base64 string.";
      return;
    }
    skipWhiteSpace();
    if (chunkLength == 2) {
      if (index == text.length()) {
        if (lastChunk != LastChunk.STOP_BEFORE_PARTIAL) {
          error = "The base64 input is missing a padding character.";
        }
        return;
      }
      if (text.charAt(index) == '=') {
        index++;
        skipWhiteSpace();
      }
    }
    int unused = chunkLength == 2 ? chunk[1] & 15 : chunk[2] & 3;
    if (index < text.length()) {
      error = "Unexpected character after the padding of a base64 string.";
    } else if (lastChunk == LastChunk.STRICT && unused != 0) {
      error = "The base64 input has bits that are not zero in its last chunk.";
    } else {
      writePartialChunk();
      read = text.length();
    }
  }

  private void writePartialChunk() {
    bytes.write(chunk[0] << 2 | chunk[1] >> 4);
    if (chunkLength == 3) {
      bytes.write(chunk[1] << 4 | chunk[2] >> 2);
    }
  }
}
