package lexscope.js.syntax;

/// What the parser learnt about a function's or script's own code, parameters included. What an
/// arrow function does counts for the arrow and for the function around it as well, since arrows
/// inherit; the other nested functions do not count.
///
/// @param containsDirectEval a syntactic direct eval: `eval(…)` or `(eval)(…)`
/// @param usesThis `this` occurs, or `super`
/// @param usesArguments the reference `arguments` occurs
/// @param usesSuperCall `super(…)` occurs
/// @param usesSuperProperty `super.x` or `super[x]` occurs
/// @param usesNewTarget `new.target` occurs
/// @param hasUseStrict a Use Strict Directive stands in the prologue
public record FunctionFacts(
    boolean containsDirectEval,
    boolean usesThis,
    boolean usesArguments,
    boolean usesSuperCall,
    boolean usesSuperProperty,
    boolean usesNewTarget,
    boolean hasUseStrict) {}
