package lexscope.js.node;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lexscope.js.intrinsics.ArrayBufferObject;
import lexscope.js.intrinsics.BufferView;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.IntrinsicBuilder;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Null;
import lexscope.js.vm.Agent;

/// What `buffer`, `string_decoder` and `crypto` need: texts as bytes, bytes as texts, and digests.
final class BufferBindings {
  /// The names of digests in Node, and in the JDK.
  private static final Map<String, String> DIGESTS =
      Map.of(
          "md5", "MD5",
          "sha1", "SHA-1",
          "sha224", "SHA-224",
          "sha256", "SHA-256",
          "sha384", "SHA-384",
          "sha512", "SHA-512",
          "sha512-256", "SHA-512/256");

  private BufferBindings() {}

  static void addTo(IntrinsicBuilder builder) {
    builder
        .method("encode", 2, (agent, _, args, _) -> encode(agent, args))
        .method("decode", 4, (agent, _, args, _) -> decode(agent, args))
        .method("utf8Length", 1, (agent, _, args, _) -> Utf8.encode(text(agent, args, 0)).length)
        .method("digest", 2, (agent, _, args, _) -> digest(agent, args))
        .method("hmac", 3, (agent, _, args, _) -> hmac(agent, args));
  }

  private static String text(Agent agent, Object[] args, int index) {
    return TypeConversion.toText(agent, Args.get(args, index));
  }

  /// `encode(text, encoding)`: an ArrayBuffer of the bytes.
  private static Object encode(Agent agent, Object[] args) {
    String text = text(agent, args, 0);
    return buffer(
        agent,
        switch (text(agent, args, 1)) {
          case "latin1" -> latin1(text);
          case "utf16le" -> utf16(text);
          case "hex" -> hex(text);
          case "base64" -> base64(text);
          default -> Utf8.encode(text);
        });
  }

  private static Object buffer(Agent agent, byte[] bytes) {
    return ArrayBufferObject.create(
        agent, agent.realm().get(Intrinsic.ARRAY_BUFFER_PROTOTYPE), bytes, -1, false);
  }

  private static byte[] latin1(String text) {
    var bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }

  private static byte[] utf16(String text) {
    var bytes = new byte[text.length() * 2];
    for (int i = 0; i < text.length(); i++) {
      bytes[2 * i] = (byte) text.charAt(i);
      bytes[2 * i + 1] = (byte) (text.charAt(i) >> 8);
    }
    return bytes;
  }

  /// Up to the first pair that is no number.
  private static byte[] hex(String text) {
    var bytes = new byte[text.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      int high = Character.digit(text.charAt(2 * i), 16);
      int low = Character.digit(text.charAt(2 * i + 1), 16);
      if (high < 0 || low < 0 || text.charAt(2 * i) > 'f' || text.charAt(2 * i + 1) > 'f') {
        return Arrays.copyOf(bytes, i);
      }
      bytes[i] = (byte) (high << 4 | low);
    }
    return bytes;
  }

  /// Both alphabets; other characters are passed over, and `=` ends the text.
  private static byte[] base64(String text) {
    var bytes = new byte[text.length() * 3 / 4 + 3];
    int length = 0;
    int bits = 0;
    int held = 0;
    for (int i = 0; i < text.length() && text.charAt(i) != '='; i++) {
      // Like Node, by the low byte of the unit.
      int value = sextet((char) (text.charAt(i) & 0xff));
      if (value < 0) {
        continue;
      }
      held = held << 6 | value;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        bytes[length++] = (byte) (held >> bits);
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  private static int sextet(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    } else if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    } else if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
  }

  private static byte[] bytes(Object value) {
    return switch (value) {
      case BufferView view ->
          Arrays.copyOfRange(
              view.buffer().data(), view.byteOffset(), view.byteOffset() + view.windowBytes());
      case ArrayBufferObject buffer -> Arrays.copyOf(buffer.data(), buffer.byteLength());
      default -> new byte[0];
    };
  }

  /// `decode(view, start, end, encoding)`: the text of those bytes.
  private static Object decode(Agent agent, Object[] args) {
    byte[] all = bytes(Args.get(args, 0));
    int start = TypeConversion.toInt32(agent, Args.get(args, 1));
    int end = TypeConversion.toInt32(agent, Args.get(args, 2));
    byte[] bytes = Arrays.copyOfRange(all, start, Math.max(start, end));
    return agent.string(
        switch (text(agent, args, 3)) {
          case "latin1" -> new String(bytes, StandardCharsets.ISO_8859_1);
          case "ascii" -> ascii(bytes);
          case "utf16le" -> utf16(bytes);
          case "hex" -> HexFormat.of().formatHex(bytes);
          case "base64" -> Base64.getEncoder().encodeToString(bytes);
          case "base64url" -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
          default -> Utf8.decode(bytes);
        });
  }

  private static String ascii(byte[] bytes) {
    var text = new StringBuilder(bytes.length);
    for (byte each : bytes) {
      text.append((char) (each & 0x7f));
    }
    return text.toString();
  }

  private static String utf16(byte[] bytes) {
    var text = new StringBuilder(bytes.length / 2);
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      text.append((char) (bytes[i] & 0xff | bytes[i + 1] << 8));
    }
    return text.toString();
  }

  /// `digest(algorithm, bytes)`: an ArrayBuffer, or null for an algorithm that is not there.
  private static Object digest(Agent agent, Object[] args) {
    String name = DIGESTS.get(text(agent, args, 0).toLowerCase(Locale.ROOT));
    if (name == null) {
      return Null.NULL;
    }
    try {
      return buffer(agent, MessageDigest.getInstance(name).digest(bytes(Args.get(args, 1))));
    } catch (NoSuchAlgorithmException _) {
      return Null.NULL;
    }
  }

  /// `hmac(algorithm, key, bytes)`: an ArrayBuffer, or null for an algorithm that is not there.
  private static Object hmac(Agent agent, Object[] args) {
    String name = DIGESTS.get(text(agent, args, 0).toLowerCase(Locale.ROOT));
    if (name == null) {
      return Null.NULL;
    }
    try {
      String algorithm = "Hmac" + name.replace("-", "");
      byte[] key = bytes(Args.get(args, 1));
      Mac mac = Mac.getInstance(algorithm);
      // An empty key is the same as one of zeros, which the JDK accepts.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
      return buffer(agent, mac.doFinal(bytes(Args.get(args, 2))));
    } catch (NoSuchAlgorithmException | InvalidKeyException _) {
      return Null.NULL;
    }
  }
}
