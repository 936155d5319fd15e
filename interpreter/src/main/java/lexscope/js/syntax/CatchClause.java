package lexscope.js.syntax;

import org.jspecify.annotations.Nullable;

/// The catch clause of a try statement.
///
/// @param parameter what the thrown value is bound to, or null for `catch { … }`
public record CatchClause(@Nullable Target parameter, Statement.Block body, int start, int end)
    implements Node {}
