package lexscope.js.regexp;

/// The instructions of a pattern with what their operands point at.
///
/// @param words see {@link Op}
/// @param groupLists groups that one back reference may mean
/// @param registers how many registers a match needs: offsets of captures first, then those of
///   loops and lookarounds
@SuppressWarnings("ArrayRecordComponent") // never compared, and immutable by agreement
record Code(
    int[] words,
    String[] strings,
    CharMatcher[] sets,
    StringTrie[] tries,
    int[][] groupLists,
    int registers) {}
