package lexscope.js.scope;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lexscope.js.syntax.FunctionKind;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.Node;
import lexscope.js.syntax.Statement;
import lexscope.js.syntax.Target;
import org.jspecify.annotations.Nullable;

/// What the analysis knows of one function, or of the top level of a script, module or eval code.
public final class FunctionInfo {
  private final Node node;
  private final @Nullable Scope definitionScope;
  private final boolean strict;
  @Nullable Scope nameScope;
  @Nullable Scope functionScope;
  @Nullable Scope parameterScope;
  @Nullable Scope bodyScope;
  String inferredName = "";
  boolean parameterExpressions;
  boolean argumentsObject;
  boolean mappedArguments;
  boolean sharesHomeObject;
  final Set<String> varNames = new LinkedHashSet<>();
  final List<Statement.FunctionDeclaration> functionsToInitialize = new ArrayList<>();
  final Set<Binding> uses = new LinkedHashSet<>();
  final Set<String> dynamicUses = new LinkedHashSet<>();
  boolean usesEveryDynamicBinding;
  private @Nullable UsedSlots usedSlots;

  FunctionInfo(Node node, @Nullable Scope definitionScope, boolean strict) {
    this.node = node;
    this.definitionScope = definitionScope;
    this.strict = strict;
  }

  /// The function, or the program.
  public Node node() {
    return node;
  }

  /// The function; null for a program's top level.
  public @Nullable FunctionNode functionNode() {
    return node instanceof FunctionNode function ? function : null;
  }

  /// The scope in which the function object is made; null for a program's top level, unless it is
  /// direct eval code.
  public @Nullable Scope definitionScope() {
    return definitionScope;
  }

  /// Whether its code is strict.
  public boolean isStrict() {
    return strict;
  }

  /// Whether it is the constructor of a class with `extends`: its `this` has a dead zone.
  public boolean isDerivedConstructor() {
    return node instanceof FunctionNode function
        && function.kind() == FunctionKind.DERIVED_CONSTRUCTOR;
  }

  /// The scope of a function expression's own name; null if it has none. Made where the function
  /// object is made, outside of it.
  public @Nullable Scope nameScope() {
    return nameScope;
  }

  /// The scope that an activation enters first: FUNCTION, GLOBAL, MODULE or EVAL.
  public Scope functionScope() {
    return present(functionScope);
  }

  /// The scope of the parameters: [#functionScope] unless they have a record of their own.
  public Scope parameterScope() {
    return present(parameterScope);
  }

  /// The scope of the body's `var`s and top-level lexicals: [#functionScope] unless the parameter
  /// list has expressions.
  public Scope bodyScope() {
    return present(bodyScope);
  }

  private static Scope present(@Nullable Scope scope) {
    if (scope == null) {
      throw new IllegalStateException("the function is not analysed yet");
    }
    return scope;
  }

  /// Whether the `arguments` object must be built: it is named, or an eval may name it.
  public boolean needsArgumentsObject() {
    return argumentsObject;
  }

  /// Whether the `arguments` object is mapped: sloppy code with simple parameters.
  public boolean hasMappedArguments() {
    return mappedArguments;
  }

  /// Whether V8 keeps the home object in a context around it, because a method of the same literal
  /// uses `super`.
  public boolean sharesHomeObject() {
    return sharesHomeObject;
  }

  /// VarDeclaredNames of the body in order of first appearance, function names included, parameters
  /// too if redeclared.
  public List<String> varNames() {
    return List.copyOf(varNames);
  }

  /// The function declarations to initialize at entry: for each name the last one, in source order.
  public List<Statement.FunctionDeclaration> functionsToInitialize() {
    return List.copyOf(functionsToInitialize);
  }

  /// The bindings outside of the function that its text, nested functions included, refers to.
  public Set<Binding> uses() {
    return Collections.unmodifiableSet(uses);
  }

  /// The same as places in the record chain of `[[Environment]]`. Cost: computed once.
  public UsedSlots usedSlots() {
    UsedSlots slots = usedSlots;
    if (slots == null) {
      slots = UsedSlots.of(this);
      usedSlots = slots;
    }
    return slots;
  }

  /// What the function is called in answers: its own name, the name of what it was first assigned
  /// to, or nothing; for a program its file.
  public String displayName() {
    FunctionNode function = functionNode();
    if (function == null) {
      return "(top level)";
    }
    Target.BindingIdentifier name = function.name();
    return name == null ? inferredName : name.name();
  }
}
