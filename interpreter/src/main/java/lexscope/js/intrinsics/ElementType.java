package lexscope.js.intrinsics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import lexscope.js.value.Numbers;

/// The element types of typed arrays (table 71 of 23.2): size, conversion, and how a value of the
/// type stands in bytes.
public enum ElementType {
  INT8("Int8Array", 1, false),
  UINT8("Uint8Array", 1, false),
  UINT8_CLAMPED("Uint8ClampedArray", 1, false),
  INT16("Int16Array", 2, false),
  UINT16("Uint16Array", 2, false),
  INT32("Int32Array", 4, false),
  UINT32("Uint32Array", 4, false),
  BIGINT64("BigInt64Array", 8, true),
  BIGUINT64("BigUint64Array", 8, true),
  FLOAT16("Float16Array", 2, false),
  FLOAT32("Float32Array", 4, false),
  FLOAT64("Float64Array", 8, false);

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final String constructorName;
  private final int size;
  private final boolean bigInt;

  ElementType(String constructorName, int size, boolean bigInt) {
    this.constructorName = constructorName;
    this.size = size;
    this.bigInt = bigInt;
  }

  /// The name of the TypedArray constructor.
  public String constructorName() {
    return constructorName;
  }

  /// The prototype of arrays of the type.
  public Intrinsic prototype() {
    return TypedArrayOperations.prototypeOf(this);
  }

  /// Element Size in bytes.
  public int size() {
    return size;
  }

  /// Whether the content type is BigInt.
  public boolean isBigInt() {
    return bigInt;
  }

  /// Whether the type is one of the integer types (IsUnclampedIntegerElementType or
  /// IsBigIntElementType, 25.1.3.9 and 25.1.3.10), on which Atomics work.
  public boolean isAtomic() {
    return this != UINT8_CLAMPED && this != FLOAT16 && this != FLOAT32 && this != FLOAT64;
  }

  /// 25.1.3.14 RawBytesToNumeric ( type, rawBytes, isLittleEndian ) for a Number type, bytes read
  /// at `at` in little-endian order. Gives a canonical number.
  public Object read(byte[] bytes, int at) {
    return switch (this) {
      case INT8 -> (int) bytes[at];
      case UINT8, UINT8_CLAMPED -> bytes[at] & 0xFF;
      default -> fromBits(readBits(bytes, at));
    };
  }

  /// The value of a Number type whose little-endian bits are given; for BigInt types see
  /// [#bigIntFromBits].
  public Object fromBits(long bits) {
    return switch (this) {
      case INT8 -> (int) (byte) bits;
      case UINT8, UINT8_CLAMPED -> (int) bits & 0xFF;
      case INT16 -> (int) (short) bits;
      case UINT16 -> (int) bits & 0xFFFF;
      case INT32 -> (int) bits;
      case UINT32 -> Numbers.of(bits & 0xFFFFFFFFL);
      case FLOAT16 -> Numbers.of((double) Float.float16ToFloat((short) bits));
      case FLOAT32 -> Numbers.of((double) Float.intBitsToFloat((int) bits));
      case FLOAT64 -> Numbers.of(Double.longBitsToDouble(bits));
      case BIGINT64, BIGUINT64 -> throw new IllegalStateException(constructorName);
    };
  }

  /// The value of a BigInt type whose bits are given.
  public BigInteger bigIntFromBits(long bits) {
    BigInteger signed = BigInteger.valueOf(bits);
    return this == BIGUINT64 && bits < 0 ? signed.add(BigInteger.ONE.shiftLeft(64)) : signed;
  }

  /// 25.1.3.17 NumericToRawBytes ( type, value, isLittleEndian ) for a Number: the bits.
  public long toBits(double value) {
    return switch (this) {
      case INT8, UINT8, INT16, UINT16, INT32, UINT32 -> toInt32(value);
      case UINT8_CLAMPED -> clamp(value);
      case FLOAT16 -> toFloat16(value) & 0xFFFF;
      case FLOAT32 -> Float.floatToIntBits((float) value) & 0xFFFFFFFFL;
      case FLOAT64 -> Double.doubleToLongBits(value);
      case BIGINT64, BIGUINT64 -> throw new IllegalStateException(constructorName);
    };
  }

  private static long clamp(double value) {
    if (!(value > 0)) {
      return 0;
    }
    return value >= 255 ? 255 : (long) Math.rint(value);
  }

  private static int toInt32(double value) {
    int fast = (int) value;
    if (fast == value) {
      return fast;
    }
    if (!Double.isFinite(value)) {
      return 0;
    }
    if (Math.abs(value) < 0x1p63) {
      return (int) (long) value;
    }
    int exponent = Math.getExponent(value);
    if (exponent >= 52 + 32) {
      return 0;
    }
    long significand = (Double.doubleToRawLongBits(value) & ((1L << 52) - 1)) | (1L << 52);
    int low = (int) (significand << (exponent - 52));
    return value < 0 ? -low : low;
  }

  /// The binary16 bits of a double, rounded once to the nearest, ties to even.
  public static short toFloat16(double value) {
    float narrowed = (float) value;
    if (narrowed != value && Float.isFinite(narrowed)) {
      // Round to odd first, so that rounding twice is the same as rounding once.
      boolean tooLarge = Math.abs((double) narrowed) > Math.abs(value);
      int bits = Float.floatToRawIntBits(narrowed);
      narrowed = Float.intBitsToFloat((tooLarge ? bits - 1 : bits) | 1);
    }
    return Float.floatToFloat16(narrowed);
  }

  /// The little-endian bits at a place.
  public long readBits(byte[] bytes, int at) {
    return switch (size) {
      case 1 -> bytes[at];
      case 2 -> (short) SHORT.get(bytes, at);
      case 4 -> (int) INT.get(bytes, at);
      default -> (long) LONG.get(bytes, at);
    };
  }

  /// Stores little-endian bits at a place.
  public void writeBits(byte[] bytes, int at, long bits) {
    switch (size) {
      case 1 -> bytes[at] = (byte) bits;
      case 2 -> SHORT.set(bytes, at, (short) bits);
      case 4 -> INT.set(bytes, at, (int) bits);
      default -> LONG.set(bytes, at, bits);
    }
  }

  /// The same bits in the other byte order.
  public long swap(long bits) {
    return switch (size) {
      case 1 -> bits;
      case 2 -> Short.reverseBytes((short) bits);
      case 4 -> Integer.reverseBytes((int) bits);
      default -> Long.reverseBytes(bits);
    };
  }
}
