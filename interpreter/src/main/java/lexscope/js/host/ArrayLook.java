package lexscope.js.host;

import java.util.List;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import org.jspecify.annotations.Nullable;

/// Arrays: items in columns, holes counted, what is beyond the hundredth item left out.
final class ArrayLook {
  private final ObjectReader reader;
  private final InspectOptions options;

  ArrayLook(ObjectReader reader, InspectOptions options) {
    this.reader = reader;
    this.options = options;
  }

  Look of(JsArray array, @Nullable String constructor, String tag) {
    boolean ordinary = "Array".equals(constructor) && tag.isEmpty();
    String prefix =
        ordinary ? "" : ObjectNaming.prefix(constructor, tag, "Array", "(" + array.length() + ")");
    List<PropertyKey> keys = reader.keysButIndices(array, options.showHidden());
    return Look.list(
        prefix + "[",
        keys,
        isNumeric(array, keys.size()),
        array.length() == 0,
        (output, inspection, level) -> addItems(array, output, inspection, level));
  }

  private void addItems(JsArray array, List<String> output, Inspection inspection, int level) {
    int most = (int) Math.min(options.maxArrayLength(), array.length());
    long index = 0;
    while (output.size() < most && index < array.length()) {
      PropertyKey key = PropertyKey.ofIndex(index);
      if (reader.own(array, key) != null) {
        output.add(inspection.property(array, key, level, true));
        index++;
      } else {
        long next = reader.nextIndex(array, index);
        long holes = (next < 0 ? array.length() : next) - index;
        output.add("<" + holes + " empty item" + (holes > 1 ? "s>" : ">"));
        index += holes;
      }
    }
    if (index < array.length()) {
      output.add(more(array.length() - index));
    }
  }

  /// Numbers are aligned on the right, if there is nothing else.
  private boolean isNumeric(JsArray array, int extraKeys) {
    long entries = Math.min(array.length(), (long) options.maxArrayLength() + 1) + extraKeys;
    for (long i = 0; i < entries; i++) {
      PropertyDescriptor own = reader.own(array, PropertyKey.ofIndex(i));
      if (own == null || !isNumber(own.value())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(@Nullable Object value) {
    return value != null && (Numbers.isNumber(value) || value instanceof JsBigInt);
  }

  static String more(long left) {
    return "... " + left + " more item" + (left > 1 ? "s" : "");
  }
}
