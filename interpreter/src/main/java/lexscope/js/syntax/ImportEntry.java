package lexscope.js.syntax;

import org.jspecify.annotations.Nullable;

/// An ImportEntry Record, ECMA-262 table 46.
///
/// @param importName the name in the other module, or null for its namespace object
/// @param localName the binding in this module
/// @param offset where the local name stands
public record ImportEntry(
    ModuleRequest request, @Nullable String importName, String localName, int offset) {}
