package lexscope.js.host;

import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.IntrinsicBuilder;
import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.NumberConversion;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.NativeBody;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;

/// The functions that Node and browsers put on the global object beside the language's own: timers,
/// `queueMicrotask`, `structuredClone`, `performance`, and for this tool `gc` and `lexscope`.
public final class HostGlobals {
  private final Realm realm;
  private final Agent agent;
  private final EventLoop loop;

  private HostGlobals(Realm realm) {
    this.realm = realm;
    this.agent = realm.agent();
    this.loop = agent.eventLoop();
  }

  /// Puts the functions on the realm's global object.
  public static void install(Realm realm, HostHooks hooks) {
    var globals = new HostGlobals(realm);
    realm
        .globalObject()
        .put(globals.agent, PropertyKey.of("global"), realm.globalObject(), Attributes.HIDDEN);
    globals.timers();
    globals.memory(hooks);
    globals.clock();
  }

  private void timers() {
    new IntrinsicBuilder(realm, realm.globalObject())
        .method("setTimeout", 2, (_, _, args, _) -> start(args, false))
        .method("setInterval", 2, (_, _, args, _) -> start(args, true))
        .method("setImmediate", 1, (_, _, args, _) -> immediate(args))
        .method("clearTimeout", 1, (_, _, args, _) -> clear(args))
        .method("clearInterval", 1, (_, _, args, _) -> clear(args))
        .method("clearImmediate", 1, (_, _, args, _) -> clear(args))
        .method("queueMicrotask", 1, (_, _, args, _) -> queueMicrotask(args))
        .method(
            "structuredClone",
            1,
            (_, _, args, _) -> StructuredClone.clone(agent, Args.get(args, 0), Args.get(args, 1)));
  }

  private JsObject callback(Object value) {
    if (value instanceof JsObject callback && callback.isCallable()) {
      return callback;
    }
    throw agent.typeError(
        "The \"callback\" argument must be of type function. Received " + received(value));
  }

  /// A value as Node's argument errors show it.
  private static String received(Object value) {
    return TestingAndComparison.isNullish(value)
        ? value.toString()
        : value instanceof JsObject
            ? "an instance of Object"
            : "type " + TestingAndComparison.typeOf(value) + " (" + ErrorMessages.show(value) + ")";
  }

  private Object start(Object[] args, boolean repeats) {
    JsObject callback = callback(Args.get(args, 0));
    Object delayValue = Args.get(args, 1);
    double delay =
        delayValue == Undefined.UNDEFINED ? 1 : TypeConversion.toNumber(agent, delayValue);
    return loop.timers().start(callback, Args.from(args, 2), delay, repeats, true);
  }

  private Object immediate(Object[] args) {
    JsObject callback = callback(Args.get(args, 0));
    return loop.timers().startImmediate(callback, Args.from(args, 1));
  }

  private Object clear(Object[] args) {
    switch (Args.get(args, 0)) {
      case TimeoutObject timer -> loop.timers().clear(timer);
      case ImmediateObject immediate -> loop.timers().clear(immediate);
      case Integer number -> loop.timers().clear(number);
      case JsString text ->
          loop.timers().clear((int) NumberConversion.stringToNumber(text.toString()));
      default -> {}
    }
    return Undefined.UNDEFINED;
  }

  private Object queueMicrotask(Object[] args) {
    JsObject callback = callback(Args.get(args, 0));
    loop.jobs().enqueue(new CallbackJob("queueMicrotask", callback, Args.NONE));
    return Undefined.UNDEFINED;
  }

  private void memory(HostHooks hooks) {
    JsObject global = realm.globalObject();
    NativeBody collect =
        (_, _, _, _) -> {
          agent.heap().collect("gc()");
          return Undefined.UNDEFINED;
        };
    new IntrinsicBuilder(realm, global).method("gc", 0, collect);
    JsObject lexscope = JsObject.create(agent, realm.get(Intrinsic.OBJECT_PROTOTYPE));
    new IntrinsicBuilder(realm, lexscope)
        .method("gc", 0, collect)
        .method(
            "snapshot",
            1,
            (_, _, args, _) -> {
              hooks.snapshot(TypeConversion.toString(agent, Args.get(args, 0)).toString());
              return Undefined.UNDEFINED;
            })
        .tag("lexscope");
    global.put(agent, PropertyKey.of("lexscope"), lexscope, Attributes.HIDDEN);
  }

  private void clock() {
    JsObject performance = JsObject.create(agent, realm.get(Intrinsic.OBJECT_PROTOTYPE));
    new IntrinsicBuilder(realm, performance)
        .method("now", 0, (_, _, _, _) -> Numbers.of(loop.clock().readElapsedMillis()))
        .value("timeOrigin", Numbers.of(loop.clock().epochMillis()), Attributes.HIDDEN)
        .tag("Performance");
    realm.globalObject().put(agent, PropertyKey.of("performance"), performance, Attributes.HIDDEN);
  }
}
