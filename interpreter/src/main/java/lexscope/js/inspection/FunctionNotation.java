package lexscope.js.inspection;

import lexscope.gc.SourcePlace;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.vm.EcmaScriptFunction;
import org.jspecify.annotations.Nullable;

/// A function object as the specification writes it, ECMA-262 table 30.
///
/// @param name its name
/// @param id the cell's id
/// @param place where it was written
/// @param environment its `[[Environment]]`, such as `ER3`
/// @param thisMode its `[[ThisMode]]`: `lexical`, `strict` or `global`
public record FunctionNotation(
    String name, long id, @Nullable SourcePlace place, String environment, String thisMode) {
  /// The notation of a closure.
  public static FunctionNotation of(EcmaScriptFunction function) {
    FunctionNode node = function.template().info().functionNode();
    String mode = node == null || node.isStrict() ? "strict" : "global";
    return new FunctionNotation(
        function.name(),
        function.id(),
        function.place(),
        "ER" + function.environment().recordNumber(),
        node != null && node.isArrow() ? "lexical" : mode);
  }
}
