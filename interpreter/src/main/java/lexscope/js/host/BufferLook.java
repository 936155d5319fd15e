package lexscope.js.host;

import java.util.HexFormat;
import java.util.List;
import lexscope.js.intrinsics.ArrayBufferObject;
import lexscope.js.intrinsics.DataViewObject;
import lexscope.js.intrinsics.ElementType;
import lexscope.js.intrinsics.TypedArrayObject;
import lexscope.js.value.PropertyKey;
import org.jspecify.annotations.Nullable;

/// Typed arrays, array buffers and data views, read from their bytes.
final class BufferLook {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private final InspectOptions options;

  BufferLook(InspectOptions options) {
    this.options = options;
  }

  Look typedArray(
      TypedArrayObject array, @Nullable String constructor, String tag, List<PropertyKey> keys) {
    String type = array.type().constructorName();
    String size = "(" + array.length() + ")";
    return Look.list(
        ObjectNaming.prefix(constructor, tag, type, size) + "[",
        keys,
        keys.isEmpty() && !options.showHidden(),
        array.length() == 0 && !options.showHidden(),
        (output, inspection, level) -> addElements(array, output));
  }

  private void addElements(TypedArrayObject array, List<String> output) {
    ElementType type = array.type();
    int shown = Math.min(options.maxArrayLength(), array.length());
    for (int i = 0; i < shown; i++) {
      byte[] bytes = array.buffer().data();
      int at = array.byteOffset() + i * type.size();
      output.add(
          type.isBigInt()
              ? type.bigIntFromBits(type.readBits(bytes, at)) + "n"
              : PrimitiveText.plain(type.read(bytes, at)));
    }
    if (shown < array.length()) {
      output.add(ArrayLook.more(array.length() - (long) shown));
    }
    if (options.showHidden()) {
      output.add("[BYTES_PER_ELEMENT]: " + type.size());
      output.add("[length]: " + array.length());
      output.add("[byteLength]: " + array.windowBytes());
      output.add("[byteOffset]: " + array.byteOffset());
      output.add("[buffer]: ArrayBuffer { byteLength: " + array.buffer().byteLength() + " }");
    }
  }

  Look arrayBuffer(
      ArrayBufferObject buffer, @Nullable String constructor, String tag, List<PropertyKey> keys) {
    String type = buffer.isShared() ? "SharedArrayBuffer" : "ArrayBuffer";
    return Look.braces(
        ObjectNaming.prefix(constructor, tag, type, "") + "{",
        keys,
        "",
        (output, inspection, level) -> {
          output.add(contents(buffer));
          output.add("byteLength: " + buffer.byteLength());
        });
  }

  private String contents(ArrayBufferObject buffer) {
    if (buffer.isDetached()) {
      return "(detached)";
    }
    int length = buffer.byteLength();
    int shown = Math.min(options.maxArrayLength(), length);
    int left = length - shown;
    String rest = left > 0 ? " ... " + left + " more byte" + (left > 1 ? "s" : "") : "";
    return "[Uint8Contents]: <" + HEX.formatHex(buffer.data(), 0, shown) + rest + ">";
  }

  Look dataView(
      DataViewObject view, @Nullable String constructor, String tag, List<PropertyKey> keys) {
    return Look.braces(
        ObjectNaming.prefix(constructor, tag, "DataView", "") + "{",
        keys,
        "",
        (output, inspection, level) -> {
          output.add("byteLength: " + view.windowBytes());
          output.add("byteOffset: " + view.byteOffset());
          output.add("buffer: " + inspection.indented(view.buffer(), level));
        });
  }
}
