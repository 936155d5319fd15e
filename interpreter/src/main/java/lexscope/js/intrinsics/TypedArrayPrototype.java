package lexscope.js.intrinsics;

import java.util.Objects;
import lexscope.gc.HandleStack;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.NativeBody;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %TypedArray.prototype%, section 23.2.3: what reads and rearranges elements. The methods that
/// call back are in [TypedArrayCallbacks].
final class TypedArrayPrototype {
  private TypedArrayPrototype() {}

  static void create(Realm realm) {
    IntrinsicBuilder builder =
        IntrinsicBuilder.ordinary(realm, Intrinsic.TYPED_ARRAY_PROTOTYPE)
            .method("at", 1, TypedArrayPrototype::at)
            .getter("buffer", (agent, t, _, _) -> array(agent, t, "buffer").exposedBuffer())
            .getter("byteLength", TypedArrayPrototype::byteLength)
            .getter("byteOffset", TypedArrayPrototype::byteOffset)
            .method("copyWithin", 2, TypedArrayPrototype::copyWithin)
            .method("entries", 0, iterator("entries", ArrayIterator.Kind.KEY_AND_VALUE))
            .method("fill", 1, TypedArrayPrototype::fill)
            .method("includes", 1, TypedArrayPrototype::includes)
            .method("indexOf", 1, TypedArrayPrototype::indexOf)
            .method("join", 1, TypedArrayPrototype::join)
            .method("keys", 0, iterator("keys", ArrayIterator.Kind.KEY))
            .method("lastIndexOf", 1, TypedArrayPrototype::lastIndexOf)
            .getter("length", (agent, t, _, _) -> array(agent, t, "length").length())
            .method("reverse", 0, TypedArrayPrototype::reverse)
            .method("set", 1, TypedArrayPrototype::set)
            .method("slice", 2, TypedArrayPrototype::slice)
            .method("subarray", 2, TypedArrayPrototype::subarray)
            .method("toLocaleString", 0, TypedArrayPrototype::toLocaleString)
            .method("toReversed", 0, TypedArrayPrototype::toReversed)
            .method("values", 0, iterator("values", ArrayIterator.Kind.VALUE))
            .method("with", 2, TypedArrayPrototype::with);
    TypedArrayCallbacks.define(builder);
    Agent agent = realm.agent();
    Object values = Objects.requireNonNull(builder.object().peek(PropertyKey.of("values")));
    Object toString =
        Objects.requireNonNull(realm.get(Intrinsic.ARRAY_PROTOTYPE).peek(PropertyKeys.TO_STRING));
    builder
        .value("toString", toString, Attributes.HIDDEN)
        .value(agent.symbols().iterator(), values, Attributes.HIDDEN)
        .getter(agent.symbols().toStringTag(), TypedArrayPrototype::toStringTag);
  }

  private static TypedArrayObject array(Agent agent, Object thisValue, String property) {
    if (thisValue instanceof TypedArrayObject array) {
      return array;
    }
    throw agent.typeError(
        ErrorMessages.incompatibleReceiver("get TypedArray.prototype." + property, thisValue));
  }

  private static NativeBody iterator(String method, ArrayIterator.Kind kind) {
    return (agent, thisValue, _, _) ->
        ArrayIteratorPrototype.createArrayIterator(
            agent, TypedArrayOperations.validate(agent, thisValue, method), kind);
  }

  private static Object elementOrUndefined(Agent agent, TypedArrayObject array, long index) {
    return index >= 0 && index < array.length()
        ? array.element(agent, (int) index)
        : Undefined.UNDEFINED;
  }

