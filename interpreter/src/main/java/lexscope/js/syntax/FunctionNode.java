package lexscope.js.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function of any kind: as an expression, inside a {@link Statement.FunctionDeclaration}, or as
/// a method. The text from `start` to `end` is what `Function.prototype.toString` shows (a method's
/// includes its name).
///
/// @param name the name it declares, null for anonymous functions, arrows and methods
/// @param hasSimpleParameterList IsSimpleParameterList, ECMA-262 section 15.1.3
/// @param expectedArgumentCount ExpectedArgumentCount, ECMA-262 section 15.1.5: the `length`
///   property
/// @param annexBFunctions the block-level function declarations of this body (not of nested
///   functions) to which Annex B.3.2.1 applies, in source order: each also assigns the `var` of its
///   name when it is evaluated
public record FunctionNode(
    FunctionKind kind,
    boolean isAsync,
    boolean isGenerator,
    boolean isStrict,
    Target.@Nullable BindingIdentifier name,
    List<Parameter> parameters,
    boolean hasSimpleParameterList,
    int expectedArgumentCount,
    FunctionBody body,
    FunctionFacts facts,
    List<Statement.FunctionDeclaration> annexBFunctions,
    int start,
    int end)
    implements Expression {
  /// The same function without a name of its own.
  FunctionNode withoutName() {
    return new FunctionNode(
        kind,
        isAsync,
        isGenerator,
        isStrict,
        null,
        parameters,
        hasSimpleParameterList,
        expectedArgumentCount,
        body,
        facts,
        annexBFunctions,
        start,
        end);
  }

  /// Whether it is an arrow function.
  public boolean isArrow() {
    return kind == FunctionKind.ARROW;
  }
}
