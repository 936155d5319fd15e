package lexscope.js.syntax;

import org.jspecify.annotations.Nullable;

/// A stretch of text of a template.
///
/// @param cooked TV: escapes decoded; null for an invalid escape, which only tagged templates may
///   have
/// @param raw TRV: as written, with line ends as `\n`
public record TemplatePart(@Nullable String cooked, String raw, int start, int end)
    implements Node {}
