package lexscope.js.scope;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.syntax.ModuleItem;
import lexscope.js.syntax.PatternElement;
import lexscope.js.syntax.Statement;
import lexscope.js.syntax.Target;

/// BoundNames, ECMA-262 section 8.2.1.
public final class BoundNames {
  private BoundNames() {}

  /// The names that a target binds, in source order.
  public static List<String> of(Target target) {
    if (target instanceof Target.BindingIdentifier identifier) {
      return List.of(identifier.name());
    }
    List<String> names = new ArrayList<>();
    collect(target, names);
    return names;
  }

  private static void collect(Target target, List<String> names) {
    switch (target) {
      case Target.BindingIdentifier identifier -> names.add(identifier.name());
      case Target.ObjectPattern pattern -> {
        pattern.properties().forEach(each -> collect(each.target(), names));
        if (pattern.rest() != null) {
          collect(pattern.rest(), names);
        }
      }
      case Target.ArrayPattern pattern -> {
        for (PatternElement element : pattern.elements()) {
          if (element != null) {
            collect(element.target(), names);
          }
        }
        if (pattern.rest() != null) {
          collect(pattern.rest(), names);
        }
      }
      case Target.AssignmentTarget _ -> {}
    }
  }

  /// Whether a declaration's target binds the name.
  static boolean contains(Target target, String name) {
    return of(target).contains(name);
  }

  /// Whether a statement of a list declares the name lexically.
  static boolean lexicallyDeclares(Statement statement, String name) {
    return switch (statement) {
      case Statement.VariableDeclaration declaration ->
          declaration.kind().isLexical()
              && declaration.declarators().stream().anyMatch(each -> contains(each.target(), name));
      case Statement.ClassDeclaration declaration ->
          declaration.node().name() != null && declaration.node().name().name().equals(name);
      case ModuleItem.ExportDeclaration export -> lexicallyDeclares(export.declaration(), name);
      default -> false;
    };
  }
}
