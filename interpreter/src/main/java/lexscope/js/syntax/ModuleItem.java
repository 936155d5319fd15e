package lexscope.js.syntax;

/// An import or export, ECMA-262 sections 16.2.2 and 16.2.3. Which names are linked stands in
/// {@link Program.Module}; these nodes say what is evaluated.
public sealed interface ModuleItem extends Statement {
  /// Any `import` declaration: nothing is evaluated.
  record ImportDeclaration(ModuleRequest request, int start, int end) implements ModuleItem {}

  /// `export {…}`, `export {…} from`, `export * from`: nothing is evaluated.
  record ExportList(int start, int end) implements ModuleItem {}

  /// `export` of a variable, function or class declaration.
  record ExportDeclaration(Statement declaration, int start, int end) implements ModuleItem {}

  /// `export default` of a function or class declaration. Without a name of its own it binds
  /// `*default*` and is named `default`.
  record ExportDefaultDeclaration(Statement declaration, int start, int end)
      implements ModuleItem {}

  /// `export default expression`: binds `*default*`; an anonymous function or class is named
  /// `default`.
  record ExportDefaultExpression(Expression expression, int start, int end) implements ModuleItem {}
}
