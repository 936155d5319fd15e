package lexscope.js.vm;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import lexscope.gc.RootKind;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.bytecode.CodeBlock;
import lexscope.js.bytecode.Constants;
import lexscope.js.bytecode.FunctionTemplate;
import lexscope.js.bytecode.PositionTable;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.Realm;
import lexscope.js.intrinsics.RegExpOperations;
import lexscope.js.policy.V8Rule;
import lexscope.js.scope.ScopeTree;
import lexscope.js.syntax.Parser;
import lexscope.js.syntax.RegExpSyntax;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

/// An agent that runs bytecode: the execution context stack, the interpreter, the allocation sites.
public final class Machine extends Agent implements Constants {
  private static final PropertyKey STACK_TRACE_LIMIT = PropertyKey.of("stackTraceLimit");

  /// The roots that are the execution context stack, the running context first.
  public static final RootKind STACK = new RootKind("execution context stack");

  private final Calls calls;
  private final Activations activations;
  private final Evaluation evaluation;
  private final AllocationSites sites = new AllocationSites();
  private final Parser parser;
  private final Set<V8Rule> v8Rules = EnumSet.allOf(V8Rule.class);
  private boolean everyRecord;
  private @Nullable Frame current;
  private int globalLexicalEpoch;
  private @Nullable Stepper stepper;
  private Consumer<Frame> debuggerHandler = _ -> {};
  private ModuleHost modules = ModuleHost.NONE;

  /// A machine with an empty heap and no realm.
  ///
  /// @param policy the rule by which its collections trace
  /// @param regExpSyntax the grammar of regular expressions
  public Machine(TracingRule policy, RegExpSyntax regExpSyntax) {
    super(policy);
    parser = new Parser(regExpSyntax);
    var properties = new PropertyAccess(this);
    var globals = new Globals(this);
    calls = new Calls(this, properties, globals);
    activations = new Activations(this, calls, properties, globals);
    evaluation = new Evaluation(this);
    heap().addRootSource(this::visitStack);
  }

  private void visitStack(TracingRule rule, RootVisitor visitor) {
    for (Frame frame = current; frame != null; frame = frame.caller) {
      visitor.root(STACK, new FramePlace(frame.code, frame.pc), frame);
    }
  }

  /// Calls, and what instructions of calls need.
  Calls calls() {
    return calls;
  }

  /// What runs activations.
  Activations activations() {
    return activations;
  }

  /// Running scripts, eval code, and functions made from texts.
  public Evaluation evaluation() {
    return evaluation;
  }

  /// The numbers that cells are given as allocation sites.
  public AllocationSites sites() {
    return sites;
  }

  /// Has each cell made from now on remember the chain of calls that made it, the innermost `depth`
  /// of them; must be asked for before any code is compiled. It costs time at each allocation, and
  /// changes nothing else.
  public void recordAllocationStacks(int depth) {
    heap().setSiteSource(new AllocationRecorder(this, sites.recordCalls(), depth));
  }

  /// The parser.
  public Parser parser() {
    return parser;
  }

  /// Has scopes analysed by some of V8's rules only, from the next program on: for tests that a
  /// rule matters.
  public void useV8Rules(Set<V8Rule> rules) {
    v8Rules.retainAll(rules);
    v8Rules.addAll(rules);
  }

  /// Has every scope make a record each time it is entered, from the next program on: for tests
  /// that a record left out never changes an answer.
  public void keepEveryRecord() {
    everyRecord = true;
  }

  /// Has code compiled for the JVM after so many calls, or sixteen times as many rounds of loops: 1
  /// before its first call, [Integer#MAX_VALUE] never. It changes how fast programs run and nothing
  /// else.
  public void compileAfter(int calls) {
    activations.compileAfter(calls);
  }

  /// The scopes as code is to be made of them.
  ScopeTree analyzed(ScopeTree tree) {
    if (everyRecord) {
      tree.materializeAll();
    }
    return tree;
  }

  /// The rules of V8 by which scopes are analysed.
  Set<V8Rule> v8Rules() {
    return v8Rules;
  }

