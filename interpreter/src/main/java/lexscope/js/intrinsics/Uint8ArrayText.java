package lexscope.js.intrinsics;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The base64 and hex methods of %Uint8Array% and its prototype (ES2026, 23.3).
final class Uint8ArrayText {
  private static final PropertyKey ALPHABET = PropertyKey.of("alphabet");
  private static final PropertyKey OMIT_PADDING = PropertyKey.of("omitPadding");
  private static final PropertyKey LAST_CHUNK_HANDLING = PropertyKey.of("lastChunkHandling");
  private static final PropertyKey READ = PropertyKey.of("read");
  private static final PropertyKey WRITTEN = PropertyKey.of("written");

  private Uint8ArrayText() {}

  static void define(Realm realm) {
    new IntrinsicBuilder(realm, realm.get(Intrinsic.UINT8_ARRAY))
        .method("fromBase64", 1, Uint8ArrayText::fromBase64)
        .method("fromHex", 1, Uint8ArrayText::fromHex);
    new IntrinsicBuilder(realm, realm.get(Intrinsic.UINT8_ARRAY_PROTOTYPE))
        .method("setFromBase64", 1, Uint8ArrayText::setFromBase64)
        .method("setFromHex", 1, Uint8ArrayText::setFromHex)
        .method("toBase64", 0, Uint8ArrayText::toBase64)
        .method("toHex", 0, Uint8ArrayText::toHex);
  }

  /// ValidateUint8Array ( ta ).
  private static TypedArrayObject thisArray(Agent agent, Object thisValue, String method) {
    if (thisValue instanceof TypedArrayObject array && array.type() == ElementType.UINT8) {
      return array;
    }
    throw agent.typeError(
        ErrorMessages.incompatibleReceiver("Uint8Array.prototype." + method, thisValue));
  }

  /// GetUint8ArrayBytes ( ta ).
  private static byte[] bytes(Agent agent, TypedArrayObject array, String method) {
    inBounds(agent, array, method);
    return Arrays.copyOfRange(
        array.buffer().data(), array.byteOffset(), array.byteOffset() + array.length());
  }

  private static void inBounds(Agent agent, TypedArrayObject array, String method) {
    if (array.isOutOfBounds()) {
      throw ArrayBufferOperations.detached(agent, "Uint8Array.prototype." + method);
    }
  }

  private static String string(Agent agent, Object value) {
    if (value instanceof JsString text) {
      return text.toString();
    }
    throw agent.typeError("The argument must be a string, not " + ErrorMessages.show(value));
  }

  /// GetOptionsObject ( options ): null for none.
  private static @Nullable JsObject options(Agent agent, Object value) {
    if (value == Undefined.UNDEFINED) {
      return null;
    }
    return ObjectOperations.requireObject(agent, value);
  }

  private static boolean isUrl(Agent agent, @Nullable JsObject options) {
    String alphabet = option(agent, options, ALPHABET, "base64");
    return switch (alphabet) {
      case "base64" -> false;
      case "base64url" -> true;
      default -> throw agent.typeError("Expected alphabet to be 'base64' or 'base64url'");
    };
  }

  private static Base64Decoder.LastChunk lastChunk(Agent agent, @Nullable JsObject options) {
    String handling = option(agent, options, LAST_CHUNK_HANDLING, "loose");
    return switch (handling) {
      case "loose" -> Base64Decoder.LastChunk.LOOSE;
      case "strict" -> Base64Decoder.LastChunk.STRICT;
      case "stop-before-partial" -> Base64Decoder.LastChunk.STOP_BEFORE_PARTIAL;
      default ->
          throw agent.typeError(
              "Expected lastChunkHandling to be 'loose', 'strict' or 'stop-before-partial'");
    };
  }

  private static String option(
      Agent agent, @Nullable JsObject options, PropertyKey key, String otherwise) {
    if (options == null) {
      return otherwise;
    }
    Object value = ObjectOperations.get(agent, options, key);
    return value == Undefined.UNDEFINED ? otherwise : string(agent, value);
  }

