package lexscope.js.vm;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lexscope.js.bytecode.CodeBlock;
import lexscope.js.bytecode.FunctionTemplate;
import lexscope.js.bytecode.PrivateNames;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.environment.ModuleEnvironmentRecord;
import lexscope.js.intrinsics.ErrorObject;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.scope.Scope;
import lexscope.js.scope.ScopeAnalyzer;
import lexscope.js.scope.ScopeTree;
import lexscope.js.source.SourceSpot;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.syntax.DynamicFunction;
import lexscope.js.syntax.EvalContext;
import lexscope.js.syntax.FunctionFacts;
import lexscope.js.syntax.FunctionKind;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.Program;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

/// Runs source texts: scripts, direct and indirect eval, functions made from texts; prepares
/// modules.
public final class Evaluation {
  private final Machine machine;

  Evaluation(Machine machine) {
    this.machine = machine;
  }

  /// The code of a function, compiled now if it was not yet.
  ///
  /// @throws ThrowCompletion with a RangeError if it nests too deep
  CodeBlock compile(FunctionTemplate template) {
    int mark = machine.handles().mark();
    try {
      return template.code(machine);
    } catch (SyntaxErrorException e) {
      throw completion(e);
    } finally {
      machine.handles().release(mark);
    }
  }

  /// A syntax error as the guest sees it.
  public ThrowCompletion completion(SyntaxErrorException error) {
    return error.kind() == SyntaxErrorException.Kind.TOO_DEEP
        ? machine.rangeError(error.message())
        : machine.syntaxError(error.message());
  }

  /// The same for a file that a program loads: the error knows its place there, which is what is
  /// shown when nobody catches it.
  public ThrowCompletion loadCompletion(SyntaxErrorException error) {
    ThrowCompletion thrown = completion(error);
    if (thrown.value() instanceof ErrorObject object) {
      object.setWrongAt(new SourceSpot(error.source(), error.offset()));
    }
    return thrown;
  }

  /// ParseScript and ScriptEvaluation, ECMA-262 sections 16.1.5 and 16.1.6, in the current realm.
  ///
  /// @return the completion value
  /// @throws SyntaxErrorException if the text is no script
  /// @throws ThrowCompletion if the script throws
  public Object runScript(SourceText source) {
    return runScript(source, null);
  }

  /// The same for a script that modules are imported from.
  public Object runScript(SourceText source, @Nullable ScriptOrModule scriptOrModule) {
    Program.Script script = machine.parser().parseScript(source);
    ScopeTree tree = machine.analyzed(ScopeAnalyzer.analyzeScript(script, machine.v8Rules()));
    EnvironmentRecord global = Names.global(machine.realm());
    Frame frame = topLevel(tree, null, global, global);
    frame.thisValue = Names.global(machine.realm()).globalThis();
    frame.scriptOrModule = scriptOrModule;
    return machine.activations().run(frame);
  }

  private Frame topLevel(
      ScopeTree tree,
      @Nullable PrivateNames privateNames,
      EnvironmentRecord environment,
      EnvironmentRecord variableEnvironment) {
    int mark = machine.handles().mark();
    FunctionTemplate template = machine.template(FunctionTemplate.topLevel(tree, privateNames));
    CodeBlock code = compile(template);
    var frame = new Frame(code, machine.realm(), null, environment, Undefined.UNDEFINED);
    machine.heap().number(frame);
    frame.variableEnvironment = variableEnvironment;
    machine.handles().release(mark);
    return frame;
  }

  // ---- eval
  // --------------------------------------------------------------------------------------

  /// PerformEval of an indirect eval, ECMA-262 section 19.2.1.1.
  ///
  /// @throws ThrowCompletion if the text is no script, or if it throws
  public Object indirectEval(Object value) {
    if (!(value instanceof JsString text)) {
      return value;
    }
    EnvironmentRecord global = Names.global(machine.realm());
    Program.Script script = parseEval(text, false, EvalContext.GLOBAL, machine.currentFrame());
    ScopeTree tree = machine.analyzed(ScopeAnalyzer.analyzeEval(script, null, machine.v8Rules()));
    Frame frame = topLevel(tree, null, global, global);
    frame.thisValue = Names.global(machine.realm()).globalThis();
    return machine.activations().run(frame);
  }

