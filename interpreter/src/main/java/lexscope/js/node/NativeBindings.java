package lexscope.js.node;

import lexscope.js.host.ConsoleSink;
import lexscope.js.host.GuestExitException;
import lexscope.js.host.Inspector;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.IntrinsicBuilder;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.Numbers;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import lexscope.js.vm.Machine;
import lexscope.js.web.EventTargetObject;

/// What the programs of the built-in modules cannot do themselves, as functions of one object that
/// they alone see.
final class NativeBindings {
  private static final String ROOT = "/";

  private final Machine machine;
  private final ConsoleSink sink;
  private final BuiltinModules modules;

  NativeBindings(Machine machine, ConsoleSink sink, BuiltinModules modules) {
    this.machine = machine;
    this.sink = sink;
    this.modules = modules;
  }

  /// The object; made when the first built-in module is run.
  JsObject create() {
    JsObject object = JsObject.create(machine, machine.realm().get(Intrinsic.OBJECT_PROTOTYPE));
    var builder = new IntrinsicBuilder(machine.realm(), object);
    texts(builder);
    process(builder);
    modules(builder);
    BufferBindings.addTo(builder);
    return object;
  }

  private static void texts(IntrinsicBuilder builder) {
    builder
        .method(
            "inspect",
            2,
            (agent, _, args, _) ->
                agent.string(
                    Inspector.withOptions(agent, Args.get(args, 1)).inspect(Args.get(args, 0))))
        .method(
            "format",
            0,
            (agent, _, args, _) -> agent.string(Inspector.format(agent, Undefined.UNDEFINED, args)))
        .method(
            "formatWithOptions",
            1,
            (agent, _, args, _) ->
                agent.string(Inspector.format(agent, Args.get(args, 0), Args.from(args, 1))))
        .method(
            "eventListeners",
            2,
            (agent, _, args, _) ->
                JsArray.of(
                    agent,
                    ((EventTargetObject) Args.get(args, 0))
                        .callbacksFor(TypeConversion.toString(agent, Args.get(args, 1)).toString())
                        .toArray()))
        .method("kindOf", 1, (agent, _, args, _) -> kind(agent, Args.get(args, 0)))
        .method("domainToAscii", 1, (agent, _, args, _) -> domain(agent, args, true))
        .method("domainToUnicode", 1, (agent, _, args, _) -> domain(agent, args, false));
  }

  private static Object kind(Agent agent, Object value) {
    return value instanceof JsObject object
        ? agent.string(ObjectKinds.of(object))
        : agent.emptyString();
  }

  private static Object domain(Agent agent, Object[] args, boolean ascii) {
    String text = TypeConversion.toText(agent, Args.get(args, 0));
    String domain = ascii ? DomainNames.toAscii(text) : DomainNames.toUnicode(text);
    return domain == null ? Null.NULL : agent.string(domain);
  }

  private void process(IntrinsicBuilder builder) {
    builder
        .value("process", modules.process(), Attributes.ALL)
        .method("nextTick", 2, (agent, _, args, _) -> nextTick(agent, args))
        .method("cwd", 0, (agent, _, _, _) -> agent.string(ROOT))
        .method("usedBytes", 0, (agent, _, _, _) -> Numbers.of((double) agent.heap().usedBytes()))
        .method(
            "elapsedMillis",
            0,
            (agent, _, _, _) -> Numbers.of(agent.eventLoop().clock().readElapsedMillis()))
        .method("write", 2, (agent, _, args, _) -> write(agent, args))
        .method(
            "exit",
            1,
            (agent, _, args, _) -> {
              throw new GuestExitException(TypeConversion.toInt32(agent, Args.get(args, 0)));
            });
  }

  private static Object nextTick(Agent agent, Object[] args) {
    var callback = (JsObject) Args.get(args, 0);
    Object[] arguments =
        Args.get(args, 1) instanceof JsObject list
            ? ObjectOperations.createListFromArrayLike(agent, list)
            : Args.NONE;
    agent.jobs().enqueueTick(callback, arguments);
    return Undefined.UNDEFINED;
  }

  private Object write(Agent agent, Object[] args) {
    String text = TypeConversion.toText(agent, Args.get(args, 1));
    if (Numbers.isNumber(Args.get(args, 0)) && Numbers.toDouble(Args.get(args, 0)) == 2) {
      sink.err(text);
    } else {
      sink.out(text);
    }
    return true;
  }

  private void modules(IntrinsicBuilder builder) {
    builder
        .method(
            "builtinNames",
            0,
            (agent, _, _, _) ->
                ObjectOperations.createArrayFromList(
                    agent,
                    BuiltinModules.names().stream()
                        .map(name -> (Object) agent.string(name))
                        .toList()))
        .method(
            "isBuiltin",
            1,
            (_, _, args, _) ->
                Args.get(args, 0) instanceof JsString name
                    && BuiltinModules.isBuiltin(name.toString()))
        .method(
            "requireBuiltin",
            1,
            (agent, _, args, _) -> modules.require(TypeConversion.toText(agent, Args.get(args, 0))))
        .method(
            "createRequire",
            1,
            (agent, _, args, _) ->
                modules.requireFrom(TypeConversion.toText(agent, Args.get(args, 0))));
  }
}
