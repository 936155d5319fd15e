package lexscope.js.host;

/// How much [Inspector] shows, and in which form: the options of Node's `util.inspect` that need no
/// guest code.
///
/// @param showHidden whether non-enumerable and symbol properties, and the entries of weak
///   collections, are shown
/// @param depth levels of nesting below the value itself; [#UNLIMITED] for all
/// @param customInspect whether a method named by `Symbol.for('nodejs.util.inspect.custom')` is
///   asked
/// @param showProxy whether a proxy shows its target and handler instead of the look of its target
/// @param maxArrayLength items of an array, typed array, map or set
/// @param maxStringLength UTF-16 code units of a string
/// @param breakLength characters of a line before an object is broken over several lines
/// @param compact how many inner levels may share a line; 0 puts each property on its own
/// @param sorted whether properties are sorted
public record InspectOptions(
    boolean showHidden,
    int depth,
    boolean customInspect,
    boolean showProxy,
    int maxArrayLength,
    int maxStringLength,
    int breakLength,
    int compact,
    boolean sorted) {
  /// No limit.
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /// What `console.log` and `%O` use.
  public static final InspectOptions DEFAULT =
      new InspectOptions(false, 2, true, false, 100, 10_000, 80, 3, false);

  /// Returns the same with another depth.
  public InspectOptions withDepth(int levels) {
    return new InspectOptions(
        showHidden,
        levels,
        customInspect,
        showProxy,
        maxArrayLength,
        maxStringLength,
        breakLength,
        compact,
        sorted);
  }

  /// Returns the same with another length of lines.
  public InspectOptions withBreakLength(int characters) {
    return new InspectOptions(
        showHidden,
        depth,
        customInspect,
        showProxy,
        maxArrayLength,
        maxStringLength,
        characters,
        compact,
        sorted);
  }

  /// Returns the same with another number of items.
  public InspectOptions withMaxArrayLength(int items) {
    return new InspectOptions(
        showHidden,
        depth,
        customInspect,
        showProxy,
        items,
        maxStringLength,
        breakLength,
        compact,
        sorted);
  }

  /// Returns the same, asking custom methods or not.
  public InspectOptions withCustomInspect(boolean ask) {
    return new InspectOptions(
        showHidden,
        depth,
        ask,
        showProxy,
        maxArrayLength,
        maxStringLength,
        breakLength,
        compact,
        sorted);
  }

  /// Returns what `%o` uses: hidden properties, proxies opened, four levels.
  public InspectOptions withHidden() {
    return new InspectOptions(
        true,
        4,
        customInspect,
        true,
        maxArrayLength,
        maxStringLength,
        breakLength,
        compact,
        sorted);
  }
}