  /// 23.2.3.1 %TypedArray%.prototype.at ( index ).
  private static Object at(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "at");
    int length = array.length();
    double relative = TypeConversion.toIntegerOrInfinity(agent, Args.get(args, 0));
    double k = relative >= 0 ? relative : length + relative;
    return k < 0 || k >= length ? Undefined.UNDEFINED : elementOrUndefined(agent, array, (long) k);
  }

  /// 23.2.3.3 get %TypedArray%.prototype.byteLength.
  private static Object byteLength(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = array(agent, thisValue, "byteLength");
    return array.length() * array.type().size();
  }

  /// 23.2.3.4 get %TypedArray%.prototype.byteOffset.
  private static Object byteOffset(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = array(agent, thisValue, "byteOffset");
    return array.isOutOfBounds() ? 0 : array.byteOffset();
  }

  /// 23.2.3.6 `%TypedArray%.prototype.copyWithin ( target, start [ , end ] )`.
  private static Object copyWithin(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "copyWithin");
    int length = array.length();
    long to = TypeConversion.toRelativeIndex(agent, Args.get(args, 0), length);
    long from = TypeConversion.toRelativeIndex(agent, Args.get(args, 1), length);
    long end = ArrayBufferOperations.relative(agent, Args.get(args, 2), length, length);
    long count = Math.min(end - from, length - to);
    if (count > 0) {
      TypedArrayOperations.validate(agent, array, "copyWithin");
      int size = array.type().size();
      int now = array.length();
      long copied = Math.min(count, Math.min(now - from, now - to));
      if (copied > 0) {
        byte[] data = array.buffer().data();
        int base = array.byteOffset();
        System.arraycopy(
            data, base + (int) from * size, data, base + (int) to * size, (int) copied * size);
      }
    }
    return array;
  }

  /// 23.2.3.9 `%TypedArray%.prototype.fill ( value [ , start [ , end ] ] )`.
  private static Object fill(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "fill");
    int length = array.length();
    long bits = array.convert(agent, Args.get(args, 0));
    long start = TypeConversion.toRelativeIndex(agent, Args.get(args, 1), length);
    long end = ArrayBufferOperations.relative(agent, Args.get(args, 2), length, length);
    TypedArrayOperations.validate(agent, array, "fill");
    for (long k = start; k < Math.min(end, array.length()); k++) {
      array.putBits((int) k, bits);
    }
    return array;
  }

  /// 23.2.3.16 `%TypedArray%.prototype.includes ( searchElement [ , fromIndex ] )`.
  private static Object includes(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "includes");
    int length = array.length();
    if (length == 0) {
      return false;
    }
    long start = TypeConversion.toRelativeIndex(agent, Args.get(args, 1), length);
    Object search = Args.get(args, 0);
    for (long k = start; k < length; k++) {
      if (TestingAndComparison.sameValueZero(elementOrUndefined(agent, array, k), search)) {
        return true;
      }
    }
    return false;
  }

  /// 23.2.3.17 `%TypedArray%.prototype.indexOf ( searchElement [ , fromIndex ] )`.
  private static Object indexOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "indexOf");
    int length = array.length();
    if (length == 0) {
      return -1;
    }
    long start = TypeConversion.toRelativeIndex(agent, Args.get(args, 1), length);
    for (long k = start; k < Math.min(length, array.length()); k++) {
      if (TestingAndComparison.isStrictlyEqual(array.element(agent, (int) k), Args.get(args, 0))) {
        return (int) k;
      }
    }
    return -1;
  }

  /// 23.2.3.20 `%TypedArray%.prototype.lastIndexOf ( searchElement [ , fromIndex ] )`.
  private static Object lastIndexOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "lastIndexOf");
    int length = array.length();
    if (length == 0) {
      return -1;
    }
    double n = args.length > 1 ? TypeConversion.toIntegerOrInfinity(agent, args[1]) : length - 1.0;
    double from = n >= 0 ? Math.min(n, length - 1.0) : length + n;
    for (long k = (long) Math.max(from, -1); k >= 0; k--) {
      if (k < array.length()
          && TestingAndComparison.isStrictlyEqual(
              array.element(agent, (int) k), Args.get(args, 0))) {
        return (int) k;
      }
    }
    return -1;
  }

  /// 23.2.3.18 %TypedArray%.prototype.join ( separator ).
  private static Object join(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "join");
    int length = array.length();
    Object separator = Args.get(args, 0);
    String between =
        separator == Undefined.UNDEFINED
            ? ","
            : TypeConversion.toString(agent, separator).toString();
    var text = new StringBuilder();
    for (int k = 0; k < length; k++) {
      text.append(k == 0 ? "" : between);
      if (k < array.length()) {
        text.append(TypeConversion.toString(agent, array.element(agent, k)));
      }
    }
    return JsString.of(agent, text.toString());
  }

  /// 23.2.3.25 %TypedArray%.prototype.reverse ( ).
  private static Object reverse(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "reverse");
    reverseInto(array, array);
    return array;
  }

  /// 23.2.3.32 %TypedArray%.prototype.toReversed ( ).
  private static Object toReversed(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "toReversed");
    TypedArrayObject result = TypedArrayOperations.allocate(agent, array.type(), array.length());
    reverseInto(array, result);
    return result;
  }

  private static void reverseInto(TypedArrayObject source, TypedArrayObject target) {
    ElementType type = source.type();
    byte[] data = source.buffer().data();
    int size = type.size();
    int length = source.length();
    for (int low = 0, high = length - 1; low <= high; low++, high--) {
      long first = type.readBits(data, source.byteOffset() + low * size);
      long last = type.readBits(data, source.byteOffset() + high * size);
      target.putBits(low, last);
      target.putBits(high, first);
    }
  }

  /// 23.2.3.26 `%TypedArray%.prototype.set ( source [ , offset ] )`.
  private static Object set(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject target = array(agent, thisValue, "set");
    double offset = TypeConversion.toIntegerOrInfinity(agent, Args.get(args, 1));
    if (offset < 0) {
      throw agent.rangeError("offset is out of bounds");
    }
    if (target.isOutOfBounds()) {
      throw ArrayBufferOperations.detached(agent, "%TypedArray%.prototype.set");
    }
    int length = target.length();
    Object source = Args.get(args, 0);
    if (source instanceof TypedArrayObject array) {
      if (array.isOutOfBounds()) {
        throw ArrayBufferOperations.detached(agent, "%TypedArray%.prototype.set");
      }
      if (array.type().isBigInt() != target.type().isBigInt()) {
        throw agent.typeError("Cannot mix BigInt and other types, use explicit conversions");
      }
      if (offset + array.length() > length) {
        throw agent.rangeError("offset is out of bounds");
      }
      TypedArrayOperations.copyElements(agent, array, 0, target, (int) offset, array.length());
      return Undefined.UNDEFINED;
    }
    JsObject object = TypeConversion.toObject(agent, source);
    agent.handles().push(object);
    long count = ObjectOperations.lengthOfArrayLike(agent, object);
    if (offset + count > length) {
      throw agent.rangeError("offset is out of bounds");
    }
    HandleStack handles = agent.handles();
    for (long i = 0; i < count; i++) {
      int mark = handles.mark();
      Object value = ObjectOperations.get(agent, object, i);
      TypedArrayOperations.setElement(agent, target, (long) offset + i, value);
      handles.release(mark);
    }
    return Undefined.UNDEFINED;
  }

  /// 23.2.3.27 %TypedArray%.prototype.slice ( start, end ).
  private static Object slice(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "slice");
    int length = array.length();
    long start = TypeConversion.toRelativeIndex(agent, Args.get(args, 0), length);
    long end = ArrayBufferOperations.relative(agent, Args.get(args, 1), length, length);
    long count = Math.max(end - start, 0);
    TypedArrayObject result =
        TypedArrayOperations.speciesCreate(agent, array, count, Numbers.of(count));
    if (count > 0) {
      TypedArrayOperations.validate(agent, array, "slice");
      int available = (int) Math.min(count, array.length() - start);
      copyForward(agent, array, (int) start, result, Math.min(available, result.length()));
    }
    return result;
  }

  /// Copies element by element from the front: what lies in one buffer may overlap.
  private static void copyForward(
      Agent agent, TypedArrayObject source, int from, TypedArrayObject target, int count) {
    if (source.type() != target.type()) {
      for (int i = 0; i < count; i++) {
        TypedArrayOperations.setElement(agent, target, i, source.element(agent, from + i));
      }
      return;
    }
    int size = source.type().size();
    byte[] bytes = source.buffer().data();
    byte[] targetBytes = target.buffer().data();
    int at = source.byteOffset() + from * size;
    if (bytes != targetBytes) {
      if (count > 0) {
        System.arraycopy(bytes, at, targetBytes, target.byteOffset(), count * size);
      }
      return;
    }
    for (int i = 0; i < count * size; i++) {
      targetBytes[target.byteOffset() + i] = bytes[at + i];
    }
  }

  /// 23.2.3.30 %TypedArray%.prototype.subarray ( start, end ).
  private static Object subarray(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = array(agent, thisValue, "subarray");
    int length = array.length();
    long start = TypeConversion.toRelativeIndex(agent, Args.get(args, 0), length);
    int size = array.type().size();
    Object end = Args.get(args, 1);
    if (array.isLengthTracking() && end == Undefined.UNDEFINED) {
      return TypedArrayOperations.speciesCreate(
          agent, array, -1, array.exposedBuffer(), Numbers.of(array.byteOffset() + start * size));
    }
    long last = ArrayBufferOperations.relative(agent, end, length, length);
    return TypedArrayOperations.speciesCreate(
        agent,
        array,
        -1,
        array.exposedBuffer(),
        Numbers.of(array.byteOffset() + start * size),
        Numbers.of(Math.max(last - start, 0)));
  }

  /// 23.2.3.31 `%TypedArray%.prototype.toLocaleString ( [ reserved1 [ , reserved2 ] ] )`.
  private static Object toLocaleString(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "toLocaleString");
    int length = array.length();
    var text = new StringBuilder();
    HandleStack handles = agent.handles();
    PropertyKey method = PropertyKey.of("toLocaleString");
    for (int k = 0; k < length; k++) {
      text.append(k == 0 ? "" : ",");
      Object element = elementOrUndefined(agent, array, k);
      if (element != Undefined.UNDEFINED) {
        int mark = handles.mark();
        Object shown = ObjectOperations.invoke(agent, element, method);
        text.append(TypeConversion.toString(agent, shown));
        handles.release(mark);
      }
    }
    return JsString.of(agent, text.toString());
  }

  /// 23.2.3.36 %TypedArray%.prototype.with ( index, value ).
  private static Object with(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "with");
    int length = array.length();
    double relative = TypeConversion.toIntegerOrInfinity(agent, Args.get(args, 0));
    double index = relative >= 0 ? relative : length + relative;
    long bits = array.convert(agent, Args.get(args, 1));
    if (index < 0 || index >= array.length()) {
      throw agent.rangeError("Invalid typed array index");
    }
    TypedArrayObject result = TypedArrayOperations.allocate(agent, array.type(), length);
    int count = Math.min(length, array.length());
    TypedArrayOperations.copyElements(agent, array, 0, result, 0, count);
    for (int k = count; k < length; k++) {
      TypedArrayOperations.setElement(agent, result, k, Undefined.UNDEFINED);
    }
    if (index < length) {
      result.putBits((int) index, bits);
    }
    return result;
  }

  /// 23.2.3.38 `get %TypedArray%.prototype [ %Symbol.toStringTag% ]`.
  private static Object toStringTag(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisValue instanceof TypedArrayObject array
        ? agent.string(array.type().constructorName())
        : Undefined.UNDEFINED;
  }
}
