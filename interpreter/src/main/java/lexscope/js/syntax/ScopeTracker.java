package lexscope.js.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The early errors about names declared twice (ECMA-262 sections 14.2.1, 14.12.1, 14.15.1, 15.2.1,
/// 16.1.1, 16.2.1.1), and Annex B.3.2: which functions in blocks become variables of the function
/// around them.
///
/// A name is judged when it is declared, against the scopes open at that moment: each `var` leaves
/// its mark in every scope that it passes through, so a later lexical declaration there meets it.
/// That costs one entry per declaration and level.
final class ScopeTracker {
  private final ArrayDeque<DeclarationScope> free = new ArrayDeque<>();
  private @Nullable DeclarationScope current;

  /// Opens the scope of a function, script, eval code or static block.
  void openVariableScope() {
    open(true, false);
  }

  /// Opens the scope of a module.
  void openModuleScope() {
    open(true, true);
  }

  /// Opens the scope of a block, switch, for head or catch clause.
  void openBlockScope() {
    open(false, true);
  }

  private void open(boolean variableScope, boolean lexicalFunctions) {
    DeclarationScope scope = free.poll();
    if (scope == null) {
      scope = new DeclarationScope();
    }
    scope.open(current, variableScope, lexicalFunctions);
    current = scope;
  }

  private DeclarationScope current() {
    DeclarationScope scope = current;
    if (scope == null) {
      throw new IllegalStateException("no scope is open");
    }
    return scope;
  }

  /// Closes a block: functions in it that may become variables are handed to the scope around it.
  void closeBlockScope() {
    DeclarationScope scope = current();
    DeclarationScope outer = scope.outer;
    for (DeclarationScope.HoistCandidate candidate : scope.passingCandidates()) {
      if (outer != null) {
        outer.addCandidate(candidate);
      }
    }
    release(scope);
  }

  /// Closes a variable scope.
  ///
  /// @return the functions in its blocks to which Annex B.3.2 applies, in source order
  List<Statement.FunctionDeclaration> closeVariableScope() {
    DeclarationScope scope = current();
    List<DeclarationScope.HoistCandidate> passing = scope.passingCandidates();
    release(scope);
    if (passing.isEmpty()) {
      return List.of();
    }
    List<Statement.FunctionDeclaration> result = new ArrayList<>(passing.size());
    for (DeclarationScope.HoistCandidate candidate : passing) {
      result.add(candidate.declaration());
    }
    return List.copyOf(result);
  }

  private void release(DeclarationScope scope) {
    current = scope.outer;
    free.push(scope);
  }

  /// Declares a `var`.
  ///
  /// @return false if a lexical declaration of the name is in the way
  boolean declareVariable(String name) {
    DeclarationScope scope = current();
    while (true) {
      int flags = scope.flagsOf(name);
      if ((flags & (DeclarationScope.LEXICAL | DeclarationScope.BLOCK_FUNCTION)) != 0) {
        return false;
      }
      if ((flags & DeclarationScope.VAR) == 0) {
        scope.add(name, DeclarationScope.VAR);
      }
      DeclarationScope outer = scope.outer;
      if (scope.isVariableScope || outer == null) {
        return true;
      }
      scope = outer;
    }
  }

  /// Declares a let, const, class, using or import name, or a name bound by a catch pattern.
  ///
  /// @return false if the name is taken
  boolean declareLexical(String name) {
    DeclarationScope scope = current();
    if (scope.flagsOf(name) != 0) {
      return false;
    }
    scope.add(name, DeclarationScope.LEXICAL);
    return true;
  }

  /// Declares a function at the current level.
  ///
  /// @param repeatable whether it is a plain function of sloppy code
  /// @return false if the name is taken
  boolean declareFunction(String name, boolean repeatable) {
    DeclarationScope scope = current();
    if (!scope.functionsAreLexical) {
      return declareVariable(name);
    }
    int flags = scope.flagsOf(name);
    boolean block = repeatable && !scope.isVariableScope;
    if (flags != 0 && !(block && flags == DeclarationScope.BLOCK_FUNCTION)) {
      return false;
    }
    scope.add(name, block ? DeclarationScope.BLOCK_FUNCTION : DeclarationScope.LEXICAL);
    return true;
  }

  /// Whether the current level is that of a block.
  boolean inBlock() {
    return !current().isVariableScope;
  }

  /// Remembers a plain function declaration of sloppy code at the current level.
  void functionParsed(String name, Statement.FunctionDeclaration declaration) {
    DeclarationScope scope = current();
    if (!scope.isVariableScope) {
      scope.addCandidate(new DeclarationScope.HoistCandidate(declaration, name, scope));
    }
  }

  /// Declares a formal parameter.
  ///
  /// @return false if it is a second one of the name
  boolean declareParameter(String name) {
    DeclarationScope scope = current();
    if (scope.flagsOf(name) != 0) {
      return false;
    }
    scope.add(name, DeclarationScope.PARAMETER);
    return true;
  }

  /// Declares a catch parameter that is an identifier.
  void declareSimpleCatch(String name) {
    current().add(name, DeclarationScope.SIMPLE_CATCH);
  }

  /// Whether the current scope declares a name in any way.
  boolean isDeclared(String name) {
    return current().flagsOf(name) != 0;
  }
}
