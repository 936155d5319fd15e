package lexscope.js.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lexscope.gc.RootKind;
import lexscope.gc.RootSource;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import lexscope.gc.Untraced;
import lexscope.js.host.ConsoleSink;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.source.SourceText;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Machine;
import org.jspecify.annotations.Nullable;

/// Node's built-in modules. One is run when the program first imports it, so a program that imports
/// none has nothing of them in its heap. What is loaded is a root.
public final class BuiltinModules implements RootSource {
  private static final RootKind BUILT_IN = new RootKind("built-in modules");
  private static final String SCHEME = "node:";
  private static final String HEAD = "(function (exports, require, module, native) {";
  private static final PropertyKey EXPORTS = PropertyKey.of("exports");

  /// Those that exist, in the order of `module.builtinModules`.
  private static final List<String> AVAILABLE =
      List.of(
          "assert",
          "assert/strict",
          "buffer",
          "console",
          "constants",
          "crypto",
          "diagnostics_channel",
          "events",
          "module",
          "os",
          "path",
          "path/posix",
          "path/win32",
          "perf_hooks",
          "process",
          "punycode",
          "querystring",
          "string_decoder",
          "sys",
          "timers",
          "timers/promises",
          "url",
          "util",
          "util/types");

  /// Node's other modules: each of them is about the machine, or stands on one that is.
  private static final List<String> UNAVAILABLE =
      List.of(
          "_http_agent",
          "_http_client",
          "_http_common",
          "_http_incoming",
          "_http_outgoing",
          "_http_server",
          "_stream_duplex",
          "_stream_passthrough",
          "_stream_readable",
          "_stream_transform",
          "_stream_wrap",
          "_stream_writable",
          "_tls_common",
          "_tls_wrap",
          "async_hooks",
          "child_process",
          "cluster",
          "dgram",
          "dns",
          "dns/promises",
          "domain",
          "fs",
          "fs/promises",
          "http",
          "http2",
          "https",
          "inspector",
          "inspector/promises",
          "net",
          "readline",
          "readline/promises",
          "repl",
          "stream",
          "stream/consumers",
          "stream/promises",
          "stream/web",
          "tls",
          "trace_events",
          "tty",
          "v8",
          "vm",
          "wasi",
          "worker_threads",
          "zlib");

  /// Those that Node has under `node:` only.
  private static final List<String> ONLY_WITH_SCHEME = List.of("sea", "sqlite", "test");

  private final Machine machine;
  private final NativeBindings bindings;
  private Function<String, JsObject> requireFactory =
      _ -> {
        throw new IllegalStateException("no loader of files");
      };
  private final Map<String, JsObject> loaded = new LinkedHashMap<>();

  @Untraced("a root")
  private @Nullable JsObject require;

  @Untraced("a root")
  private @Nullable JsObject natives;

  @Untraced("a property of the global object; a root once a module is loaded")
  private @Nullable JsObject process;

  /// The modules of an agent; none is run yet.
  ///
  /// @param sink where `process.stdout` and `process.stderr` write
  public BuiltinModules(Machine machine, ConsoleSink sink) {
    this.machine = machine;
    bindings = new NativeBindings(machine, sink, this);
    machine.heap().addRootSource(this);
  }

  /// Sets what makes the `require` function of a file.
  public void setRequireFactory(Function<String, JsObject> factory) {
    requireFactory = factory;
  }

  /// The `require` function of a file.
  JsObject requireFrom(String path) {
    return requireFactory.apply(path);
  }

  /// Sets the object that the global `process` is at first.
  public void setProcess(JsObject object) {
    process = object;
  }

  /// That object.
  Object process() {
    return process == null ? Undefined.UNDEFINED : process;
  }

  /// Runs a program of the resources unless it ran before.
  public void load(String name) {
    exports(name);
  }

  /// The names that exist, without `node:`.
  static List<String> names() {
    return AVAILABLE;
  }

  /// Whether a specifier names a module of Node, be it there or not.
  public static boolean isBuiltin(String specifier) {
    String name = bare(specifier);
    return specifier.startsWith(SCHEME)
        ? isKnown(name) || ONLY_WITH_SCHEME.contains(name)
        : isKnown(name);
  }

