package lexscope.js.scope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lexscope.js.policy.V8Rule;
import lexscope.js.syntax.FunctionKind;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.Node;
import org.jspecify.annotations.Nullable;

/// Connects references with bindings, and draws the consequences for the capture policies: a
/// reference from an inner function makes the binding one that V8 keeps in a context, and a use of
/// every function between the two.
final class ReferenceResolver {
  /// The functions of one class, for the rules that concern them together.
  static final class ClassGroup {
    final Scope scope;
    final List<FunctionInfo> instanceMembers = new ArrayList<>();
    final List<FunctionInfo> staticMembers = new ArrayList<>();
    final List<FunctionInfo> instanceInitializers = new ArrayList<>();
    final List<FunctionInfo> staticInitializers = new ArrayList<>();

    ClassGroup(Scope scope) {
      this.scope = scope;
    }
  }

  private record Reference(Scope from, String name) {}

  private record EvalSite(Scope from, Scope varScope, int offset) {}

  private final ScopeTree tree;
  private final Set<V8Rule> rules;
  private final List<Reference> references = new ArrayList<>();
  private final List<EvalSite> evals = new ArrayList<>();
  final List<ClassGroup> classes = new ArrayList<>();
  final List<List<FunctionInfo>> literals = new ArrayList<>();

  ReferenceResolver(ScopeTree tree, Set<V8Rule> rules) {
    this.tree = tree;
    this.rules = rules;
  }

  void reference(Scope from, String name) {
    references.add(new Reference(from, name));
  }

  void directEval(Scope from, Scope varScope, int offset) {
    evals.add(new EvalSite(from, varScope, offset));
  }

  void resolveAll() {
    // Evals first: whether a scope may grow decides how names that cross it are looked up.
    for (EvalSite site : evals) {
      if (!site.from().function().isStrict()) {
        site.varScope().sloppyDirectEval = true;
      }
      for (Scope each = site.from(); each != null; each = each.outer()) {
        each.directEvalInside = true;
        each.directEvalInIteration |= each.isPerIteration() && site.offset() >= each.headEnd;
      }
    }
    for (EvalSite site : evals) {
      useEverythingVisible(site.from());
    }
    for (Reference reference : references) {
      resolve(reference.from(), reference.name());
    }
    tree.functions.values().forEach(this::argumentsRules);
    classes.forEach(this::classRules);
    literals.forEach(this::literalRule);
    tree.scopes.values().stream()
        .filter(each -> each.kind() == Scope.Kind.LOOP)
        .forEach(this::loopRule);
  }

  private void resolve(Scope from, String name) {
    boolean throughWith = false;
    for (Scope scope = from; scope != null; scope = scope.outer()) {
      Binding binding = scope.find(name);
      if (binding != null && binding.isVisible() && binding.kind() != Binding.Kind.WITH_OBJECT) {
        binding.referenced = true;
        boolean captured = use(from, binding);
        if (name.equals(Binding.HOME_OBJECT)) {
          return; // V8 keeps home objects with the class or literal, not with the method: see the
          // rules below.
        }
        if (captured) {
          binding.contextAllocated = true;
          noteHeadCapture(from, binding);
        } else if (throughWith && rules.contains(V8Rule.WITH_LOOKUP)) {
          binding.contextAllocated = true;
        }
        return;
      }
      if (scope.isDynamicFor(name)) {
        throughWith |= scope.kind() == Scope.Kind.WITH;
        useDynamically(from, scope, name);
      }
    }
  }

  /// Makes the binding a use of the functions between the reference and the binding; says whether
  /// there are any.
  private boolean use(Scope from, Binding binding) {
    FunctionInfo owner = binding.scope().function();
    FunctionInfo function = from.function();
    boolean captured = false;
    while (function != owner) {
      captured = true;
      if (!function.uses.add(binding)) {
        return true;
      }
      Scope definition = function.definitionScope();
      if (definition == null || function == tree.topLevel()) {
        break;
      }
      function = definition.function();
    }
    return captured;
  }

  /// A name may be bound at run time in `scope`: the functions in between look it up there, and
  /// keep a `with` object.
  private void useDynamically(Scope from, Scope scope, String name) {
    if (scope.kind() == Scope.Kind.WITH) {
      use(from, scope.bindings().getFirst());
    }
    FunctionInfo function = from.function();
    while (function != scope.function()) {
      if (scope.kind() != Scope.Kind.WITH) {
        function.dynamicUses.add(name);
      }
      Scope definition = function.definitionScope();
      if (definition == null || function == tree.topLevel()) {
        return;
      }
      function = definition.function();
    }
  }

  /// A direct eval may name everything that is visible where it stands.
  private void useEverythingVisible(Scope from) {
    Set<String> seen = new HashSet<>();
    for (Scope scope = from; scope != null; scope = scope.outer()) {
      boolean foreign = isOutsideOfProgram(scope);
      for (Binding binding : scope.bindings()) {
        if (binding.kind() == Binding.Kind.HIDDEN) {
          continue;
        }
        if (binding.kind() == Binding.Kind.WITH_OBJECT || seen.add(binding.name())) {
          binding.referenced = true;
          use(from, binding);
        }
        if (!foreign && rules.contains(V8Rule.DIRECT_EVAL) && isForcedByEval(binding)) {
          binding.contextAllocated = true;
          // V8 makes the arguments object of every function around, shadowed or not.
          binding.referenced |= binding.kind() == Binding.Kind.ARGUMENTS;
        }
      }
    }
    for (FunctionInfo function = from.function();
        function != null;
        function = enclosing(function)) {
      function.usesEveryDynamicBinding = true;
    }
  }

