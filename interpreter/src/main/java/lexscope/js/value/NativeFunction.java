package lexscope.js.value;

import lexscope.gc.HandleStack;
import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A built-in function object, section 10.3.
public class NativeFunction extends JsFunction {
  private final String initialName;
  private final NativeBody body;
  private final boolean constructor;
  private final HandleStack.Scope scope;
  private InStackTraces inStackTraces;

  /// For [#create] and subclasses: no `length`, no `name`, not on the heap.
  protected NativeFunction(
      Realm realm, Shape shape, String name, NativeBody body, boolean constructor) {
    super(realm, shape);
    this.initialName = name;
    this.body = body;
    this.constructor = constructor;
    this.scope = new HandleStack.Scope(name.isEmpty() ? "built-in function" : name);
    this.inStackTraces = realm.isSetUp() ? InStackTraces.NEVER : InStackTraces.ALWAYS;
  }

  /// Whether stack traces show a built-in function's activations.
  public enum InStackTraces {
    /// As those of most functions of clauses 19 to 28.
    ALWAYS,
    /// If no other built-in function calls it: V8 has no activation for it otherwise.
    BELOW_GUEST_CODE,
    /// As those of the host's functions, of the functions with slots that algorithms make, and of
    /// the few that V8 leaves before they call.
    NEVER
  }

  /// Whether stack traces show its activations.
  public final InStackTraces inStackTraces() {
    return inStackTraces;
  }

  /// Sets whether stack traces show its activations.
  public final void showInStackTraces(InStackTraces when) {
    inStackTraces = when;
  }

  /// CreateBuiltinFunction, section 10.3.4.
  public static NativeFunction create(Realm realm, String name, int length, NativeBody body) {
    return create(realm, realm.functionShape(), name, length, body, false);
  }

  /// CreateBuiltinFunction, section 10.3.4, for a constructor or with a prototype of its own.
  ///
  /// @param shape the empty shape to begin with: it has the prototype
  public static NativeFunction create(
      Realm realm, Shape shape, String name, int length, NativeBody body, boolean constructor) {
    var function = new NativeFunction(realm, shape, name, body, constructor);
    Agent agent = realm.agent();
    agent.heap().allocate(function);
    function.putLengthAndName(agent, length, agent.string(name));
    return function;
  }

  /// Whether this is what the function does.
  public final boolean hasBody(NativeBody other) {
    return body == other;
  }

  @Override
  public final boolean isConstructor() {
    return constructor;
  }

  @Override
  protected String initialName() {
    return initialName;
  }

  /// `[[Call]]`, section 10.3.1.
  @Override
  public final Object call(Agent agent, Object thisValue, Object[] args) {
    return run(agent, thisValue, args, null);
  }

  /// `[[Construct]]`, section 10.3.2.
  @Override
  public final JsObject construct(Agent agent, Object[] args, JsObject newTarget) {
    return (JsObject) run(agent, Undefined.UNDEFINED, args, newTarget);
  }

  private Object run(Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    HandleStack handles = agent.handles();
    int mark = handles.mark();
    Realm caller = agent.enterNative(this);
    try {
      handles.enter(scope, this, thisValue, newTarget);
      for (Object arg : args) {
        handles.push(arg);
      }
      return invoke(agent, thisValue, args, newTarget);
    } finally {
      agent.leaveNative(caller);
      handles.release(mark);
    }
  }

  /// Runs the body.
  protected Object invoke(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return body.call(agent, thisValue, args, newTarget);
  }

  /// A body for constructors that cannot be called without `new`: makes the TypeError.
  public static ThrowCompletion requiresNew(Agent agent, String name) {
    return agent.typeError(ErrorMessages.constructorRequiresNew(name));
  }
}
