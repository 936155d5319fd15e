package lexscope.js.scope;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lexscope.js.policy.V8Rule;
import lexscope.js.syntax.ExportEntry;
import lexscope.js.syntax.FunctionKind;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.ImportEntry;
import lexscope.js.syntax.ModuleItem;
import lexscope.js.syntax.Program;
import lexscope.js.syntax.Statement;
import lexscope.js.syntax.Target;
import lexscope.js.syntax.VariableDeclarator;
import org.jspecify.annotations.Nullable;

/// Declares in a scope what a program, function body or block declares: the bindings that the
/// specification's *DeclarationInstantiation operations create (ECMA-262 sections 10.2.11, 14.2.3,
/// 16.1.7, 16.2.1.7.3.1 and 19.2.1.3).
final class DeclarationInstantiation {
  private final ScopeTree tree;
  private final Set<V8Rule> rules;

  DeclarationInstantiation(ScopeTree tree, Set<V8Rule> rules) {
    this.tree = tree;
    this.rules = rules;
  }

  /// What only a module declares: its imports, and `*default*` for a default export without a name.
  static void moduleNames(Program.Module module, Scope top) {
    for (ImportEntry entry : module.imports()) {
      top.declare(entry.localName(), Binding.Kind.IMPORT, true);
    }
    for (Statement item : module.body()) {
      boolean anonymous =
          switch (item) {
            case ModuleItem.ExportDefaultExpression _ -> true;
            case ModuleItem.ExportDefaultDeclaration d ->
                declaredFunction(d.declaration()) == null && className(d.declaration()) == null;
            default -> false;
          };
      if (anonymous) {
        top.declare("*default*", Binding.Kind.LET, false);
      }
    }
  }

  /// Marks the bindings that the module's export entries name.
  static void markExported(Program.Module module, Scope top) {
    for (ExportEntry entry : module.exports()) {
      if (entry.kind() == ExportEntry.Kind.LOCAL && entry.localName() != null) {
        Binding binding = top.find(entry.localName());
        if (binding != null) {
          binding.exported = true;
        }
      }
    }
  }

  /// Declares the lexical names and functions of a statement list at function level: functions are
  /// `var`-like there.
  void functionLevel(List<Statement> body, FunctionInfo info, Scope target) {
    Map<String, Statement.FunctionDeclaration> functions = new LinkedHashMap<>();
    for (Statement statement : body) {
      Statement.FunctionDeclaration function = declaredFunction(statement);
      if (function != null) {
        String name = functionName(function);
        functions.remove(name);
        functions.put(name, function);
        varName(name, info, target);
      } else {
        lexical(statement, target);
      }
    }
    info.functionsToInitialize.addAll(functions.values());
  }

  /// BlockDeclarationInstantiation, ECMA-262 section 14.2.3: functions are lexical in a block.
  void block(List<Statement> list, Scope target) {
    for (Statement statement : list) {
      Statement.FunctionDeclaration function = declaredFunction(statement);
      if (function != null) {
        lexicalName(functionName(function), target, Binding.Kind.BLOCK_FUNCTION, false);
        target.functions.add(function);
      } else {
        lexical(statement, target);
      }
    }
  }

  private static String functionName(Statement.FunctionDeclaration declaration) {
    Target.BindingIdentifier name = declaration.function().name();
    return name == null ? "*default*" : name.name();
  }

  /// The function declaration behind labels and exports, or null.
  private static Statement.@Nullable FunctionDeclaration declaredFunction(Statement statement) {
    return switch (statement) {
      case Statement.FunctionDeclaration function -> function;
      case Statement.Labelled labelled -> declaredFunction(labelled.body());
      case ModuleItem.ExportDeclaration export -> declaredFunction(export.declaration());
      case ModuleItem.ExportDefaultDeclaration export -> declaredFunction(export.declaration());
      default -> null;
    };
  }

  private static @Nullable String className(Statement statement) {
    return statement instanceof Statement.ClassDeclaration declaration
            && declaration.node().name() != null
        ? declaration.node().name().name()
        : null;
  }