  private static boolean isForcedByEval(Binding binding) {
    return switch (binding.name()) {
      case Binding.HOME_OBJECT, Binding.ARROW_OBJECT -> false;
      case Binding.FUNCTION_OBJECT -> {
        FunctionNode node = binding.scope().function().functionNode();
        yield node != null && node.kind() != FunctionKind.NORMAL;
      }
      default -> true;
    };
  }

  private boolean isOutsideOfProgram(Scope scope) {
    FunctionInfo function = scope.function();
    while (function != tree.topLevel()) {
      FunctionInfo around = enclosing(function);
      if (around == null) {
        return true;
      }
      function = around;
    }
    return false;
  }

  private @Nullable FunctionInfo enclosing(FunctionInfo function) {
    if (function == tree.topLevel()) {
      return null;
    }
    Scope definition = function.definitionScope();
    return definition == null ? null : definition.function();
  }

  /// Notes a capture by a function that stands in the head of a `for (let …)`: it sees the head's
  /// copy of the binding.
  private void noteHeadCapture(Scope from, Binding binding) {
    Scope loop = binding.scope();
    if (loop.kind() == Scope.Kind.LOOP && loop.headEnd >= 0) {
      FunctionInfo function = from.function();
      FunctionInfo outermost = function;
      while (function != loop.function()) {
        outermost = function;
        FunctionInfo around = enclosing(function);
        if (around == null) {
          return;
        }
        function = around;
      }
      Node node = outermost.node();
      if (node.start() < loop.headEnd) {
        loop.headCaptured.set(binding.slot());
      } else {
        loop.iterationCaptured.set(binding.slot());
      }
    }
  }

  private void argumentsRules(FunctionInfo info) {
    Binding arguments = info.parameterScope().find(Binding.ARGUMENTS);
    if (arguments == null || arguments.kind() != Binding.Kind.ARGUMENTS) {
      return;
    }
    info.argumentsObject = arguments.referenced;
    if (arguments.referenced && info.mappedArguments) {
      // The parameter map of the object refers to the record's slots, so the record must exist.
      info.parameterScope().materialized = true;
      if (rules.contains(V8Rule.MAPPED_ARGUMENTS)) {
        for (Binding binding : info.parameterScope().bindings()) {
          if (binding.kind() == Binding.Kind.PARAMETER) {
            binding.contextAllocated = true;
          }
        }
      }
    }
  }

  private static boolean needsHomeObject(FunctionInfo info) {
    FunctionNode node = info.functionNode();
    return node != null
        && (node.facts().usesSuperProperty() || info.functionScope().directEvalInside);
  }

  private void classRules(ClassGroup group) {
    if (rules.contains(V8Rule.SUPER_HOME_OBJECT)) {
      if (group.instanceMembers.stream().anyMatch(ReferenceResolver::needsHomeObject)) {
        group.scope.declare(Scope.CLASS_HOME_OBJECT, Binding.Kind.HIDDEN, true).contextAllocated =
            true;
      }
      if (group.staticMembers.stream().anyMatch(ReferenceResolver::needsHomeObject)) {
        group.scope.declare(Scope.STATIC_HOME_OBJECT, Binding.Kind.HIDDEN, true).contextAllocated =
            true;
      }
    }
    if (rules.contains(V8Rule.SHARED_FIELD_INITIALIZER)) {
      shareThis(group.instanceInitializers);
      shareThis(group.staticInitializers);
    }
  }

  private static void shareThis(List<FunctionInfo> initializers) {
    boolean captured = false;
    for (FunctionInfo info : initializers) {
      Binding binding = info.functionScope().find(Binding.THIS);
      captured |= binding != null && binding.contextAllocated;
    }
    for (FunctionInfo info : initializers) {
      Binding binding = info.functionScope().find(Binding.THIS);
      if (binding != null) {
        binding.contextAllocated |= captured;
      }
    }
  }

  private void literalRule(List<FunctionInfo> methods) {
    if (rules.contains(V8Rule.SUPER_HOME_OBJECT)
        && methods.stream().anyMatch(ReferenceResolver::needsHomeObject)) {
      for (FunctionInfo method : methods) {
        method.sharesHomeObject = true;
        // The home object's context is in the chain of what is made inside of the method, too.
        Binding home = method.functionScope().find(Binding.HOME_OBJECT);
        if (home != null) {
          home.contextAllocated = true;
        }
      }
    }
  }

  private void loopRule(Scope loop) {
    if (loop.headEnd < 0 || !loop.materialized) {
      return;
    }
    if (loop.directEvalInside) {
      loop.bindings().forEach(each -> loop.headCaptured.set(each.slot()));
    }
    if (loop.directEvalInIteration) {
      loop.bindings().forEach(each -> loop.iterationCaptured.set(each.slot()));
    }
    if (!loop.headCaptured.isEmpty() && rules.contains(V8Rule.LOOP_HEAD_COPY)) {
      loop.declare(Scope.LOOP_HEAD_RECORD, Binding.Kind.HIDDEN, true).contextAllocated = true;
    }
  }
}