  private Program.Script parseEval(
      JsString text, boolean strict, EvalContext context, @Nullable Frame caller) {
    SourceText source = new SourceText(SourceText.EVAL, text.toString());
    return parse(source.evaluatedAt(CallSite.evalOrigin(caller)), strict, context);
  }

  private Program.Script parse(SourceText text, boolean strict, EvalContext context) {
    try {
      return machine.parser().parseEval(text, strict, context);
    } catch (SyntaxErrorException e) {
      throw completion(e);
    }
  }

  /// A call whose callee is written `eval`: a direct eval if it is the realm's `eval`.
  Object directEval(Frame caller, Object callee, Object self, Object[] arguments, Object scope) {
    if (callee != caller.realm.get(Intrinsic.EVAL)) {
      return machine.calls().callOther(caller, callee, self, arguments);
    }
    if (arguments.length == 0) {
      return Undefined.UNDEFINED;
    }
    return evaluateIn(caller, (Scope) scope, arguments[0]);
  }

  /// PerformEval of a direct eval in a running context.
  Object evaluateIn(Frame caller, Scope scope, Object value) {
    if (!(value instanceof JsString text)) {
      return value;
    }
    boolean strict = caller.code.template().isStrict();
    PrivateNames names = privateNames(caller);
    Program.Script script = parseEval(text, strict, EvalContexts.of(scope, names), caller);
    ScopeTree tree = machine.analyzed(ScopeAnalyzer.analyzeEval(script, scope, machine.v8Rules()));
    Frame frame = topLevel(tree, names, caller.environment, caller.variableEnvironment);
    frame.thisValue = caller.thisValue;
    frame.newTarget = caller.newTarget;
    frame.privateEnvironment = caller.privateEnvironment;
    frame.scriptOrModule = caller.scriptOrModule;
    return machine.activations().run(frame);
  }

  /// Evaluates a text as a direct eval would that stood where the running activation stands:
  /// [ObservedFrame] says how it gets at bindings in registers.
  ///
  /// @return the completion value
  /// @throws ThrowCompletion if the text is no script, or if it throws
  public Object evaluateAt(Frame frame, SourceText text) {
    int mark = machine.handles().mark();
    ObservedFrame observed = ObservedFrame.of(machine, frame);
    try {
      boolean strict = frame.code.template().isStrict();
      PrivateNames names = privateNames(frame);
      Scope scope = observed.scope();
      Program.Script script = parse(text, strict, EvalContexts.of(scope, names));
      ScopeTree tree =
          machine.analyzed(ScopeAnalyzer.analyzeEval(script, scope, machine.v8Rules()));
      Frame inner = topLevel(tree, names, observed.record(), observed.record());
      inner.thisValue = frame.thisValue;
      inner.newTarget = frame.newTarget;
      inner.privateEnvironment = frame.privateEnvironment;
      inner.scriptOrModule = frame.scriptOrModule;
      return machine.activations().run(inner);
    } finally {
      // Whatever ended it, the activation stands where it stood.
      observed.writeBack();
      machine.unwindTo(frame);
      machine.handles().release(mark);
    }
  }

  /// Evaluates a text in the scope of a module, as a direct eval at its end would.
  ///
  /// @return the completion value
  /// @throws ThrowCompletion if the text is no script, or if it throws
  public Object evaluateIn(ModuleEnvironmentRecord module, SourceText text) {
    Program.Script script = parse(text, true, EvalContext.GLOBAL);
    ScopeTree tree =
        machine.analyzed(ScopeAnalyzer.analyzeEval(script, module.scope(), machine.v8Rules()));
    return machine.activations().run(topLevel(tree, null, module, module));
  }

  /// The Private Names at the caller's place. Its code may stand inside a class whose names its
  /// template, made outside, does not know.
  private static @Nullable PrivateNames privateNames(Frame caller) {
    PrivateEnvironment environment = caller.privateEnvironment;
    return environment == null ? null : environment.staticNames();
  }

  // ---- functions from texts
  // ----------------------------------------------------------------------

