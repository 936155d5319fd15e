package lexscope.js.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a value is stored into, by a declaration or by an assignment.
///
/// Patterns serve both: below a declaration, parameter or catch clause every leaf is a {@link
/// BindingIdentifier}, below an assignment or an assigning for-in/of head every leaf is an {@link
/// AssignmentTarget}.
public sealed interface Target extends Node, Statement.ForHead
    permits Target.BindingIdentifier, Target.Pattern, Target.AssignmentTarget {
  /// The declaration of a name.
  record BindingIdentifier(String name, int start, int end) implements Target {}

  /// An expression that can be assigned to.
  sealed interface AssignmentTarget extends Target
      permits Expression.IdentifierReference,
          Expression.Member,
          Expression.Index,
          Expression.PrivateMember,
          Expression.SuperMember,
          Expression.SuperIndex,
          Expression.Call {}

  /// A destructuring pattern.
  sealed interface Pattern extends Target permits ObjectPattern, ArrayPattern {}

  /// `{a, b: c = 1, ...rest}`.
  record ObjectPattern(List<PatternProperty> properties, @Nullable Target rest, int start, int end)
      implements Pattern {}

  /// `[a, , b = 1, ...rest]`; a null element is an elision.
  record ArrayPattern(
      List<@Nullable PatternElement> elements, @Nullable Target rest, int start, int end)
      implements Pattern {}
}
