package lexscope.js.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Scope;
import lexscope.js.syntax.ClassElement;
import lexscope.js.syntax.ClassNode;
import lexscope.js.syntax.Expression;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.PropertyName;
import lexscope.js.syntax.Statement;
import lexscope.js.syntax.Target;
import org.jspecify.annotations.Nullable;

/// Classes, ECMA-262 section 15.7.14 (ClassDefinitionEvaluation).
final class ClassCompiler {
  private final BytecodeCompiler c;

  ClassCompiler(BytecodeCompiler compiler) {
    c = compiler;
  }

  /// The registers of the class that is being defined.
  ///
  /// @param before where the code before it stands: V8 has no place for what calls the initializers
  private record Parts(int constructor, int prototype, @Nullable PrivateNames names, int before) {}

  /// A class declaration: initializes the binding of its name.
  void declaration(Statement.ClassDeclaration node) {
    int mark = c.code.registerMark();
    int value = c.code.register();
    Target.BindingIdentifier name = node.node().name();
    if (name == null) {
      int key = c.code.register();
      c.code.emit(Opcode.LOAD_CONSTANT, key, c.string("default"));
      classDefinition(node.node(), key, value);
      c.scopes.initialize("*default*", value);
    } else {
      classDefinition(node.node(), null, value);
      c.scopes.initialize(name.name(), value);
    }
    c.code.releaseRegisters(mark);
  }

  /// Evaluates a class into a register. `givenName` is the register of the name of an anonymous
  /// one.
  void classDefinition(ClassNode node, @Nullable Integer givenName, int dst) {
    int mark = c.code.registerMark();
    int before = c.code.lastPosition();
    int constructor = c.code.register();
    int prototype = c.code.register();
    Scope scope = c.template.tree().scopeOf(node);
    ScopeCompiler.Entered entered = scope == null ? null : c.scopes.enter(scope);
    int heritage = heritage(node);
    PrivateNames outerNames = c.privateNames;
    List<String> names = privateNames(node);
    if (!names.isEmpty()) {
      c.privateNames = new PrivateNames(outerNames, names);
      c.code.emit(Opcode.PUSH_PRIVATE_NAMES, c.code.uniqueConstant(names));
    }
    int key = nameOfClass(node, givenName);
    c.code.position(node.start());
    c.code.emit(
        Opcode.CREATE_CLASS,
        constructor,
        prototype,
        heritage,
        key,
        c.code.uniqueConstant(constructorTemplate(node).ofClass(ClassLayouts.of(node))));
    storeHomes(scope, constructor, prototype);
    var parts = new Parts(constructor, prototype, c.privateNames, before);
    List<Runnable> statics = new ArrayList<>();
    List<Runnable> staticPrivateMethods = new ArrayList<>();
    for (ClassElement element : node.elements()) {
      element(element, parts, statics, staticPrivateMethods);
    }
    Target.BindingIdentifier name = node.name();
    if (name != null && scope != null && scope.find(name.name()) instanceof Binding inner) {
      c.scopes.store(inner, constructor);
    }
    staticPrivateMethods.forEach(Runnable::run);
    statics.forEach(Runnable::run);
    if (!names.isEmpty()) {
      c.code.emit(Opcode.POP_PRIVATE_NAMES);
      c.privateNames = outerNames;
    }
    if (entered != null) {
      c.scopes.leave(entered);
    }
    c.scopes.move(dst, constructor);
    c.code.releaseRegisters(mark);
  }

  private int heritage(ClassNode node) {
    int heritage = c.code.register();
    Expression expression = node.heritage();
    if (expression == null) {
      c.code.emit(Opcode.LOAD_EMPTY, heritage);
    } else {
      c.expressions.into(expression, heritage);
    }
    return heritage;
  }

  private FunctionTemplate constructorTemplate(ClassNode node) {
    Target.BindingIdentifier name = node.name();
    String text = name == null ? "" : name.name();
    FunctionNode constructor = node.constructor();
    if (constructor != null) {
      return c.functionTemplate(constructor, text, node.start(), node.end());
    }
    var made =
        new FunctionTemplate(
            c.template.tree(),
            c.info,
            c.privateNames,
            text,
            FunctionTemplate.Setup.DEFAULT_CONSTRUCTOR,
            node.heritage() != null,
            node.start(),
            node.end());
    return c.constants.template(made.inferred(c.inferredNames.current()));
  }

  private int nameOfClass(ClassNode node, @Nullable Integer givenName) {
    Target.BindingIdentifier name = node.name();
    if (givenName != null && name == null) {
      return givenName;
    }
    int key = c.code.register();
    c.code.emit(Opcode.LOAD_CONSTANT, key, c.string(name == null ? "" : name.name()));
    return key;
  }

  /// What V8 keeps in the class's context.
  private void storeHomes(@Nullable Scope scope, int constructor, int prototype) {
    if (scope != null && scope.find(".homeObject") instanceof Binding home) {
      c.scopes.store(home, prototype);
    }
    if (scope != null && scope.find(".staticHomeObject") instanceof Binding home) {
      c.scopes.store(home, constructor);
    }
  }

