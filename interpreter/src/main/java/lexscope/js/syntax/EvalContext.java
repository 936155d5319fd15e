package lexscope.js.syntax;

import java.util.Set;

/// Where a direct eval stands, as PerformEval (ECMA-262 section 19.2.1.1) asks for it. Indirect
/// eval stands nowhere.
///
/// @param inFunction inside a function that is no arrow: `new.target` is allowed
/// @param inMethod inside a method, constructor, field initializer or static block: `super.x` is
///   allowed
/// @param inDerivedConstructor inside the constructor of a derived class: `super()` is allowed
/// @param inClassFieldInitializer inside a field initializer: `arguments` is not allowed
/// @param privateNames the private names of the classes around it, without `#`
public record EvalContext(
    boolean inFunction,
    boolean inMethod,
    boolean inDerivedConstructor,
    boolean inClassFieldInitializer,
    Set<String> privateNames) {
  /// The context of an indirect eval, or of a direct eval outside functions and classes.
  public static final EvalContext GLOBAL = new EvalContext(false, false, false, false, Set.of());
}
