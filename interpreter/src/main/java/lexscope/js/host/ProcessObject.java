package lexscope.js.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.Realm;
import lexscope.js.node.BuiltinModules;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The harmless part of Node's `process`: an empty environment, the program's arguments, and what
/// concerns the program alone. Packages ask it for `NODE_ENV`; nothing of the machine shows
/// through.
///
/// All members but `env` and `argv` are made when the program first names one of them, by a
/// built-in module; most programs never do.
final class ProcessObject extends JsObject {
  private static final Set<String> MADE_LATER =
      Set.of(
          "abort",
          "addListener",
          "allowedNodeEnvironmentFlags",
          "arch",
          "argv0",
          "browser",
          "config",
          "cwd",
          "emit",
          "emitWarning",
          "eventNames",
          "execArgv",
          "execPath",
          "exit",
          "exitCode",
          "features",
          "getBuiltinModule",
          "getMaxListeners",
          "hrtime",
          "listenerCount",
          "listeners",
          "memoryUsage",
          "nextTick",
          "off",
          "on",
          "once",
          "pid",
          "platform",
          "ppid",
          "prependListener",
          "prependOnceListener",
          "rawListeners",
          "release",
          "removeAllListeners",
          "removeListener",
          "setMaxListeners",
          "setUncaughtExceptionCaptureCallback",
          "stderr",
          "stdout",
          "title",
          "uptime",
          "version",
          "versions");

  private final BuiltinModules modules;
  private boolean complete;

  private ProcessObject(Shape shape, BuiltinModules modules) {
    super(shape, EXOTIC_NAMED | EXOTIC_CHAIN);
    this.modules = modules;
  }

  /// Puts the object on the realm's global object.
  ///
  /// @param program the file that is going to run, as its user named it
  static void install(Realm realm, String program, List<String> arguments, BuiltinModules modules) {
    Agent agent = realm.agent();
    int mark = agent.handles().mark();
    JsObject process =
        agent
            .heap()
            .allocate(
                new ProcessObject(
                    Shape.root(agent, realm.get(Intrinsic.OBJECT_PROTOTYPE)), modules));
    process.put(
        agent,
        PropertyKey.of("env"),
        JsObject.create(agent, realm.get(Intrinsic.OBJECT_PROTOTYPE)),
        Attributes.ALL);
    var argv = new ArrayList<Object>();
    argv.add(agent.string("lexscope"));
    argv.add(agent.string(program));
    arguments.forEach(each -> argv.add(agent.string(each)));
    process.put(
        agent,
        PropertyKey.of("argv"),
        ObjectOperations.createArrayFromList(agent, argv),
        Attributes.ALL);
    realm.globalObject().put(agent, PropertyKey.of("process"), process, Attributes.HIDDEN);
    modules.setProcess(process);
    agent.handles().release(mark);
  }

  private void complete(PropertyKey key) {
    if (!complete && key.isString() && MADE_LATER.contains(key.asString())) {
      complete = true;
      modules.load("internal/process");
    }
  }

  @Override
  protected @Nullable Object ownSlot(Agent agent, PropertyKey key) {
    complete(key);
    return super.ownSlot(agent, key);
  }

  @Override
  public @Nullable PropertyDescriptor getOwnProperty(Agent agent, PropertyKey key) {
    complete(key);
    return super.getOwnProperty(agent, key);
  }

  @Override
  public boolean hasProperty(Agent agent, PropertyKey key) {
    complete(key);
    return super.hasProperty(agent, key);
  }

  @Override
  public boolean defineOwnProperty(Agent agent, PropertyKey key, PropertyDescriptor desc) {
    complete(key);
    return super.defineOwnProperty(agent, key, desc);
  }

  @Override
  public boolean delete(Agent agent, PropertyKey key) {
    complete(key);
    return super.delete(agent, key);
  }
}