  /// The running execution context; null when there is none.
  public @Nullable Frame currentFrame() {
    return current;
  }

  /// Pushes an execution context; the answer is the one below.
  @Nullable Frame pushFrame(Frame frame) {
    Frame below = current;
    current = frame;
    return below;
  }

  /// Pops an execution context.
  void popFrame(Frame frame) {
    current = frame.caller;
    frame.caller = null;
  }

  /// After a throw that a context catches: whatever ran above it is gone.
  void unwindTo(Frame frame) {
    current = frame;
    resetDepth(frame.depth);
    setRealm(frame.realm);
  }

  /// After a run was given up from outside: nothing runs any more.
  public void abandon() {
    current = null;
    resetDepth(0);
    handles().release(0);
  }

  /// Makes a realm the current one; gives the one before.
  @Nullable Realm switchRealm(Realm next) {
    return setRealm(next);
  }

  /// Changes whenever a global lexical binding is made.
  int globalLexicalEpoch() {
    return globalLexicalEpoch;
  }

  /// A global lexical binding was made.
  void bumpGlobalLexicalEpoch() {
    globalLexicalEpoch++;
  }

  /// Sets what happens at each `debugger` statement. Unlike a stepper it changes no code.
  public void onDebuggerStatement(Consumer<Frame> handler) {
    debuggerHandler = handler;
  }

  /// A `debugger` statement runs, ECMA-262 section 14.16.
  void debuggerStatement(Frame frame) {
    if (stepper != null) {
      stepper.debuggerStatement(frame);
    }
    debuggerHandler.accept(frame);
  }

  /// Asks to be told of statements, and of `debugger` statements.
  public void setStepper(@Nullable Stepper stepper) {
    this.stepper = stepper;
  }

  /// Who is told of statements.
  @Nullable Stepper stepper() {
    return stepper;
  }

  /// Who loads modules.
  public ModuleHost modules() {
    return modules;
  }

  /// Sets who loads modules.
  public void setModules(ModuleHost host) {
    modules = host;
  }

  /// RegExpCreate of a literal, ECMA-262 section 13.2.7.3.
  Object regExpLiteral(JsString pattern, JsString flags) {
    return RegExpOperations.regExpCreate(this, pattern, flags);
  }

  @Override
  public @Nullable StackTrace captureStackTrace(SkippedFrames skipped) {
    int limit = stackTraceLimit();
    return limit < 0 ? null : FrameTrace.capture(this, limit, skipped);
  }

  /// `Error.stackTraceLimit`, as V8 reads it: -1 if it is no number. Runs no guest code.
  private int stackTraceLimit() {
    Object limit = realm().get(Intrinsic.ERROR).peek(STACK_TRACE_LIMIT);
    return limit instanceof Number number ? (int) Math.clamp(number.doubleValue(), 0, 200) : -1;
  }

  @Override
  public JsObject createDynamicFunction(
      JsObject constructor, JsObject newTarget, DynamicFunctionKind kind, Object[] args) {
    return evaluation.dynamicFunction(constructor, newTarget, kind, args);
  }

  // ---- constants of code ----------------------------------------------------------------------

  @Override
  public Object bigInt(BigInteger value) {
    return JsBigInt.of(this, value);
  }

  @Override
  public Object number(double value) {
    return Numbers.of(value);
  }

  @Override
  public Object propertyKey(String name) {
    return PropertyKey.of(name);
  }

  @Override
  public Object undefined() {
    return Undefined.UNDEFINED;
  }

  @Override
  public Object nullValue() {
    return Null.NULL;
  }

  @Override
  public int reserveSites(FunctionTemplate template, PositionTable positions, int length) {
    return sites.reserve(template, positions, length);
  }

  @Override
  public boolean isStepping() {
    return stepper != null;
  }

  @Override
  public CodeBlock code(CodeBlock code) {
    return heap().number(code);
  }

  @Override
  public FunctionTemplate template(FunctionTemplate template) {
    return heap().allocate(template);
  }
}
