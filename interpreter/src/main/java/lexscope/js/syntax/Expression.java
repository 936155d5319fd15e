package lexscope.js.syntax;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression, ECMA-262 section 13. Parentheses leave no node; where the specification asks for
/// them (function names, chains, direct eval) the parser has already drawn the consequence.
public sealed interface Expression extends ListElement, Statement.ForInit
    permits FunctionNode,
        ClassNode,
        Expression.IdentifierReference,
        Expression.This,
        Expression.NewTarget,
        Expression.ImportMeta,
        Expression.NullLiteral,
        Expression.BooleanLiteral,
        Expression.NumberLiteral,
        Expression.BigIntLiteral,
        Expression.StringLiteral,
        Expression.RegExpLiteral,
        Expression.TemplateLiteral,
        Expression.TaggedTemplate,
        Expression.ArrayLiteral,
        Expression.ObjectLiteral,
        Expression.Member,
        Expression.Index,
        Expression.PrivateMember,
        Expression.SuperMember,
        Expression.SuperIndex,
        Expression.Call,
        Expression.SuperCall,
        Expression.New,
        Expression.ImportCall,
        Expression.OptionalChain,
        Expression.Unary,
        Expression.Update,
        Expression.Binary,
        Expression.Logical,
        Expression.PrivateIn,
        Expression.Conditional,
        Expression.Assign,
        Expression.CompoundAssign,
        Expression.LogicalAssign,
        Expression.Sequence,
        Expression.Yield,
        Expression.YieldStar,
        Expression.Await {
  /// IsAnonymousFunctionDefinition, ECMA-262 section 8.4.5: a function or class without a name of
  /// its own.
  default boolean isAnonymousFunctionDefinition() {
    return switch (this) {
      case FunctionNode function -> function.name() == null;
      case ClassNode node -> node.name() == null;
      default -> false;
    };
  }

  /// A use of a name.
  record IdentifierReference(String name, int start, int end)
      implements Expression, Target.AssignmentTarget {}

  /// `this`.
  record This(int start, int end) implements Expression {}

  /// `new.target`.
  record NewTarget(int start, int end) implements Expression {}

  /// `import.meta`.
  record ImportMeta(int start, int end) implements Expression {}

  /// `null`.
  record NullLiteral(int start, int end) implements Expression {}

  /// `true` or `false`.
  record BooleanLiteral(boolean value, int start, int end) implements Expression {}

  /// A Number literal by its value.
  record NumberLiteral(double value, int start, int end) implements Expression {}

  /// A BigInt literal by its value.
  record BigIntLiteral(BigInteger value, int start, int end) implements Expression {}

  /// A string literal with its escapes decoded; lone surrogates stay.
  record StringLiteral(String value, int start, int end) implements Expression {}

  /// A regular expression literal; pattern and flags are as written and have been validated.
  record RegExpLiteral(String pattern, String flags, int start, int end) implements Expression {}

  /// An untagged template: one more part than expressions.
  record TemplateLiteral(List<TemplatePart> parts, List<Expression> expressions, int start, int end)
      implements Expression {}

  /// A tagged template: one template object per node and realm. The tag is called as a {@link
  /// Call}'s callee is.
  record TaggedTemplate(Expression tag, TemplateLiteral quasi, int start, int end)
      implements Expression {}

  /// `[a, , ...b]`.
  record ArrayLiteral(List<ListElement> elements, int start, int end) implements Expression {}

  /// `{a: 1, b, ...c, m() {}}`.
  record ObjectLiteral(List<Property> properties, int start, int end) implements Expression {}

  /// `object.name`.
  ///
  /// @param optional written `?.`: ends the enclosing {@link OptionalChain} with undefined if the
  ///   object is nullish
  record Member(Expression object, String name, boolean optional, int start, int end)
      implements Expression, Target.AssignmentTarget {}

  /// `object[index]`.
  ///
  /// @param optional as in {@link Member}
  record Index(Expression object, Expression index, boolean optional, int start, int end)
      implements Expression, Target.AssignmentTarget {}

  /// `object.#name`; the name is given without its `#`.
  ///
  /// @param optional as in {@link Member}
  record PrivateMember(Expression object, String name, boolean optional, int start, int end)
      implements Expression, Target.AssignmentTarget {}

  /// `super.name`.
  record SuperMember(String name, int start, int end)
      implements Expression, Target.AssignmentTarget {}

  /// `super[index]`.
  record SuperIndex(Expression index, int start, int end)
      implements Expression, Target.AssignmentTarget {}

  /// `callee(arguments)`. It is a target only in sloppy code, where assigning to it throws a
  /// ReferenceError at run time after the call (AssignmentTargetType web-compat, ECMA-262 section
  /// 13.3.1).
  ///
  /// A callee that is a member, also as the end of a parenthesised {@link OptionalChain}, passes
  /// its object on as `this`.
  ///
  /// @param optional written `?.(`, as in {@link Member}
  /// @param directEval a syntactic direct eval: what the callee is bound to decides at run time
  record Call(
      Expression callee,
      List<ListElement> arguments,
      boolean optional,
      boolean directEval,
      int start,
      int end)
      implements Expression, Target.AssignmentTarget {}

  /// `super(arguments)`.
  record SuperCall(List<ListElement> arguments, int start, int end) implements Expression {}

  /// `new callee(arguments)` or `new callee`.
  record New(Expression callee, List<ListElement> arguments, int start, int end)
      implements Expression {}

  /// `import(specifier)` or `import(specifier, options)`.
  record ImportCall(Expression specifier, @Nullable Expression options, int start, int end)
      implements Expression {}

  /// The extent of an optional chain: members and calls with `optional` inside `expression`,
  /// reached through callees, objects and tags only, leave it with undefined.
  record OptionalChain(Expression expression, int start, int end) implements Expression {}

  /// `operator operand`.
  record Unary(UnaryOperator operator, Expression operand, int start, int end)
      implements Expression {}

  /// `++target`, `target++` and the like.
  ///
  /// @param increment `++` rather than `--`
  /// @param prefix whether the value is the new one
  record Update(Target target, boolean increment, boolean prefix, int start, int end)
      implements Expression {}

  /// A left-associative chain `first op₁ r₁ op₂ r₂ …` of operators of one precedence; `a ** b` has
  /// one step.
  ///
  /// Walk it with a loop: evaluate `first`, then for each step in order evaluate its right operand
  /// and apply its operator to the value so far. It has at least one step.
  record Binary(Expression first, List<BinaryStep> rest, int start, int end)
      implements Expression {}

  /// `a && b && c`: operands of one operator, left to right; the first that decides is the value.
  /// At least two.
  record Logical(LogicalOperator operator, List<Expression> operands, int start, int end)
      implements Expression {}

  /// `#name in object`; the name is given without its `#`.
  record PrivateIn(String name, Expression object, int start, int end) implements Expression {}

  /// `test ? consequent : alternate`.
  record Conditional(
      Expression test, Expression consequent, Expression alternate, int start, int end)
      implements Expression {}

  /// `target = value`.
  ///
  /// @param namesFunction whether the value is an anonymous function or class that takes the
  ///   target's name
  record Assign(Target target, Expression value, boolean namesFunction, int start, int end)
      implements Expression {}

  /// `target op= value` with an operator that evaluates both sides.
  record CompoundAssign(
      BinaryOperator operator, Target target, Expression value, int start, int end)
      implements Expression {}

  /// `target &&= value`, `||=`, `??=`.
  ///
  /// @param namesFunction as in {@link Assign}
  record LogicalAssign(
      LogicalOperator operator,
      Target target,
      Expression value,
      boolean namesFunction,
      int start,
      int end)
      implements Expression {}

  /// `a, b, c`: at least two.
  record Sequence(List<Expression> expressions, int start, int end) implements Expression {}

  /// `yield` or `yield argument`.
  record Yield(@Nullable Expression argument, int start, int end) implements Expression {}

  /// `yield* argument`.
  record YieldStar(Expression argument, int start, int end) implements Expression {}

  /// `await argument`.
  record Await(Expression argument, int start, int end) implements Expression {}
}
