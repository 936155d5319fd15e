package lexscope.js.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement, declaration or module item, ECMA-262 sections 14 to 16.
public sealed interface Statement extends Node
    permits Statement.VariableDeclaration,
        Statement.FunctionDeclaration,
        Statement.ClassDeclaration,
        Statement.Block,
        Statement.Empty,
        Statement.ExpressionStatement,
        Statement.If,
        Statement.For,
        Statement.ForIn,
        Statement.ForOf,
        Statement.While,
        Statement.DoWhile,
        Statement.Continue,
        Statement.Break,
        Statement.Return,
        Statement.With,
        Statement.Switch,
        Statement.Labelled,
        Statement.Throw,
        Statement.Try,
        Statement.Debugger,
        ModuleItem {
  /// What a variable declaration declares.
  enum DeclarationKind {
    /// `var`.
    VAR,
    /// `let`.
    LET,
    /// `const`.
    CONST,
    /// `using`: disposed of when the block is left.
    USING,
    /// `await using`: disposed of asynchronously when the block is left.
    AWAIT_USING;

    /// Whether the bindings are lexical: block-scoped, with a temporal dead zone.
    public boolean isLexical() {
      return this != VAR;
    }

    /// Whether the bindings cannot be assigned.
    public boolean isConstant() {
      return this != VAR && this != LET;
    }
  }

  /// The first part of a `for (;;)`.
  sealed interface ForInit permits Expression, VariableDeclaration {}

  /// What a for-in or for-of assigns: a declaration with one declarator, or a target of an
  /// assignment.
  sealed interface ForHead permits Target, VariableDeclaration {}

  /// `var`, `let`, `const`, `using` or `await using` with one or more declarators.
  record VariableDeclaration(
      DeclarationKind kind, List<VariableDeclarator> declarators, int start, int end)
      implements Statement, ForInit, ForHead {}

  /// A function declaration; its function has a name, except in `export default`.
  record FunctionDeclaration(FunctionNode function, int start, int end) implements Statement {}

  /// A class declaration; its class has a name, except in `export default`.
  record ClassDeclaration(ClassNode node, int start, int end) implements Statement {}

  /// `{ body }`.
  record Block(List<Statement> body, int start, int end) implements Statement {}

  /// `;`.
  record Empty(int start, int end) implements Statement {}

  /// An expression as a statement.
  ///
  /// @param directive whether it belongs to a Directive Prologue
  record ExpressionStatement(Expression expression, boolean directive, int start, int end)
      implements Statement {}

  /// One `if (test) body` of a chain.
  record IfClause(Expression test, Statement body) {}

  /// `if (t₁) b₁ else if (t₂) b₂ … else otherwise`, the whole chain in one node; at least one
  /// clause.
  ///
  /// A function declaration as a body (Annex B.3.3) stands in a {@link Block} of its own.
  record If(List<IfClause> clauses, @Nullable Statement otherwise, int start, int end)
      implements Statement {}

  /// `for (init; test; update) body`.
  record For(
      @Nullable ForInit init,
      @Nullable Expression test,
      @Nullable Expression update,
      Statement body,
      int start,
      int end)
      implements Statement {}

  /// `for (head in object) body`. A `var` head with an identifier may have an initializer (Annex
  /// B.3.5), evaluated first.
  record ForIn(ForHead head, Expression object, Statement body, int start, int end)
      implements Statement {}

  /// `for (head of iterable) body`.
  ///
  /// @param isAwait `for await`
  record ForOf(
      ForHead head, Expression iterable, boolean isAwait, Statement body, int start, int end)
      implements Statement {}

  /// `while (test) body`.
  record While(Expression test, Statement body, int start, int end) implements Statement {}

  /// `do body while (test)`.
  record DoWhile(Statement body, Expression test, int start, int end) implements Statement {}

  /// `continue` or `continue label`.
  record Continue(@Nullable String label, int start, int end) implements Statement {}

  /// `break` or `break label`.
  record Break(@Nullable String label, int start, int end) implements Statement {}

  /// `return` or `return argument`.
  record Return(@Nullable Expression argument, int start, int end) implements Statement {}

  /// `with (object) body`.
  record With(Expression object, Statement body, int start, int end) implements Statement {}

  /// `switch (discriminant) { cases }`; all cases share one block scope.
  record Switch(Expression discriminant, List<SwitchCase> cases, int start, int end)
      implements Statement {}

  /// `label: body`; the body may be another labelled statement, or a function declaration in sloppy
  /// code.
  record Labelled(String label, Statement body, int start, int end) implements Statement {}

  /// `throw argument`.
  record Throw(Expression argument, int start, int end) implements Statement {}

  /// `try block catch … finally …`; at least one of both.
  record Try(
      Block block, @Nullable CatchClause handler, @Nullable Block finalizer, int start, int end)
      implements Statement {}

  /// `debugger`.
  record Debugger(int start, int end) implements Statement {}
}