  /// Whether resolution ends here: a module of Node, or any name after `node:`.
  public static boolean claims(String specifier) {
    return specifier.startsWith(SCHEME) || isKnown(specifier);
  }

  private static boolean isKnown(String name) {
    return AVAILABLE.contains(name) || UNAVAILABLE.contains(name);
  }

  private static String bare(String specifier) {
    return specifier.startsWith(SCHEME) ? specifier.substring(SCHEME.length()) : specifier;
  }

  /// What a module exports; it is run if it was not yet.
  ///
  /// @throws ThrowCompletion if there is no such module here: the message says so
  public Object require(String specifier) {
    String name = bare(specifier);
    if (!AVAILABLE.contains(name)) {
      throw absent(specifier, name);
    }
    return exports(name);
  }

  private ThrowCompletion absent(String specifier, String name) {
    boolean known = isBuiltin(specifier);
    ThrowCompletion completion =
        machine.error(
            Intrinsic.ERROR_PROTOTYPE,
            known
                ? "The built-in module '"
                    + name
                    + "' is not available: programs have no access to the host machine"
                : "No such built-in module: " + specifier);
    JsObject error = (JsObject) completion.value();
    error.put(
        machine,
        PropertyKey.of("code"),
        machine.string("ERR_UNKNOWN_BUILTIN_MODULE"),
        Attributes.ALL);
    return completion;
  }

  /// What a program of the resources exports: a module, or one that only these use.
  Object exports(String name) {
    JsObject module = loaded.get(name);
    if (module == null) {
      int mark = machine.handles().mark();
      module = JsObject.create(machine, machine.realm().get(Intrinsic.OBJECT_PROTOTYPE));
      loaded.put(name, module);
      run(name, module);
      machine.handles().release(mark);
    }
    return ObjectOperations.get(machine, module, EXPORTS);
  }

  /// What a module exports if it was loaded; null if not.
  public @Nullable Object present(String name) {
    JsObject module = loaded.get(name);
    return module == null ? null : ObjectOperations.get(machine, module, EXPORTS);
  }

  /// Calls what a loaded module exports under a name; null if the module was not loaded.
  ///
  /// @throws ThrowCompletion if guest code that the function runs throws
  public @Nullable Object callIfLoaded(String module, String function, Object... arguments) {
    return present(module) instanceof JsObject exports
        ? ObjectOperations.invoke(machine, exports, PropertyKey.of(function), arguments)
        : null;
  }

  private void run(String name, JsObject module) {
    JsObject exports = JsObject.create(machine, machine.realm().get(Intrinsic.OBJECT_PROTOTYPE));
    module.put(machine, EXPORTS, exports, Attributes.ALL);
    SourceText source = SourceText.wrapped(SCHEME + name, HEAD, text(name) + "\n})");
    Object function = machine.evaluation().runScript(source);
    machine.handles().push(function);
    ObjectOperations.call(
        machine, function, exports, exports, requireFunction(), module, natives());
  }

  private JsObject requireFunction() {
    JsObject present = require;
    if (present == null) {
      present =
          NativeFunction.create(
              machine.realm(),
              "require",
              1,
              (agent, _, args, _) -> exports(TypeConversion.toText(agent, Args.get(args, 0))));
      require = present;
    }
    return present;
  }

  private JsObject natives() {
    JsObject present = natives;
    if (present == null) {
      present = bindings.create();
      natives = present;
    }
    return present;
  }

  private static String text(String name) {
    try (InputStream in = BuiltinModules.class.getResourceAsStream(name + ".js")) {
      if (in == null) {
        throw new IllegalStateException("no program for the built-in module " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void visitRoots(TracingRule rule, RootVisitor visitor) {
    for (Map.Entry<String, JsObject> entry : loaded.entrySet()) {
      visitor.root(BUILT_IN, SCHEME + entry.getKey(), entry.getValue());
    }
    visitor.root(BUILT_IN, "require", require);
    visitor.root(BUILT_IN, "native", natives);
    if (natives != null) {
      visitor.root(BUILT_IN, "process", process);
    }
  }
}
