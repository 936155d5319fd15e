package lexscope.js.syntax;

import java.util.List;

/// A ModuleRequest Record, ECMA-262 section 16.2.1.3: requests are the same if specifier and
/// attributes are equal.
///
/// @param attributes the import attributes in source order
public record ModuleRequest(String specifier, List<ImportAttribute> attributes) {}
