package lexscope.js.scope;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.gc.ScopeUnit;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.Node;
import lexscope.js.syntax.Program;
import lexscope.js.syntax.Statement;
import org.jspecify.annotations.Nullable;

/// The scopes of one program.
public final class ScopeTree implements ScopeUnit {
  private final Program program;
  private final FunctionInfo topLevel;
  final IdentityHashMap<FunctionNode, FunctionInfo> functions = new IdentityHashMap<>();
  final IdentityHashMap<Node, Scope> scopes = new IdentityHashMap<>();
  final IdentityHashMap<Node, Scope> heads = new IdentityHashMap<>();
  final IdentityHashMap<Statement.FunctionDeclaration, Boolean> annexB = new IdentityHashMap<>();
  final Map<String, Boolean> globalLexicals = new LinkedHashMap<>();

  private final List<Scope> all = new ArrayList<>();
  boolean defaultConstructorKeepsContext;

  ScopeTree(Program program, FunctionInfo topLevel) {
    this.program = program;
    this.topLevel = topLevel;
  }

  Scope scope(Scope.Kind kind, @Nullable Scope outer, FunctionInfo function, int start, int end) {
    var scope = new Scope(kind, outer, function, start, end);
    add(scope);
    return scope;
  }

  void add(Scope scope) {
    scope.tree = this;
    all.add(scope);
  }

  /// Makes every scope have a record each time it is entered, those included whose bindings could
  /// live in registers. Only before code is made of the tree.
  public void materializeAll() {
    for (Scope scope : all) {
      if (scope.kind() != Scope.Kind.GLOBAL) {
        scope.materialized = true;
      }
    }
  }

  @Override
  public List<Scope> scopes() {
    return Collections.unmodifiableList(all);
  }

  /// The program.
  public Program program() {
    return program;
  }

  /// Its top level.
  public FunctionInfo topLevel() {
    return topLevel;
  }

  /// What is known of a function of the program.
  public FunctionInfo function(FunctionNode node) {
    FunctionInfo info = functions.get(node);
    if (info == null) {
      throw new IllegalArgumentException("not a function of this program");
    }
    return info;
  }

  /// The scope that a Block, Switch, CatchClause (its parameter), For (`let` bindings), ForIn or
  /// ForOf (one iteration), With or ClassNode enters; null if it declares nothing.
  public @Nullable Scope scopeOf(Node node) {
    return scopes.get(node);
  }

  /// The scope in which a ForIn's or ForOf's expression is evaluated; null if its head declares
  /// nothing lexical.
  public @Nullable Scope headScopeOf(Node node) {
    return heads.get(node);
  }

  /// The lexical declarations of a script's top level, in source order, each with whether it is
  /// constant: bindings of the Global Environment Record's declarative part.
  public Map<String, Boolean> globalLexicals() {
    return Collections.unmodifiableMap(globalLexicals);
  }

  /// Whether evaluating this block-level function declaration also assigns the `var` of its name
  /// (Annex B.3.2).
  public boolean assignsVar(Statement.FunctionDeclaration declaration) {
    return annexB.containsKey(declaration);
  }

  /// Whether V8's constructor of a class without one keeps the context around the class.
  public boolean defaultConstructorKeepsContext() {
    return defaultConstructorKeepsContext;
  }
}