  private static List<String> privateNames(ClassNode node) {
    Set<String> names = new LinkedHashSet<>();
    for (ClassElement element : node.elements()) {
      PropertyName name =
          switch (element) {
            case ClassElement.Method method -> method.name();
            case ClassElement.Field field -> field.name();
            case ClassElement.StaticBlock _ -> null;
          };
      if (name instanceof PropertyName.PrivateName(String text, int _, int _)) {
        names.add(text);
      }
    }
    return List.copyOf(names);
  }

  private void element(
      ClassElement element,
      Parts parts,
      List<Runnable> statics,
      List<Runnable> staticPrivateMethods) {
    switch (element) {
      case ClassElement.Method method -> method(method, parts, staticPrivateMethods);
      case ClassElement.Field field -> field(field, parts, statics);
      case ClassElement.StaticBlock block -> {
        int closure = c.code.register();
        makeMethod(block.body(), parts.constructor, closure, block.start(), block.end());
        statics.add(() -> {
          int mark = c.code.registerMark();
          int result = c.code.register();
          c.code.position(parts.before);
          c.code.emit(Opcode.CALL, result, closure, parts.constructor, result, 0);
          c.code.releaseRegisters(mark);
        });
      }
    }
  }

  private void makeMethod(FunctionNode function, int home, int closure, int start, int end) {
    c.code.emit(
        Opcode.MAKE_METHOD,
        closure,
        c.code.uniqueConstant(c.functionTemplate(function, "", start, end)),
        home);
  }

  private void method(
      ClassElement.Method method, Parts parts, List<Runnable> staticPrivateMethods) {
    int home = method.isStatic() ? parts.constructor : parts.prototype;
    FunctionNode function = method.function();
    if (method.name() instanceof PropertyName.PrivateName(String name, int _, int _)) {
      int closure = c.code.register();
      makeMethod(function, home, closure, function.start(), function.end());
      int index = PrivateNames.resolve(parts.names, name).index();
      int kind = LiteralCompiler.namePrefix(function.kind());
      int key = c.code.register();
      c.code.emit(Opcode.LOAD_CONSTANT, key, c.string("#" + name));
      c.code.emit(Opcode.SET_FUNCTION_NAME, closure, key, kind);
      if (method.isStatic()) {
        staticPrivateMethods.add(() ->
            c.code.emit(Opcode.DEFINE_PRIVATE_METHOD, parts.constructor, closure, index, kind));
      } else {
        c.code.emit(Opcode.ADD_PRIVATE_METHOD, parts.constructor, closure, index, kind);
      }
      return;
    }
    int mark = c.code.registerMark();
    int key = c.code.register();
    c.code.position(method.start());
    c.literals.propertyKey(method.name(), key);
    String outer = c.inferredNames.enterElement(LiteralCompiler.literal(method.name()));
    c.literals.method(function, key, home, home, function.start(), function.end(), false);
    c.inferredNames.leave(outer);
    c.code.releaseRegisters(mark);
  }

  private void field(ClassElement.Field field, Parts parts, List<Runnable> statics) {
    int initializer = c.code.register();
    int key = c.code.register();
    c.code.position(field.start());
    int home = field.isStatic() ? parts.constructor : parts.prototype;
    boolean isPrivate = field.name() instanceof PropertyName.PrivateName;
    if (!isPrivate) {
      c.literals.propertyKey(field.name(), key);
    }
    FunctionNode function = field.initializer();
    if (function == null) {
      c.code.emit(Opcode.LOAD_UNDEFINED, initializer);
    } else {
      makeMethod(function, home, initializer, function.start(), function.end());
    }
    int index =
        field.name() instanceof PropertyName.PrivateName(String name, int _, int _)
            ? PrivateNames.resolve(parts.names, name).index()
            : -1;
    if (!field.isStatic()) {
      if (isPrivate) {
        c.code.emit(Opcode.ADD_PRIVATE_FIELD, parts.constructor, index, initializer);
      } else {
        c.code.emit(Opcode.ADD_FIELD, parts.constructor, key, initializer);
      }
      return;
    }
    statics.add(() -> {
      c.code.position(parts.before);
      if (isPrivate) {
        c.code.emit(Opcode.DEFINE_PRIVATE_FIELD, parts.constructor, index, initializer);
      } else {
        c.code.emit(Opcode.INITIALIZE_FIELD, parts.constructor, key, initializer);
      }
    });
  }

  /// The body of a field initializer: an anonymous function takes the field's name.
  void fieldInitializer(Expression expression, int dst) {
    if (!expression.isAnonymousFunctionDefinition()) {
      c.expressions.into(expression, dst);
      return;
    }
    int key = c.code.register();
    c.code.emit(Opcode.LOAD_FIELD_NAME, key);
    c.expressions.namedByKey(expression, key, dst);
  }
}
