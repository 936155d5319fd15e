package lexscope.js.scope;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.syntax.ClassNode;
import lexscope.js.syntax.Expression;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.ListElement;
import lexscope.js.syntax.PatternElement;
import lexscope.js.syntax.PatternProperty;
import lexscope.js.syntax.Property;
import lexscope.js.syntax.PropertyName;
import lexscope.js.syntax.Target;
import org.jspecify.annotations.Nullable;

/// Walks expressions and patterns, ECMA-262 section 13, and notes every reference.
final class ExpressionAnalyzer {
  private final ScopeAnalyzer a;

  ExpressionAnalyzer(ScopeAnalyzer analyzer) {
    a = analyzer;
  }

  void target(Target target) {
    switch (target) {
      case Target.BindingIdentifier identifier -> reference(identifier.name());
      case Target.ObjectPattern pattern -> {
        for (PatternProperty property : pattern.properties()) {
          propertyName(property.name());
          target(property.target());
          named(property.initializer(), property.target());
        }
        if (pattern.rest() != null) {
          target(pattern.rest());
        }
      }
      case Target.ArrayPattern pattern -> {
        for (PatternElement element : pattern.elements()) {
          if (element != null) {
            target(element.target());
            named(element.initializer(), element.target());
          }
        }
        if (pattern.rest() != null) {
          target(pattern.rest());
        }
      }
      case Expression.IdentifierReference each -> expression(each);
      case Expression.Member each -> expression(each);
      case Expression.Index each -> expression(each);
      case Expression.PrivateMember each -> expression(each);
      case Expression.SuperMember each -> expression(each);
      case Expression.SuperIndex each -> expression(each);
      case Expression.Call each -> expression(each);
    }
  }

  void propertyName(PropertyName name) {
    if (name instanceof PropertyName.ComputedName computed) {
      expression(computed.expression());
    }
  }

  private void reference(String name) {
    a.resolver.reference(a.scope, name);
  }

  void optional(@Nullable Expression expression) {
    if (expression != null) {
      expression(expression);
    }
  }

  /// Walks an expression whose function, if it is one without a name, takes the target's name
  /// (NamedEvaluation, 8.4.5). For members the specification gives no name, but answers are better
  /// with one.
  void named(@Nullable Expression value, Target target) {
    String name =
        switch (target) {
          case Target.BindingIdentifier identifier -> identifier.name();
          case Expression.IdentifierReference identifier -> identifier.name();
          case Expression.Member member -> member.name();
          default -> "";
        };
    named(value, name);
  }

  void named(@Nullable Expression value, String name) {
    if (value != null) {
      a.inferredName = value.isAnonymousFunctionDefinition() ? name : "";
      expression(value);
    }
  }

  static String staticName(PropertyName name) {
    return switch (name) {
      case PropertyName.LiteralName literal -> literal.value();
      case PropertyName.PrivateName secret -> "#" + secret.name();
      case PropertyName.NumericName _, PropertyName.ComputedName _ -> "";
    };
  }

  void expressions(List<? extends Expression> list) {
    for (Expression each : list) {
      expression(each);
    }
  }

  private void elements(List<ListElement> list) {
    for (ListElement element : list) {
      switch (element) {
        case Expression each -> expression(each);
        case ListElement.Spread spread -> expression(spread.argument());
        case ListElement.Hole _ -> {}
      }
    }
  }

  private void superReference() {
    reference(Binding.THIS);
    reference(Binding.HOME_OBJECT);
  }

  void expression(Expression expression) {
    switch (expression) {
      case FunctionNode function -> a.function(function, true);
      case ClassNode node -> a.classNode(node);
      case Expression.IdentifierReference each -> reference(each.name());
      case Expression.This _ -> reference(Binding.THIS);
      case Expression.NewTarget _ -> reference(Binding.NEW_TARGET);
      case Expression.ImportMeta _, Expression.NullLiteral _, Expression.BooleanLiteral _ -> {}
      case Expression.NumberLiteral _, Expression.BigIntLiteral _ -> {}
      case Expression.StringLiteral _, Expression.RegExpLiteral _ -> {}
      case Expression.TemplateLiteral each -> expressions(each.expressions());
      case Expression.TaggedTemplate each -> {
        expression(each.tag());
        expressions(each.quasi().expressions());
      }
      case Expression.ArrayLiteral each -> elements(each.elements());
      case Expression.ObjectLiteral each -> objectLiteral(each);
      case Expression.Member each -> expression(each.object());
      case Expression.Index each -> {
        expression(each.object());
        expression(each.index());
      }
      case Expression.PrivateMember each -> expression(each.object());
      case Expression.SuperMember _ -> superReference();
      case Expression.SuperIndex each -> {
        superReference();
        expression(each.index());
      }
      case Expression.Call each -> {
        expression(each.callee());
        elements(each.arguments());
        if (each.directEval()) {
          ScopeAnalyzer.markMaterialized(a.scope);
          a.resolver.directEval(a.scope, a.varScope, each.start());
        }
      }
      case Expression.SuperCall each -> {
        reference(Binding.THIS);
        reference(Binding.FUNCTION_OBJECT);
        reference(Binding.NEW_TARGET);
        elements(each.arguments());
      }
      case Expression.New each -> {
        expression(each.callee());
        elements(each.arguments());
      }
      case Expression.ImportCall each -> {
        expression(each.specifier());
        optional(each.options());
      }
      case Expression.OptionalChain each -> expression(each.expression());
      case Expression.Unary each -> expression(each.operand());
      case Expression.Update each -> target(each.target());
      case Expression.Binary each -> {
        expression(each.first());
        each.rest().forEach(step -> expression(step.right()));
      }
      case Expression.Logical each -> expressions(each.operands());
      case Expression.PrivateIn each -> expression(each.object());
      case Expression.Conditional each -> {
        expression(each.test());
        expression(each.consequent());
        expression(each.alternate());
      }
      case Expression.Assign each -> {
        target(each.target());
        named(each.value(), each.target());
      }
      case Expression.CompoundAssign each -> {
        target(each.target());
        expression(each.value());
      }
      case Expression.LogicalAssign each -> {
        target(each.target());
        named(each.value(), each.target());
      }
      case Expression.Sequence each -> expressions(each.expressions());
      case Expression.Yield each -> optional(each.argument());
      case Expression.YieldStar each -> expression(each.argument());
      case Expression.Await each -> expression(each.argument());
    }
  }

  private void objectLiteral(Expression.ObjectLiteral literal) {
    List<FunctionInfo> methods = new ArrayList<>();
    for (Property property : literal.properties()) {
      switch (property) {
        case Property.KeyValue each -> {
          propertyName(each.name());
          named(each.value(), staticName(each.name()));
        }
        case Property.Prototype each -> expression(each.value());
        case Property.Method each -> {
          propertyName(each.name());
          a.inferredName = staticName(each.name());
          methods.add(a.function(each.function(), false));
        }
        case Property.Spread each -> expression(each.argument());
      }
    }
    if (!methods.isEmpty()) {
      a.resolver.literals.add(methods);
    }
  }
}