  /// CreateDynamicFunction, ECMA-262 section 20.2.1.1.1.
  JsObject dynamicFunction(
      JsObject constructor, JsObject newTarget, DynamicFunctionKind kind, Object[] args) {
    var parameters = new StringBuilder();
    for (int i = 0; i < args.length - 1; i++) {
      parameters.append(i == 0 ? "" : ",").append(TypeConversion.toText(machine, args[i]));
    }
    String body = args.length == 0 ? "" : TypeConversion.toText(machine, args[args.length - 1]);
    boolean async =
        kind == DynamicFunctionKind.ASYNC || kind == DynamicFunctionKind.ASYNC_GENERATOR;
    boolean generator =
        kind == DynamicFunctionKind.GENERATOR || kind == DynamicFunctionKind.ASYNC_GENERATOR;
    DynamicFunction parsed;
    try {
      parsed =
          machine
              .parser()
              .parseFunction("<anonymous>", async, generator, parameters.toString(), body);
    } catch (SyntaxErrorException e) {
      throw completion(e);
    }
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(machine, newTarget, fallback(kind));
    parsed.source().evaluatedAt(CallSite.evalOrigin(machine.currentFrame()));
    FunctionNode node = parsed.function();
    var holder =
        new Program.Script(
            parsed.source(),
            List.of(),
            false,
            new FunctionFacts(false, false, false, false, false, false, false),
            List.of(),
            0,
            parsed.source().length());
    ScopeTree tree =
        machine.analyzed(ScopeAnalyzer.analyzeFunction(node, holder, machine.v8Rules()));
    Realm realm = ((lexscope.js.value.JsFunction) constructor).realm();
    FunctionTemplate template = machine.template(FunctionTemplate.dynamic(tree, node));
    EcmaScriptFunction function =
        machine.calls().closures().create(realm, template, Names.global(realm), null, null);
    machine.handles().push(function);
    if (function.getPrototypeOf(machine) != prototype) {
      function.setPrototypeOf(machine, prototype);
    }
    return function;
  }

  private static Intrinsic fallback(DynamicFunctionKind kind) {
    return switch (kind) {
      case NORMAL -> Intrinsic.FUNCTION_PROTOTYPE;
      case GENERATOR -> Intrinsic.GENERATOR_FUNCTION_PROTOTYPE;
      case ASYNC -> Intrinsic.ASYNC_FUNCTION_PROTOTYPE;
      case ASYNC_GENERATOR -> Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE;
    };
  }

  // ---- modules
  // -----------------------------------------------------------------------------------

  /// The suspended activation of a module's code: its functions are instantiated, no statement has
  /// run.
  public Frame instantiateModule(
      ScopeTree tree, ModuleEnvironmentRecord environment, ScriptOrModule module) {
    Frame frame = topLevel(tree, null, environment, environment);
    frame.scriptOrModule = module;
    machine.activations().run(frame);
    return frame;
  }

  /// Runs the code of a module that awaits, under a promise.
  public void executeAsync(Frame frame, PromiseObject promise) {
    int mark = machine.handles().mark();
    machine.heap().allocate(new AsyncActivation(frame, promise)).proceed(machine);
    machine.handles().release(mark);
  }

  /// The scopes of a module.
  public ScopeTree analyze(Program.Module module) {
    return machine.analyzed(ScopeAnalyzer.analyzeModule(module, machine.v8Rules()));
  }

  /// Runs, or goes on with, the code of a module; the frame's state tells how it ended.
  public Object resume(Frame frame, int mode, Object value) {
    frame.resumeMode = mode;
    frame.resumeValue = value;
    return machine.activations().run(frame);
  }

  /// The functions around a place that arrows look through.
  static final class EvalContexts {
    private EvalContexts() {}

    /// What a direct eval in a scope may contain.
    static EvalContext of(Scope scope, @Nullable PrivateNames names) {
      Set<String> visible = new LinkedHashSet<>();
      for (PrivateNames each = names; each != null; each = each.outer()) {
        visible.addAll(each.names());
      }
      for (Scope each = scope; each != null; each = each.outer()) {
        FunctionNode function = each.function().functionNode();
        if (function != null && !function.isArrow()) {
          FunctionKind kind = function.kind();
          return new EvalContext(
              true,
              kind != FunctionKind.NORMAL,
              kind == FunctionKind.DERIVED_CONSTRUCTOR,
              kind == FunctionKind.FIELD_INITIALIZER,
              visible);
        }
      }
      return new EvalContext(false, false, false, false, visible);
    }
  }
}
