package lexscope.js.syntax;

import java.util.List;
import lexscope.js.source.SourceText;

/// A parsed source text: a script (or eval code), a module.
public sealed interface Program extends Node {
  /// The text that was parsed; all offsets count in it.
  SourceText source();

  /// The top-level statements in order.
  List<Statement> body();

  /// Whether the top-level code is strict.
  boolean isStrict();

  /// What the top-level code does itself.
  FunctionFacts facts();

  /// A Script, or the code of a direct or indirect eval.
  ///
  /// @param annexBFunctions as in {@link FunctionNode#annexBFunctions}; whether the `var` may be
  ///   made is still checked at run time against the global object or the eval's surroundings
  record Script(
      SourceText source,
      List<Statement> body,
      boolean isStrict,
      FunctionFacts facts,
      List<Statement.FunctionDeclaration> annexBFunctions,
      int start,
      int end)
      implements Program {}

  /// A Module.
  ///
  /// @param requests ModuleRequests: without duplicates, in source order
  /// @param hasTopLevelAwait `[[HasTLA]]`: `await` or `for await` or `await using` outside
  ///   functions
  record Module(
      SourceText source,
      List<Statement> body,
      FunctionFacts facts,
      List<ModuleRequest> requests,
      List<ImportEntry> imports,
      List<ExportEntry> exports,
      boolean hasTopLevelAwait,
      int start,
      int end)
      implements Program {
    @Override
    public boolean isStrict() {
      return true;
    }
  }
}
