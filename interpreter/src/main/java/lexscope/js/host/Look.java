package lexscope.js.host;

import java.util.List;
import lexscope.js.value.PropertyKey;

/// How an object of some kind is shown, before its entries are written.
///
/// @param base what stands before the brace, as `[Function: f]`; may be empty
/// @param open the opening brace with its prefix
/// @param close the closing brace
/// @param list whether entries stand without names and may be put in columns
/// @param numbers whether the list holds numbers only
/// @param keys the properties that are shown after the body's entries
/// @param bare what to print if there are no properties; empty if braces are printed all the same
/// @param bareWhenDeep whether that is printed too where the depth ends, properties or not
/// @param body the entries that are no properties
record Look(
    String base,
    String open,
    String close,
    boolean list,
    boolean numbers,
    List<PropertyKey> keys,
    String bare,
    boolean bareWhenDeep,
    Body body) {

  /// Writes entries such as the elements of an array or the pairs of a map.
  interface Body {
    /// Adds entries to `output`.
    void addTo(List<String> output, Inspection inspection, int level);
  }

  static final Body NOTHING = (_, _, _) -> {};

  static Look braces(String open, List<PropertyKey> keys, String bare) {
    return new Look("", open, "}", false, false, keys, bare, false, NOTHING);
  }

  static Look braces(String open, List<PropertyKey> keys, String bare, Body body) {
    return new Look("", open, "}", false, false, keys, bare, false, body);
  }

  static Look based(String base, List<PropertyKey> keys) {
    return new Look(base, "{", "}", false, false, keys, base, false, NOTHING);
  }

  static Look list(String open, List<PropertyKey> keys, boolean numbers, boolean empty, Body body) {
    return new Look("", open, "]", true, numbers, keys, empty ? open + "]" : "", false, body);
  }

  Look keepingBareWhenDeep() {
    return new Look(base, open, close, list, numbers, keys, bare, true, body);
  }
}
