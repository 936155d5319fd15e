package lexscope.js.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A clause of a switch.
///
/// @param test the case's expression, or null for `default`
public record SwitchCase(@Nullable Expression test, List<Statement> body, int start, int end)
    implements Node {}
