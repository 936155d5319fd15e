package lexscope.js.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads expressions as what they turn out to be: targets of assignments (ECMA-262 section 13.15.5)
/// or parameters of arrow functions (section 15.3). The depth of the recursion is that of the
/// expression.
final class CoverGrammar extends GrammarPart {
  CoverGrammar(ParseState parse) {
    super(parse);
  }

  /// Reads an unparenthesised object or array literal as an AssignmentPattern and settles its cover
  /// errors.
  Target toAssignmentPattern(Expression literal) {
    CoverErrors cover = parse.cover;
    if (cover.notTarget >= 0) {
      throw error(cover.notTargetMessage, cover.notTarget, cover.notTarget + 1);
    }
    Target target = convert(literal, false);
    cover.initializer = -1;
    cover.duplicateProto = -1;
    return target;
  }

  /// AssignmentTargetType, ECMA-262 section 8.6.4: identifiers and property accesses.
  ///
  /// @param callAllowed whether a call in sloppy code is ~web-compat~
  Target toSimpleTarget(Expression expression, String message, boolean callAllowed) {
    return switch (expression) {
      case Expression.IdentifierReference reference -> {
        checkStrictName(reference.name(), reference);
        yield reference;
      }
      case Expression.Call call -> {
        if (!callAllowed || parse.function.strict || call.optional()) {
          throw error(message, expression);
        }
        yield call;
      }
      case Target.AssignmentTarget target -> target;
      default -> throw error(message, expression);
    };
  }

  private void checkStrictName(String name, Node node) {
    if (parse.function.strict && (name.equals("eval") || name.equals("arguments"))) {
      throw error("Unexpected eval or arguments in strict mode", node);
    }
  }

  /// Reads an element of a parenthesised list as a parameter.
  Parameter toParameter(Expression expression) {
    int start = expression.start();
    int end = expression.end();
    if (expression instanceof Expression.Assign assign) {
      return new Parameter(toBinding(assign.target()), assign.value(), false, start, end);
    }
    return new Parameter(convert(expression, true), null, false, start, end);
  }

  /// Reads an expression as a target.
  ///
  /// @param binding whether its leaves are bindings rather than assignment targets
  private Target convert(Expression expression, boolean binding) {
    return switch (expression) {
      case Expression.IdentifierReference reference -> identifier(reference, binding);
      case Expression.ObjectLiteral literal -> convertObject(literal, binding);
      case Expression.ArrayLiteral literal -> convertArray(literal, binding);
      case Expression.Call call -> throw invalid(call);
      case Target.AssignmentTarget target when !binding -> target;
      default -> throw invalid(expression);
    };
  }

  private RuntimeException invalid(Node node) {
    return error(CoverErrors.BAD_TARGET, node);
  }

  private Target identifier(Expression.IdentifierReference reference, boolean binding) {
    checkStrictName(reference.name(), reference);
    return binding
        ? new Target.BindingIdentifier(reference.name(), reference.start(), reference.end())
        : reference;
  }

  private Target convertObject(Expression.ObjectLiteral literal, boolean binding) {
    List<PatternProperty> properties = new ArrayList<>(literal.properties().size());
    Target rest = null;
    for (Property property : literal.properties()) {
      switch (property) {
        case Property.KeyValue keyValue ->
            properties.add(
                convertProperty(
                    keyValue.name(), keyValue.value(), binding, property.start(), property.end()));
        case Property.Prototype prototype -> {
          int start = prototype.start();
          PropertyName name =
              new PropertyName.LiteralName("__proto__", start, start + "__proto__".length());
          properties.add(convertProperty(name, prototype.value(), binding, start, prototype.end()));
        }
        case Property.Spread spread -> {
          Target target = convert(spread.argument(), binding);
          if (target instanceof Target.Pattern) {
            throw error(
                "`...` must be followed by an assignable reference in assignment contexts", spread);
          }
          rest = target;
        }
        case Property.Method method -> throw invalid(method);
      }
    }
    return new Target.ObjectPattern(List.copyOf(properties), rest, literal.start(), literal.end());
  }

  private PatternProperty convertProperty(
      PropertyName name, Expression value, boolean binding, int start, int end) {
    PatternElement element = convertElement(value, binding);
    return new PatternProperty(
        name, element.target(), element.initializer(), element.namesFunction(), start, end);
  }

  private Target convertArray(Expression.ArrayLiteral literal, boolean binding) {
    List<@Nullable PatternElement> elements = new ArrayList<>(literal.elements().size());
    Target rest = null;
    for (ListElement element : literal.elements()) {
      switch (element) {
        case ListElement.Hole _ -> elements.add(null);
        case ListElement.Spread spread -> rest = convert(spread.argument(), binding);
        case Expression expression -> elements.add(convertElement(expression, binding));
      }
    }
    List<@Nullable PatternElement> list = Collections.unmodifiableList(elements);
    return new Target.ArrayPattern(list, rest, literal.start(), literal.end());
  }

  private PatternElement convertElement(Expression value, boolean binding) {
    if (!(value instanceof Expression.Assign assign)) {
      return new PatternElement(convert(value, binding), null, false, value.start(), value.end());
    }
    Target target = assign.target();
    if (binding) {
      target = toBinding(target);
    } else if (target instanceof Expression.IdentifierReference reference) {
      checkStrictName(reference.name(), reference);
    } else if (target instanceof Expression.Call) {
      throw invalid(target);
    }
    return new PatternElement(
        target, assign.value(), assign.namesFunction(), assign.start(), assign.end());
  }

  /// Reads what has become an assignment target as a binding.
  private Target toBinding(Target target) {
    return switch (target) {
      case Target.BindingIdentifier identifier -> identifier;
      case Expression.IdentifierReference reference -> identifier(reference, true);
      case Target.AssignmentTarget other -> throw invalid(other);
      case Target.ObjectPattern pattern -> toBinding(pattern);
      case Target.ArrayPattern pattern -> toBinding(pattern);
    };
  }

  private Target toBinding(Target.ObjectPattern pattern) {
    List<PatternProperty> properties = new ArrayList<>(pattern.properties().size());
    for (PatternProperty property : pattern.properties()) {
      properties.add(
          new PatternProperty(
              property.name(),
              toBinding(property.target()),
              property.initializer(),
              property.namesFunction(),
              property.start(),
              property.end()));
    }
    Target rest = pattern.rest();
    return new Target.ObjectPattern(
        List.copyOf(properties),
        rest == null ? null : toBinding(rest),
        pattern.start(),
        pattern.end());
  }

  private Target toBinding(Target.ArrayPattern pattern) {
    List<@Nullable PatternElement> elements = new ArrayList<>(pattern.elements().size());
    for (PatternElement element : pattern.elements()) {
      elements.add(
          element == null
              ? null
              : new PatternElement(
                  toBinding(element.target()),
                  element.initializer(),
                  element.namesFunction(),
                  element.start(),
                  element.end()));
    }
    Target rest = pattern.rest();
    return new Target.ArrayPattern(
        Collections.unmodifiableList(elements),
        rest == null ? null : toBinding(rest),
        pattern.start(),
        pattern.end());
  }
}
