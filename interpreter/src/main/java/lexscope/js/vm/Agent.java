package lexscope.js.vm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.gc.HandleStack;
import lexscope.gc.Heap;
import lexscope.gc.RootKind;
import lexscope.gc.RootSource;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.host.EventLoop;
import lexscope.js.host.JobQueue;
import lexscope.js.intrinsics.ErrorObject;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.value.JsFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.PropertyLayout;
import lexscope.js.value.Shape;
import lexscope.js.value.Symbol;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.WellKnownSymbols;
import org.jspecify.annotations.Nullable;

/// An agent, section 9.7: one thread, one heap, and what all its realms share.
///
/// Nothing in it is static: two agents in one Java VM know nothing of each other, and the same
/// program gives the same ids in each.
public class Agent implements RootSource {
  /// How deep guest calls, native re-entries and everything else that uses the host stack may nest.
  public static final int DEFAULT_DEPTH_LIMIT = 9000;

  private static final RootKind AGENT = new RootKind("agent");
  private static final int UNIT_STRINGS = 256;

  private final Heap heap;
  private final HandleStack handles;
  private final JsString emptyString;
  private final @Nullable JsString[] unitStrings = new @Nullable JsString[UNIT_STRINGS];
  private final WellKnownSymbols symbols;
  private final SymbolRegistry symbolRegistry = new SymbolRegistry();
  private final EventLoop eventLoop;
  private final Map<PropertyLayout, Shape> shapesWithoutPrototype = new LinkedHashMap<>();
  private final List<JsObject> joining = new ArrayList<>();
  private @Nullable Realm realm;
  private int prototypeEpoch;
  private long lastRecordNumber;
  private int depth;
  private int depthLimit = DEFAULT_DEPTH_LIMIT;
  private boolean preparingStackTrace;

  /// An agent with an empty heap and no realm.
  ///
  /// @param policy the rule by which its collections trace
  @SuppressWarnings(
      "this-escape") // The heap only remembers it: no root is asked for before the agent is whole.
  public Agent(TracingRule policy) {
    heap = new Heap(policy);
    handles = heap.handles();
    emptyString = JsString.fresh(this, "");
    symbols = WellKnownSymbols.create(this);
    heap.addRootSource(this);
    heap.addRootSource(symbolRegistry);
    eventLoop = new EventLoop(this);
  }

  @Override
  public final void visitRoots(TracingRule rule, RootVisitor visitor) {
    for (Symbol symbol : symbols.all()) {
      visitor.root(AGENT, symbol.name(), symbol);
    }
    for (Shape shape : shapesWithoutPrototype.values()) {
      visitor.root(AGENT, "object without prototype", shape);
    }
  }

  /// The heap.
  public final Heap heap() {
    return heap;
  }

  /// The handle stack of the heap.
  public final HandleStack handles() {
    return handles;
  }

  /// The rule by which the heap is traced.
  public final TracingRule policy() {
    return heap.rule();
  }

  /// The current realm.
  public final Realm realm() {
    if (realm == null) {
      throw new IllegalStateException("the agent has no realm yet");
    }
    return realm;
  }

  /// Makes a realm the current one; gives the one before.
  public final @Nullable Realm setRealm(@Nullable Realm next) {
    Realm before = realm;
    realm = next;
    return before;
  }

  // ---- strings and symbols -------------------------------------------------------------------

  /// The guest string of a text.
  public final JsString string(String text) {
    return JsString.of(this, text);
  }

  /// The empty string.
  public final JsString emptyString() {
    return emptyString;
  }

  /// The string of a text of at most one code unit.
  public final JsString shortString(String text) {
    return text.isEmpty() ? emptyString : unitString(text.charAt(0));
  }

  /// The string of one code unit; those below U+0100 are shared.
  public final JsString unitString(char unit) {
    if (unit >= UNIT_STRINGS) {
      return JsString.fresh(this, String.valueOf(unit));
    }
    JsString string = unitStrings[unit];
    if (string == null) {
      string = JsString.fresh(this, String.valueOf(unit));
      unitStrings[unit] = string;
    }
    return string;
  }

  /// The well-known symbols.
  public final WellKnownSymbols symbols() {
    return symbols;
  }

  /// The registry of `Symbol.for`.
  public final SymbolRegistry symbolRegistry() {
    return symbolRegistry;
  }

  /// Jobs, timers, finalization and the clock.
  public final EventLoop eventLoop() {
    return eventLoop;
  }

  /// The queue of promise jobs and microtasks.
  public final JobQueue jobs() {
    return eventLoop.jobs();
  }

  // ---- shapes --------------------------------------------------------------------------------

  /// The shapes of empty objects without a prototype, by their in-object slots.
  public final Map<PropertyLayout, Shape> shapesWithoutPrototype() {
    return shapesWithoutPrototype;
  }

