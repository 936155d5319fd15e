package lexscope.js.typescript;

import java.util.List;

/// An element or, without a name, a fragment.
///
/// @param tagEnd where the `>` or `/>` of the opening tag starts
/// @param contentStart the offset after it
/// @param close where the closing tag starts; -1 if there is none
record JsxElement(
    int start,
    String name,
    int nameEnd,
    List<JsxAttribute> attributes,
    int tagEnd,
    int contentStart,
    List<JsxChild> children,
    int close,
    int end) {}
