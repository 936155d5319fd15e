package lexscope.js.value;

/// Reads argument lists.
public final class Args {
  /// The empty list.
  public static final Object[] NONE = {};

  private Args() {}

  /// The argument at `index`, or undefined when there are not so many.
  public static Object get(Object[] args, int index) {
    return index < args.length ? args[index] : Undefined.UNDEFINED;
  }

  /// The arguments from `index` on.
  public static Object[] from(Object[] args, int index) {
    return index >= args.length ? NONE : java.util.Arrays.copyOfRange(args, index, args.length);
  }
}