  /// A number that changes whenever an object that serves as a prototype changes its properties or
  /// its own prototype. Inline caches of inherited properties compare it.
  public final int prototypeEpoch() {
    return prototypeEpoch;
  }

  /// An object that serves as a prototype changed.
  public final void bumpPrototypeEpoch() {
    prototypeEpoch++;
  }

  /// The next number of an Environment Record (ER1, ER2, …); stepped at every scope entry.
  public final long nextRecordNumber() {
    return ++lastRecordNumber;
  }

  // ---- depth ---------------------------------------------------------------------------------

  /// Goes one level deeper into the host stack.
  ///
  /// @throws ThrowCompletion with a RangeError at the limit
  public final void enterCall() {
    if (++depth > depthLimit) {
      depth--;
      throw stackOverflow();
    }
  }

  /// Goes one level deeper into the host stack unless that is at its limit; says whether it did.
  public final boolean tryEnterCall() {
    if (depth >= depthLimit) {
      return false;
    }
    depth++;
    return true;
  }

  /// Comes back from [#enterCall].
  public final void leaveCall() {
    depth--;
  }

  /// How deep the agent is.
  public final int depth() {
    return depth;
  }

  /// Back to a depth taken before, after a throw completion.
  public final void resetDepth(int earlier) {
    depth = earlier;
  }

  /// Sets how deep calls may nest.
  public final void setDepthLimit(int limit) {
    depthLimit = limit;
  }

  /// The RangeError of an exhausted stack; there is room left for making it.
  public final ThrowCompletion stackOverflow() {
    return rangeError(ErrorMessages.STACK_OVERFLOW);
  }

  /// Enters a built-in function: its realm becomes the current one.
  ///
  /// @return the realm to give to [#leaveNative]
  /// @throws ThrowCompletion with a RangeError when calls nest too deep
  public final @Nullable Realm enterNative(JsFunction function) {
    enterCall();
    Realm caller = realm;
    realm = function.realm();
    return caller;
  }

  /// Leaves a built-in function.
  public final void leaveNative(@Nullable Realm caller) {
    realm = caller;
    depth--;
  }

  /// For long loops that run no guest code: lets an interrupt through. Everything the caller holds
  /// must be rooted. Cost: one load, mostly.
  public final void poll() {
    if (heap.interruptRequested()) {
      heap.safepoint();
    }
  }

  /// The arrays that are being joined: V8 shows one inside itself as nothing.
  public final List<JsObject> joining() {
    return joining;
  }

  // ---- what the interpreter adds --------------------------------------------------------------

  /// CreateDynamicFunction, section 20.2.1.1.1: the interpreter compiles the text.
  ///
  /// @param args the parameters' texts and the body's
  /// @throws ThrowCompletion with a SyntaxError, or if converting an argument throws
  public JsObject createDynamicFunction(
      JsObject constructor, JsObject newTarget, DynamicFunctionKind kind, Object[] args) {
    throw typeError("Code generation from strings disallowed for this context");
  }

  // ---- errors --------------------------------------------------------------------------------

  /// Where the running execution contexts stand, for a new error; null if the guest wants none. The
  /// interpreter knows them.
  ///
  /// @param skipped what is left out
  public @Nullable StackTrace captureStackTrace(SkippedFrames skipped) {
    return FrameTrace.EMPTY;
  }

  /// Whether `Error.prepareStackTrace` runs: it is not called for errors that it makes itself.
  public final boolean isPreparingStackTrace() {
    return preparingStackTrace;
  }

  /// Says whether `Error.prepareStackTrace` runs.
  public final void setPreparingStackTrace(boolean running) {
    preparingStackTrace = running;
  }

  /// A throw of a new TypeError of the current realm.
  public final ThrowCompletion typeError(String message) {
    return error(Intrinsic.TYPE_ERROR_PROTOTYPE, message);
  }

  /// A throw of a new RangeError of the current realm.
  public final ThrowCompletion rangeError(String message) {
    return error(Intrinsic.RANGE_ERROR_PROTOTYPE, message);
  }

  /// A throw of a new SyntaxError of the current realm.
  public final ThrowCompletion syntaxError(String message) {
    return error(Intrinsic.SYNTAX_ERROR_PROTOTYPE, message);
  }

  /// A throw of a new ReferenceError of the current realm.
  public final ThrowCompletion referenceError(String message) {
    return error(Intrinsic.REFERENCE_ERROR_PROTOTYPE, message);
  }

  /// A throw of a new error with this prototype, of the current realm.
  public final ThrowCompletion error(Intrinsic prototype, String message) {
    return new ThrowCompletion(ErrorObject.create(this, realm().get(prototype), string(message)));
  }
}
