package lexscope.js.scope;

import java.util.List;
import lexscope.js.syntax.Parameter;
import lexscope.js.syntax.PatternElement;
import lexscope.js.syntax.PatternProperty;
import lexscope.js.syntax.PropertyName;
import lexscope.js.syntax.Target;

/// ContainsExpression of formal parameters, ECMA-262 section 15.1.2: an initializer or a computed
/// key.
final class ParameterExpressions {
  private ParameterExpressions() {}

  static boolean in(List<Parameter> parameters) {
    return parameters.stream().anyMatch(each -> each.initializer() != null || in(each.target()));
  }

  private static boolean in(Target target) {
    return switch (target) {
      case Target.ObjectPattern pattern -> {
        for (PatternProperty property : pattern.properties()) {
          if (property.initializer() != null
              || property.name() instanceof PropertyName.ComputedName
              || in(property.target())) {
            yield true;
          }
        }
        yield pattern.rest() != null && in(pattern.rest());
      }
      case Target.ArrayPattern pattern -> {
        for (PatternElement element : pattern.elements()) {
          if (element != null && (element.initializer() != null || in(element.target()))) {
            yield true;
          }
        }
        yield pattern.rest() != null && in(pattern.rest());
      }
      case Target.BindingIdentifier _, Target.AssignmentTarget _ -> false;
    };
  }
}
