package lexscope.js.test262;

import lexscope.js.intrinsics.ArrayBufferObject;
import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.TypeConversion;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeBody;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import lexscope.js.vm.Machine;
import org.jspecify.annotations.Nullable;

/// The host-defined globals of test262: `print` and `$262` (INTERPRETING.md of the suite), but for
/// its agents.
final class Test262Host {
  private final Machine machine;
  private final StringBuilder printed;

  Test262Host(Machine machine, StringBuilder printed) {
    this.machine = machine;
    this.printed = printed;
  }

  /// Puts the globals into a realm and returns `$262`.
  JsObject install(Realm realm) {
    JsObject host = JsObject.create(machine, realm.objectShape().prototype());
    define(realm, realm.globalObject(), "print", 1, this::print);
    define(
        realm,
        host,
        "evalScript",
        1,
        (agent, _, args, _) -> evalScript(realm, TypeConversion.toText(agent, Args.get(args, 0))));
    define(realm, host, "createRealm", 0, (_, _, _, _) -> createRealm());
    define(realm, host, "gc", 0, Test262Host::collect);
    define(realm, host, "detachArrayBuffer", 1, Test262Host::detach);
    host.put(
        machine,
        PropertyKey.of("IsHTMLDDA"),
        machine.heap().allocate(new Undetectable(realm)),
        Attributes.HIDDEN);
    host.put(machine, PropertyKey.of("global"), realm.globalObject(), Attributes.HIDDEN);
    realm.globalObject().put(machine, PropertyKey.of("$262"), host, Attributes.HIDDEN);
    return host;
  }

  /// The object with an `[[IsHTMLDDA]]` internal slot, which gives null when it is called.
  private static final class Undetectable extends NativeFunction {
    Undetectable(Realm realm) {
      super(realm, realm.functionShape(), "", (_, _, _, _) -> Null.NULL, false);
    }

    @Override
    public boolean emulatesUndefined() {
      return true;
    }
  }

  private void define(Realm realm, JsObject on, String name, int length, NativeBody body) {
    on.put(
        machine,
        PropertyKey.of(name),
        NativeFunction.create(realm, name, length, body),
        Attributes.HIDDEN);
  }

  private Object print(Agent agent, Object self, Object[] args, @Nullable JsObject target) {
    printed.append(TypeConversion.toText(agent, Args.get(args, 0))).append('\n');
    return Undefined.UNDEFINED;
  }

  private Object evalScript(Realm realm, String text) {
    Realm before = machine.setRealm(realm);
    try {
      return machine.evaluation().runScript(new SourceText("evalScript", text));
    } catch (SyntaxErrorException e) {
      throw machine.evaluation().completion(e);
    } finally {
      machine.setRealm(before);
    }
  }

  private Object createRealm() {
    Realm before = machine.setRealm(null);
    Realm realm = Realm.create(machine);
    JsObject host = install(realm);
    machine.setRealm(before);
    return host;
  }

  private static Object collect(
      Agent agent, Object self, Object[] args, @Nullable JsObject target) {
    agent.heap().collect("guest");
    return Undefined.UNDEFINED;
  }

  private static Object detach(Agent agent, Object self, Object[] args, @Nullable JsObject target) {
    if (Args.get(args, 0) instanceof ArrayBufferObject buffer) {
      buffer.detach();
    }
    return Null.NULL;
  }
}
