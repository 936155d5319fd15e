package lexscope.js.bytecode;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lexscope.js.scope.Binding;
import lexscope.js.scope.FunctionInfo;
import lexscope.js.scope.Resolution;
import lexscope.js.scope.Scope;
import lexscope.js.syntax.FunctionBody;
import lexscope.js.syntax.FunctionKind;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.Program;
import lexscope.js.syntax.Statement;
import org.jspecify.annotations.Nullable;

/// Compiles one function, or one top level, to bytecode.
///
/// It is directed by the syntax: one method per production of the specification's Evaluation
/// semantics, in one class per chapter ([ExpressionCompiler], [StatementCompiler], …). This class
/// is what they share: the assembler, the scope that is being compiled, and where its bindings
/// live. Nested functions become templates and are compiled when they are first called.
final class BytecodeCompiler {
  final FunctionTemplate template;
  final Constants constants;
  final CodeBuilder code = new CodeBuilder();
  final FunctionInfo info;
  final NodePlaces places;
  final InferredNames inferredNames;
  final ScopeCompiler scopes;
  final ControlFlow control;
  final ExpressionCompiler expressions;
  final OperatorCompiler operators;
  final CallCompiler calls;
  final TargetCompiler targets;
  final PatternCompiler patterns;
  final LiteralCompiler literals;
  final ClassCompiler classes;
  final StatementCompiler statements;
  final LoopCompiler loops;
  final TryCompiler tries;
  final UsingCompiler usings;
  final GeneratorCompiler generators;

  Scope scope;
  @Nullable PrivateNames privateNames;

  /// The register of the completion value, in scripts and eval code; -1 elsewhere.
  int completion = -1;

  private final Map<Binding, Integer> registers = new IdentityHashMap<>();
  private final Set<Binding> initialized = Collections.newSetFromMap(new IdentityHashMap<>());

  BytecodeCompiler(FunctionTemplate template, Constants constants) {
    this.template = template;
    this.constants = constants;
    info = template.info();
    privateNames = template.privateNames();
    scope = info.functionScope();
    inferredNames = new InferredNames(template.isArrow() ? "" : template.name());
    places = new NodePlaces(template.source().text());
    scopes = new ScopeCompiler(this);
    control = new ControlFlow(this);
    expressions = new ExpressionCompiler(this);
    operators = new OperatorCompiler(this);
    calls = new CallCompiler(this);
    targets = new TargetCompiler(this);
    patterns = new PatternCompiler(this);
    literals = new LiteralCompiler(this);
    classes = new ClassCompiler(this);
    statements = new StatementCompiler(this);
    loops = new LoopCompiler(this);
    tries = new TryCompiler(this);
    usings = new UsingCompiler(this);
    generators = new GeneratorCompiler(this);
  }

  /// Compiles it.
  CodeBlock compile() {
    code.position(template.start());
    int argumentRegisters = 0;
    FunctionNode node = template.node();
    if (node != null) {
      var entry = new FunctionEntryCompiler(this, node);
      argumentRegisters = entry.argumentRegisters();
      entry.compile();
      body(node);
    } else {
      new ProgramCompiler(this, (Program) info.node()).compile();
    }
    var built =
        code.build(
            template,
            argumentRegisters,
            constants.reserveSites(template, code.positions(), code.here()));
    return built;
  }

  private void body(FunctionNode node) {
    switch (node.body()) {
      case FunctionBody.Statements body -> {
        usings.list(body.statements());
        code.position(body.end() - 1);
        int result = code.register();
        code.emit(Opcode.LOAD_UNDEFINED, result);
        control.finish(result);
      }
      case FunctionBody.Concise body -> {
        if (constants.isStepping()) {
          code.position(body.start());
          code.emit(Opcode.STATEMENT);
        }
        int result;
        if (node.kind() == FunctionKind.FIELD_INITIALIZER) {
          result = code.register();
          classes.fieldInitializer(body.expression(), result);
        } else {
          result = expressions.operand(body.expression());
        }
        code.position(body.start());
        control.finish(result);
      }
    }
  }

  /// The register of a binding whose scope has no record.
  int registerOf(Binding binding) {
    Integer register = registers.get(binding);
    if (register == null) {
      throw new IllegalStateException("no register for " + binding + " in " + template.name());
    }
    return register;
  }

  /// Lets a binding live in a register.
  void assignRegister(Binding binding, int register) {
    registers.put(binding, register);
    code.name(register, binding);
  }

  /// What follows in the text can be sure that the binding is initialized. Not in a switch, where
  /// cases are jumped over.
  void markInitialized(Binding binding) {
    if (binding.scope().kind() != Scope.Kind.SWITCH) {
      initialized.add(binding);
    }
  }

  /// Whether a read or an assignment must check the binding's dead zone.
  boolean needsCheck(Binding binding) {
    return binding.hasDeadZone()
        && !(binding.scope().function() == info && initialized.contains(binding));
  }

  /// Where a name is found from here.
  Resolution resolve(String name) {
    return scope.resolve(name);
  }

  /// Whether the code is strict.
  boolean isStrict() {
    return info.isStrict();
  }

  /// The index of a constant that holds a guest string.
  int string(String text) {
    return code.constant(constants.string(text));
  }

  /// The index of a constant that holds a property key.
  int key(String name) {
    return code.constant(constants.propertyKey(name));
  }

  /// The index of a constant that holds a name or a message for the machine.
  int text(String text) {
    return code.constant(text);
  }

  /// A template for a function of this program.
  FunctionTemplate functionTemplate(FunctionNode node, String name) {
    return functionTemplate(node, name, node.start(), node.end());
  }

  /// A template for a function whose text is that of a larger piece of source.
  FunctionTemplate functionTemplate(FunctionNode node, String name, int start, int end) {
    FunctionTemplate.Setup setup =
        switch (node.kind()) {
          case CONSTRUCTOR, DERIVED_CONSTRUCTOR -> FunctionTemplate.Setup.CLASS_CONSTRUCTOR;
          default ->
              node.isAsync() && !node.isGenerator()
                  ? FunctionTemplate.Setup.ASYNC
                  : FunctionTemplate.Setup.PLAIN;
        };
    var made =
        new FunctionTemplate(
            template.tree(),
            template.tree().function(node),
            privateNames,
            name,
            setup,
            node.kind() == FunctionKind.DERIVED_CONSTRUCTOR,
            start,
            end);
    return constants.template(made.inferred(name.isEmpty() ? inferredNames.current() : ""));
  }

  /// Instantiates function declarations and initializes their bindings with `store`.
  void instantiate(List<Statement.FunctionDeclaration> declarations) {
    for (Statement.FunctionDeclaration declaration : declarations) {
      int mark = code.registerMark();
      int closure = code.register();
      String name = ScopeCompiler.declaredName(declaration);
      literals.closure(
          declaration.function(), name.equals("*default*") ? "default" : name, closure);
      scopes.initialize(name, closure);
      code.releaseRegisters(mark);
    }
  }
}
