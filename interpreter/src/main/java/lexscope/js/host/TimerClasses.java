package lexscope.js.host;

import lexscope.gc.RootKind;
import lexscope.gc.RootSource;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.IntrinsicBuilder;
import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeBody;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// Node's classes `Timeout` and `Immediate`, made for the first timer. Programs meet them as
/// `constructor` of a timer only.
final class TimerClasses implements RootSource {
  private static final RootKind CLASSES = new RootKind("timer classes");

  private final Agent agent;
  private final Timers timers;
  private @Nullable JsObject timeoutPrototype;
  private @Nullable JsObject immediatePrototype;

  TimerClasses(Agent agent, Timers timers) {
    this.agent = agent;
    this.timers = timers;
  }

  /// The shape of new timers.
  Shape timeout() {
    JsObject prototype = timeoutPrototype;
    if (prototype == null) {
      int mark = agent.handles().mark();
      prototype = makeTimeoutPrototype();
      timeoutPrototype = prototype;
      agent.handles().release(mark);
    }
    return Shape.root(agent, prototype, TimeoutObject.PROPERTIES);
  }

  /// The shape of new immediates.
  Shape immediate() {
    JsObject prototype = immediatePrototype;
    if (prototype == null) {
      int mark = agent.handles().mark();
      prototype = makeImmediatePrototype();
      immediatePrototype = prototype;
      agent.handles().release(mark);
    }
    return Shape.root(agent, prototype, ImmediateObject.PROPERTIES);
  }

  private JsObject makeTimeoutPrototype() {
    NativeBody clear =
        (_, thisValue, _, _) -> {
          TimeoutObject timer = thisTimeout(thisValue);
          timers.clear(timer);
          return timer;
        };
    return withReferences(prototype("Timeout", 5), this::thisTimeout)
        .method(
            "refresh",
            0,
            (_, thisValue, _, _) -> {
              TimeoutObject timer = thisTimeout(thisValue);
              timers.refresh(timer);
              return timer;
            })
        .method("close", 0, clear)
        .method(agent.symbols().dispose(), 0, clear)
        .method(
            agent.symbols().toPrimitive(),
            0,
            (_, thisValue, _, _) -> timers.number(thisTimeout(thisValue)))
        .object();
  }

  private JsObject makeImmediatePrototype() {
    return withReferences(prototype("Immediate", 2), this::thisImmediate)
        .method(
            agent.symbols().dispose(),
            0,
            (_, thisValue, _, _) -> {
              timers.clear(thisImmediate(thisValue));
              return Undefined.UNDEFINED;
            })
        .object();
  }

  private IntrinsicBuilder prototype(String name, int length) {
    Realm realm = agent.realm();
    JsObject prototype = JsObject.create(agent, realm.get(Intrinsic.OBJECT_PROTOTYPE));
    NativeFunction constructor =
        NativeFunction.create(
            realm,
            Shape.root(agent, realm.get(Intrinsic.FUNCTION_PROTOTYPE), 3),
            name,
            length,
            (_, _, _, _) -> {
              throw agent.typeError("Illegal constructor");
            },
            true);
    constructor.put(agent, PropertyKeys.PROTOTYPE, prototype, Attributes.NONE);
    prototype.put(agent, PropertyKeys.CONSTRUCTOR, constructor, Attributes.HIDDEN);
    return new IntrinsicBuilder(realm, prototype);
  }

  private interface Receiver {
    ScheduledObject of(Object thisValue);
  }

  private IntrinsicBuilder withReferences(IntrinsicBuilder prototype, Receiver receiver) {
    return prototype
        .method("unref", 0, (_, thisValue, _, _) -> reference(receiver.of(thisValue), false))
        .method("ref", 0, (_, thisValue, _, _) -> reference(receiver.of(thisValue), true))
        .method("hasRef", 0, (_, thisValue, _, _) -> receiver.of(thisValue).isReferenced());
  }

  private Object reference(ScheduledObject scheduled, boolean yes) {
    timers.setReferenced(scheduled, yes);
    return scheduled;
  }

  private TimeoutObject thisTimeout(Object thisValue) {
    if (thisValue instanceof TimeoutObject timer) {
      return timer;
    }
    throw agent.typeError(ErrorMessages.incompatibleReceiver("Timeout.prototype", thisValue));
  }

  private ImmediateObject thisImmediate(Object thisValue) {
    if (thisValue instanceof ImmediateObject immediate) {
      return immediate;
    }
    throw agent.typeError(ErrorMessages.incompatibleReceiver("Immediate.prototype", thisValue));
  }

  @Override
  public void visitRoots(TracingRule rule, RootVisitor visitor) {
    visitor.root(CLASSES, "Timeout", timeoutPrototype);
    visitor.root(CLASSES, "Immediate", immediatePrototype);
  }
}
