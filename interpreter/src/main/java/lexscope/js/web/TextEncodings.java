package lexscope.js.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import lexscope.js.intrinsics.ArrayBufferObject;
import lexscope.js.intrinsics.BufferView;
import lexscope.js.intrinsics.ElementType;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.TypedArrayObject;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The interfaces TextEncoder and TextDecoder (Encoding standard, 8), for UTF-8 only.
final class TextEncodings {
  private static final PropertyKey FATAL = PropertyKey.of("fatal");
  private static final PropertyKey IGNORE_BOM = PropertyKey.of("ignoreBOM");
  private static final PropertyKey READ = PropertyKey.of("read");
  private static final PropertyKey WRITTEN = PropertyKey.of("written");

  private TextEncodings() {}

  static void defineEncoder(WebRealm web) {
    web.define(
            WebInterface.TEXT_ENCODER,
            (WebInterface) null,
            0,
            (agent, _, _, newTarget) ->
                JsObject.create(
                    agent, WebRealm.of(agent).prototypeFor(newTarget, WebInterface.TEXT_ENCODER)))
        .getter("encoding", (agent, _, _, _) -> agent.string("utf-8"))
        .method("encode", 0, TextEncodings::encode)
        .method("encodeInto", 2, TextEncodings::encodeInto);
  }

  private static String text(Agent agent, Object value) {
    return value == Undefined.UNDEFINED ? "" : TypeConversion.toText(agent, value);
  }

  private static Object encode(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return bytes(agent, utf8(text(agent, Args.get(args, 0))));
  }

  /// UTF-8, with U+FFFD for surrogates without a partner.
  static byte[] utf8(String text) {
    var wellFormed = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        wellFormed.setCharAt(i, '\uFFFD');
      }
    }
    return wellFormed.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// A new Uint8Array over the bytes.
  static TypedArrayObject bytes(Agent agent, byte[] data) {
    ArrayBufferObject buffer =
        ArrayBufferObject.create(
            agent, agent.realm().get(Intrinsic.ARRAY_BUFFER_PROTOTYPE), data, -1, false);
    return TypedArrayObject.create(
        agent,
        agent.realm().get(Intrinsic.UINT8_ARRAY_PROTOTYPE),
        ElementType.UINT8,
        buffer,
        0,
        data.length);
  }

  private static Object encodeInto(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    String source = text(agent, Args.get(args, 0));
    if (!(Args.get(args, 1) instanceof TypedArrayObject target)
        || target.type() != ElementType.UINT8) {
      throw agent.typeError("The \"dest\" argument must be an instance of Uint8Array");
    }
    int room = target.length();
    int read = 0;
    int written = 0;
    while (read < source.length()) {
      int c = source.codePointAt(read);
      byte[] encoded = utf8(Character.toString(c));
      if (written + encoded.length > room) {
        break;
      }
      System.arraycopy(
          encoded, 0, target.buffer().data(), target.byteOffset() + written, encoded.length);
      written += encoded.length;
      read += Character.charCount(c);
    }
    JsObject result = JsObject.create(agent, agent.realm().get(Intrinsic.OBJECT_PROTOTYPE));
    result.put(agent, READ, read, Attributes.ALL);
    result.put(agent, WRITTEN, written, Attributes.ALL);
    return result;
  }

  /// A decoder and its options.
  private static final class DecoderObject extends JsObject {
    final boolean fatal;
    final boolean keepsMark;

    DecoderObject(Shape shape, boolean fatal, boolean keepsMark) {
      super(shape);
      this.fatal = fatal;
      this.keepsMark = keepsMark;
    }
  }

  static void defineDecoder(WebRealm web) {
    web.define(WebInterface.TEXT_DECODER, (WebInterface) null, 0, TextEncodings::constructDecoder)
        .getter("encoding", (agent, _, _, _) -> agent.string("utf-8"))
        .method("decode", 0, TextEncodings::decode);
  }

  private static Object constructDecoder(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject prototype = WebRealm.of(agent).prototypeFor(newTarget, WebInterface.TEXT_DECODER);
    agent.handles().push(prototype);
    String label = text(agent, Args.get(args, 0)).strip().toLowerCase(Locale.ROOT);
    if (!label.isEmpty() && !label.equals("utf-8") && !label.equals("utf8")) {
      throw agent.rangeError("The \"" + label + "\" encoding is not supported");
    }
    boolean fatal = false;
    boolean keepsMark = false;
    if (Args.get(args, 1) instanceof JsObject options) {
      fatal = TypeConversion.toBoolean(ObjectOperations.get(agent, options, FATAL));
      keepsMark = TypeConversion.toBoolean(ObjectOperations.get(agent, options, IGNORE_BOM));
    }
    return agent.heap().allocate(new DecoderObject(Shape.root(agent, prototype), fatal, keepsMark));
  }

  private static Object decode(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(thisValue instanceof DecoderObject decoder)) {
      throw agent.typeError(
          ErrorMessages.incompatibleReceiver("TextDecoder.prototype.decode", thisValue));
    }
    byte[] data =
        switch (Args.get(args, 0)) {
          case Undefined _ -> new byte[0];
          case ArrayBufferObject buffer -> Arrays.copyOf(buffer.data(), buffer.byteLength());
          case BufferView view ->
              Arrays.copyOfRange(
                  view.buffer().data(), view.byteOffset(), view.byteOffset() + view.windowBytes());
          default ->
              throw agent.typeError(
                  "The \"list\" argument must be an instance of SharedArrayBuffer, ArrayBuffer or"
                      + " ArrayBufferView.");
        };
    CodingErrorAction action = decoder.fatal ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(action)
              .onUnmappableCharacter(action)
              .decode(ByteBuffer.wrap(data))
              .toString();
      boolean marked = !decoder.keepsMark && text.startsWith("\uFEFF");
      return agent.string(marked ? text.substring(1) : text);
    } catch (CharacterCodingException _) {
      throw agent.typeError("The encoded data was not valid for encoding utf-8");
    }
  }
}
