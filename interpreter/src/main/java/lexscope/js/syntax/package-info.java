/// The front end: lexer, parser, syntax tree and early errors of ECMAScript 2025. It imports
/// `lexscope.js.source` alone.
///
/// Trees are immutable records. Left-associative and tail chains are lists ({@link
/// Expression.Binary}, {@link Expression.Logical}, {@link Expression.Sequence}, {@link
/// Statement.If}), so that a consumer may recurse over a tree: its depth is bounded by the parser's
/// nesting budget.
package lexscope.js.syntax;