  /// Declares what the statement declares lexically, functions apart.
  void lexical(Statement statement, Scope target) {
    switch (statement) {
      case Statement.VariableDeclaration declaration when declaration.kind().isLexical() -> {
        for (VariableDeclarator declarator : declaration.declarators()) {
          names(
              declarator.target(),
              target,
              declaration.kind().isConstant() ? Binding.Kind.CONST : Binding.Kind.LET,
              declaration.kind().isConstant());
        }
      }
      case Statement.ClassDeclaration _ -> {
        String name = className(statement);
        if (name != null) {
          lexicalName(name, target, Binding.Kind.CLASS, false);
        }
      }
      case ModuleItem.ExportDeclaration export -> lexical(export.declaration(), target);
      case ModuleItem.ExportDefaultDeclaration export -> lexical(export.declaration(), target);
      default -> {}
    }
  }

  private void lexicalName(String name, Scope target, Binding.Kind kind, boolean constant) {
    if (target.kind() == Scope.Kind.GLOBAL) {
      tree.globalLexicals.put(name, constant);
    } else if (target.find(name) == null) {
      Binding binding = target.declare(name, kind, constant);
      if (target.kind() == Scope.Kind.EVAL && rules.contains(V8Rule.EVAL_LEXICAL)) {
        binding.contextAllocated = true;
      }
    }
  }

  /// Declares the BoundNames of a target.
  void names(Target target, Scope into, Binding.Kind kind, boolean constant) {
    BoundNames.of(target).forEach(name -> lexicalName(name, into, kind, constant));
  }

  /// Declares the BoundNames of a `var` declarator's target.
  void varNames(Target target, Scope into) {
    BoundNames.of(target).forEach(name -> varName(name, into.function(), into));
  }

  private void varName(String name, FunctionInfo info, Scope target) {
    info.varNames.add(name);
    boolean elsewhere =
        target.kind() == Scope.Kind.GLOBAL
            || (target.kind() == Scope.Kind.EVAL && !info.isStrict());
    if (!elsewhere && target.find(name) == null) {
      target.declare(name, Binding.Kind.VAR, false);
    }
  }

  /// Annex B.3.2: a block-level function may also have a `var` of its name at function level.
  void annexB(List<Statement.FunctionDeclaration> declarations, Scope target) {
    for (Statement.FunctionDeclaration declaration : declarations) {
      String name = functionName(declaration);
      Binding arguments = target.function().parameterScope().find(name);
      if (arguments != null && arguments.kind() == Binding.Kind.ARGUMENTS) {
        // The arguments object counts as a parameter, which such a function does not replace.
        continue;
      }
      tree.annexB.put(declaration, true);
      boolean elsewhere = target.kind() == Scope.Kind.GLOBAL || target.kind() == Scope.Kind.EVAL;
      if (!elsewhere && target.find(name) == null) {
        target.declare(name, Binding.Kind.VAR, false);
      }
    }
  }

  /// The bindings that hold what an activation knows of itself: `this`, `new.target`, the home
  /// object, the function object.
  static void functionSlots(FunctionNode node, Scope scope) {
    if (!node.isArrow()) {
      scope.declare(Binding.THIS, Binding.Kind.FUNCTION_SLOT, true);
      scope.declare(Binding.NEW_TARGET, Binding.Kind.FUNCTION_SLOT, true);
      if (node.kind() != FunctionKind.NORMAL) {
        scope.declare(Binding.HOME_OBJECT, Binding.Kind.FUNCTION_SLOT, true);
      }
    }
    scope.declare(
        node.isArrow() ? Binding.ARROW_OBJECT : Binding.FUNCTION_OBJECT,
        Binding.Kind.FUNCTION_SLOT,
        true);
  }

  /// FunctionDeclarationInstantiation, ECMA-262 section 10.2.11, steps 15 to 18: whether the
  /// function has an `arguments` binding.
  static boolean bindsArguments(
      FunctionNode node, List<Statement> body, boolean parameterExpressions) {
    if (node.isArrow()
        || node.kind() == FunctionKind.FIELD_INITIALIZER
        || node.kind() == FunctionKind.STATIC_BLOCK
        || node.parameters().stream()
            .anyMatch(each -> BoundNames.contains(each.target(), Binding.ARGUMENTS))) {
      return false;
    }
    if (parameterExpressions) {
      return true;
    }
    for (Statement statement : body) {
      Statement.FunctionDeclaration function = declaredFunction(statement);
      if (function != null
          ? functionName(function).equals(Binding.ARGUMENTS)
          : BoundNames.lexicallyDeclares(statement, Binding.ARGUMENTS)) {
        return false;
      }
    }
    return true;
  }
}
