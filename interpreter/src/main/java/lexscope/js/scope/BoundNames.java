package lexscope.js.scope;

import lexscope.js.syntax.ModuleItem;
import lexscope.js.syntax.Statement;
import lexscope.js.syntax.Target;

/// BoundNames, ECMA-262 section 8.2.1, as questions.
final class BoundNames {
  private BoundNames() {}

  /// Whether a declaration's target binds the name.
  static boolean contains(Target target, String name) {
    return switch (target) {
      case Target.BindingIdentifier identifier -> identifier.name().equals(name);
      case Target.ObjectPattern pattern ->
          pattern.properties().stream().anyMatch(each -> contains(each.target(), name))
              || (pattern.rest() != null && contains(pattern.rest(), name));
      case Target.ArrayPattern pattern ->
          pattern.elements().stream()
                  .anyMatch(each -> each != null && contains(each.target(), name))
              || (pattern.rest() != null && contains(pattern.rest(), name));
      case Target.AssignmentTarget _ -> false;
    };
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