  /// `Uint8Array.prototype.toBase64 ( [ options ] )`.
  private static Object toBase64(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = thisArray(agent, thisValue, "toBase64");
    JsObject options = options(agent, Args.get(args, 0));
    boolean url = isUrl(agent, options);
    boolean omitPadding =
        options != null
            && TypeConversion.toBoolean(ObjectOperations.get(agent, options, OMIT_PADDING));
    Base64.Encoder encoder = url ? Base64.getUrlEncoder() : Base64.getEncoder();
    byte[] encoded =
        (omitPadding ? encoder.withoutPadding() : encoder).encode(bytes(agent, array, "toBase64"));
    return JsString.of(agent, new String(encoded, StandardCharsets.ISO_8859_1));
  }

  /// Uint8Array.prototype.toHex ( ).
  private static Object toHex(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = thisArray(agent, thisValue, "toHex");
    return JsString.of(agent, HexFormat.of().formatHex(bytes(agent, array, "toHex")));
  }

  /// `Uint8Array.fromBase64 ( string [ , options ] )`.
  private static Object fromBase64(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    String text = string(agent, Args.get(args, 0));
    JsObject options = options(agent, Args.get(args, 1));
    boolean url = isUrl(agent, options);
    Base64Decoder.Result result =
        Base64Decoder.decode(text, url, lastChunk(agent, options), Long.MAX_VALUE);
    return newArray(agent, result);
  }

  /// Uint8Array.fromHex ( string ).
  private static Object fromHex(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return newArray(agent, decodeHex(string(agent, Args.get(args, 0)), Long.MAX_VALUE));
  }

  private static TypedArrayObject newArray(Agent agent, Base64Decoder.Result result) {
    if (result.error() != null) {
      throw agent.syntaxError(result.error());
    }
    ArrayBufferObject buffer = ArrayBufferOperations.allocate(agent, result.bytes());
    JsObject prototype = agent.realm().get(Intrinsic.UINT8_ARRAY_PROTOTYPE);
    return TypedArrayObject.create(
        agent, prototype, ElementType.UINT8, buffer, 0, result.bytes().length);
  }

  /// `Uint8Array.prototype.setFromBase64 ( string [ , options ] )`.
  private static Object setFromBase64(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = thisArray(agent, thisValue, "setFromBase64");
    String text = string(agent, Args.get(args, 0));
    JsObject options = options(agent, Args.get(args, 1));
    boolean url = isUrl(agent, options);
    Base64Decoder.LastChunk lastChunk = lastChunk(agent, options);
    inBounds(agent, array, "setFromBase64");
    return store(agent, array, Base64Decoder.decode(text, url, lastChunk, array.length()));
  }

  /// Uint8Array.prototype.setFromHex ( string ).
  private static Object setFromHex(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = thisArray(agent, thisValue, "setFromHex");
    String text = string(agent, Args.get(args, 0));
    inBounds(agent, array, "setFromHex");
    return store(agent, array, decodeHex(text, array.length()));
  }

  /// SetUint8ArrayBytes ( into, bytes ): what was decoded is stored even if the text is wrong
  /// later.
  private static JsObject store(Agent agent, TypedArrayObject array, Base64Decoder.Result result) {
    byte[] decoded = result.bytes();
    System.arraycopy(decoded, 0, array.buffer().data(), array.byteOffset(), decoded.length);
    if (result.error() != null) {
      throw agent.syntaxError(result.error());
    }
    JsObject answer = JsObject.create(agent, agent.realm().get(Intrinsic.OBJECT_PROTOTYPE));
    answer.put(agent, READ, result.read(), Attributes.ALL);
    answer.put(agent, WRITTEN, decoded.length, Attributes.ALL);
    return answer;
  }

  /// `FromHex ( string [ , maxLength ] )`.
  private static Base64Decoder.Result decodeHex(String text, long maxLength) {
    if (text.length() % 2 != 0) {
      return new Base64Decoder.Result(0, new byte[0], "Hex string must have an even length.");
    }
    int count = (int) Math.min(text.length() / 2, maxLength);
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      char high = text.charAt(2 * i);
      char low = text.charAt(2 * i + 1);
      if (!HexFormat.isHexDigit(high) || !HexFormat.isHexDigit(low)) {
        return new Base64Decoder.Result(
            2 * i, Arrays.copyOf(bytes, i), "Found a character that is no hex digit.");
      }
      bytes[i] = (byte) (HexFormat.fromHexDigit(high) << 4 | HexFormat.fromHexDigit(low));
    }
    return new Base64Decoder.Result(2 * count, bytes, null);
  }
}
