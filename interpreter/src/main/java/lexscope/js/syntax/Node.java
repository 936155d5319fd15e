package lexscope.js.syntax;

/// A node of the syntax tree. Offsets count UTF-16 code units of the source text.
///
/// Equality of nodes is that of records, which costs a walk over the tree: whoever needs a node as
/// a key uses an identity map.
public sealed interface Node
    permits ListElement,
        Statement,
        Target,
        PatternElement,
        PatternProperty,
        PropertyName,
        Property,
        ClassElement,
        FunctionBody,
        Parameter,
        VariableDeclarator,
        SwitchCase,
        CatchClause,
        TemplatePart,
        Program {
  /// The offset of the first code unit.
  int start();

  /// The offset after the last code unit.
  int end();
}
