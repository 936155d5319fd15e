package lexscope.js.module;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lexscope.gc.RootKind;
import lexscope.gc.RootSource;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.environment.GlobalEnvironmentRecord;
import lexscope.js.environment.ModuleEnvironmentRecord;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.intrinsics.Realm;
import lexscope.js.node.BuiltinModules;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.syntax.ImportAttribute;
import lexscope.js.syntax.ModuleRequest;
import lexscope.js.syntax.Program;
import lexscope.js.value.Attributes;
import lexscope.js.value.CapturingFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import lexscope.js.vm.Machine;
import lexscope.js.vm.ModuleHost;
import lexscope.js.vm.ScriptOrModule;
import org.jspecify.annotations.Nullable;

/// Loads modules from files: HostLoadImportedModule, ECMA-262 section 16.2.1.9, the module map, and
/// `import()`.
///
/// Files are read at once, so loading never waits. Every loaded module is a root.
public final class ModuleLoader implements ModuleHost, RootSource {
  private static final RootKind MODULES = new RootKind("module map");
  private static final String[] PROMISE_AND_MODULE = {"[[Promise]]", "[[Module]]"};

  private final Machine machine;
  private final ModuleLinker linker;
  private final ModuleEvaluator evaluator;
  private final CommonJs commonJs;
  private final BuiltinModules builtins;
  private final Conditions conditions;
  private Consumer<String> onLoading = _ -> {};
  private final Map<String, ModuleRecord> modules = new LinkedHashMap<>();

  /// A loader for a machine; it becomes the one that the machine asks.
  ///
  /// @param builtins Node's own modules
  /// @param conditions the conditions of `exports` and `imports` maps that hold beside Node's own
  public ModuleLoader(Machine machine, BuiltinModules builtins, List<String> conditions) {
    this.machine = machine;
    this.builtins = builtins;
    this.conditions = Conditions.with(conditions);
    linker = new ModuleLinker(machine, this);
    evaluator = new ModuleEvaluator(machine);
    commonJs = new CommonJs(machine, this);
    machine.setModules(this);
    builtins.setRequireFactory(commonJs::requireFunction);
    machine.heap().addRootSource(this);
  }

  @Override
  public void visitRoots(TracingRule rule, RootVisitor visitor) {
    for (Map.Entry<String, ModuleRecord> entry : modules.entrySet()) {
      visitor.root(MODULES, entry.getKey(), entry.getValue());
    }
    commonJs.visitRoots(MODULES, visitor);
  }

  /// The CommonJS modules.
  CommonJs commonJs() {
    return commonJs;
  }

  /// Node's own modules.
  BuiltinModules builtins() {
    return builtins;
  }

  /// Sets what is told of the text of each file before it is run.
  public void onLoading(Consumer<String> listener) {
    onLoading = listener;
  }

  /// The conditions that hold.
  Conditions conditions() {
    return conditions;
  }

  /// The Global Environment Record of a realm.
  EnvironmentRecord globalEnvironment(Realm realm) {
    return (GlobalEnvironmentRecord) java.util.Objects.requireNonNull(realm.globalEnvironment());
  }

  /// Loads, links and starts to evaluate a file as a module.
  ///
  /// @return the promise of its evaluation
  /// @throws SyntaxErrorException if the file itself is not a module
  /// @throws ThrowCompletion if a dependency cannot be loaded or linked
  public PromiseObject run(SourceText source, Path file) {
    String path = file.toAbsolutePath().normalize().toString();
    ModuleRecord module = parse(source, path);
    modules.put(path, module);
    loadDependencies(module);
    linker.link(module);
    return evaluator.evaluate(module);
  }

  /// Runs a file as a script; `import()` in it is relative to the file.
  ///
  /// @throws SyntaxErrorException if it is no script
  /// @throws ThrowCompletion if it throws
  public void runScript(SourceText source, Path file) {
    machine
        .evaluation()
        .runScript(
            source,
            machine.heap().allocate(new FileScript(file.toAbsolutePath().normalize().toString())));
  }

  /// Runs a file as a CommonJS module.
  ///
  /// @throws ThrowCompletion if it throws
  public void runCommonJs(SourceText source, Path file) {
    commonJs.runMain(source, file.toAbsolutePath().normalize());
  }

  /// What a file that was run exports: the namespace object of a module, `module.exports` of a
  /// CommonJS module; null of a script, and of a file that was not run.
  public @Nullable Object exportsOf(Path file) {
    String path = file.toAbsolutePath().normalize().toString();
    ModuleRecord module = modules.get(path);
    return module != null ? namespace(module) : commonJs.exportsOf(path);
  }

  /// The environment of a file that was run as a module; null of any other.
  public @Nullable ModuleEnvironmentRecord environmentOf(Path file) {
    ModuleRecord module = modules.get(file.toAbsolutePath().normalize().toString());
    return module == null ? null : module.environment;
  }

  private ModuleRecord parse(SourceText source, String path) {
    Program.Module program = machine.parser().parseModule(source);
    return machine
        .heap()
        .allocate(
            new ModuleRecord(
                machine.realm(), path, program, machine.evaluation().analyze(program)));
  }

  /// LoadRequestedModules.
  private void loadDependencies(ModuleRecord start) {
    Deque<ModuleRecord> pending = new ArrayDeque<>(List.of(start));
    while (!pending.isEmpty()) {
      ModuleRecord module = pending.pop();
      for (ModuleRequest request : module.program.requests()) {
        if (module.loaded.containsKey(request)) {
          continue;
        }
        int before = modules.size();
        ModuleRecord target = load(module.path, request);
        module.loaded.put(request, target);
        if (modules.size() > before) {
          pending.add(target);
        }
      }
    }
  }

  /// The module that a request means, read from its file if it was not yet.
  private ModuleRecord load(String referrer, ModuleRequest request) {
    String type = "";
    for (ImportAttribute attribute : request.attributes()) {
      if (!attribute.key().equals("type") || !attribute.value().equals("json")) {
        throw machine.syntaxError("Import attribute \"" + attribute.key() + "\" is not supported");
      }
      type = "json";
    }
    Path from = Path.of(referrer);
    String builtin = Resolution.builtin(from, request.specifier(), conditions.importing());
    if (builtin != null) {
      return builtin(builtin);
    }
    Path file = Resolution.resolve(from, request.specifier(), conditions.importing());
    if (file == null) {
      throw notFound(request.specifier(), referrer);
    }
    String key = type.isEmpty() ? file.toString() : file + "?" + type;
    ModuleRecord present = modules.get(key);
    if (present != null) {
      return present;
    }
    SourceText source = read(file, request.specifier(), referrer);
    try {
      ModuleRecord module;
      if (type.equals("json")) {
        Object value = parseJson(source.text());
        machine.handles().push(value);
        module = synthetic(file, List.of("default"), ModuleLoader::fillJson);
        module.json = value;
      } else if (Resolution.isCommonJs(file)) {
        module = commonJs.asModule(file, source);
      } else {
        module = parse(source, file.toString());
      }
      modules.put(key, module);
      return module;
    } catch (SyntaxErrorException e) {
      throw machine.evaluation().loadCompletion(e);
    }
  }

  /// One of Node's own modules: `default` and the properties of what it exports.
  private ModuleRecord builtin(String specifier) {
    String name = specifier.startsWith("node:") ? specifier : "node:" + specifier;
    ModuleRecord present = modules.get(name);
    if (present != null) {
      return present;
    }
    int mark = machine.handles().mark();
    Object exports = builtins.require(specifier);
    machine.handles().push(exports);
    List<String> names = new ArrayList<>(List.of("default"));
    if (exports instanceof JsObject object) {
      for (PropertyKey key : object.ownPropertyKeys(machine)) {
        PropertyDescriptor own = object.getOwnProperty(machine, key);
        if (key.isString()
            && own != null
            && own.isEnumerable()
            && !key.asString().equals("default")) {
          names.add(key.asString());
        }
      }
    }
    ModuleRecord module =
        synthetic(Path.of(name), names, record -> fillBuiltin(record, exports, names));
    module.json = exports;
    modules.put(name, module);
    machine.handles().release(mark);
    return module;
  }

  private void fillBuiltin(ModuleRecord module, Object exports, List<String> names) {
    fill(module, 0, exports);
    for (int i = 1; i < names.size(); i++) {
      fill(module, i, ObjectOperations.getV(machine, exports, PropertyKey.of(names.get(i))));
    }
  }

  /// The error of a file that is not there.
  ThrowCompletion notFound(String specifier, String referrer) {
    ThrowCompletion completion =
        machine.error(
            Intrinsic.ERROR_PROTOTYPE,
            "Cannot find module '" + specifier + "' imported from " + referrer);
    ((JsObject) completion.value())
        .put(
            machine,
            PropertyKey.of("code"),
            machine.string("ERR_MODULE_NOT_FOUND"),
            Attributes.ALL);
    return completion;
  }

  /// Reads a file as UTF-8 text.
  SourceText read(Path file, String specifier, String referrer) {
    try {
      var written = new SourceText(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
      SourceText source = TypeScriptFiles.translate(file, written);
      onLoading.accept(source.text());
      return source;
    } catch (SyntaxErrorException e) {
      throw machine.evaluation().loadCompletion(e);
    } catch (IOException _) {
      throw notFound(specifier, referrer);
    }
  }

  /// A module without text of its own: its exports are filled when it is evaluated.
  ModuleRecord synthetic(Path file, List<String> names, ModuleRecord.SyntheticValues values) {
    var text = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      text.append("let $").append(i).append("; export { $").append(i).append(" as ");
      text.append('"').append(names.get(i).replace("\\", "\\\\").replace("\"", "\\\""));
      text.append("\" };");
    }
    ModuleRecord module = parse(new SourceText(file.toString(), text.toString()), file.toString());
    module.values = values;
    return module;
  }

  /// Stores the export of that number.
  static void fill(ModuleRecord module, int index, Object value) {
    var binding = module.tree.topLevel().functionScope().find("$" + index);
    if (binding != null) {
      module.environment().set(binding.slot(), value);
    }
  }

  private static void fillJson(ModuleRecord module) {
    Object value = module.json;
    if (value == null) {
      throw new IllegalStateException("a module that is no JSON");
    }
    fill(module, 0, value);
  }

  /// ParseJSONModule, ECMA-262 section 16.2.1.8.3.
  Object parseJson(String text) {
    JsObject json = machine.realm().get(Intrinsic.JSON);
    JsString source = machine.string(text);
    return ObjectOperations.invoke(machine, json, PropertyKey.of("parse"), source);
  }

  /// What an evaluated module's namespace object is.
  JsObject namespace(ModuleRecord module) {
    return ModuleNamespace.of(machine, module, this);
  }

  // ---- import() and import.meta
  // --------------------------------------------------------------------

  @Override
  public Object importModule(
      Agent agent, @Nullable ScriptOrModule referrer, Object specifier, Object options) {
    PromiseObject promise = PromiseOperations.newPromise(agent);
    agent.handles().push(promise);
    try {
      String text = TypeConversion.toText(agent, specifier);
      var request = new ModuleRequest(text, ImportOptions.attributes(agent, options));
      String from = referrer == null ? Path.of("x").toAbsolutePath().toString() : referrer.path();
      ModuleRecord module = load(from, request);
      agent.handles().push(module);
      loadDependencies(module);
      PromiseObject loaded = PromiseOperations.newPromise(agent);
      agent.handles().push(loaded);
      PromiseOperations.resolvePromise(agent, loaded, Undefined.UNDEFINED);
      then(
          loaded,
          CapturingFunction.create(
              agent.realm(), "", 0, this::linkAndEvaluate, PROMISE_AND_MODULE, promise, module),
          promise);
    } catch (ThrowCompletion completion) {
      PromiseOperations.rejectPromise(agent, promise, completion.value());
    }
    return promise;
  }

  private void then(PromiseObject awaited, CapturingFunction onFulfilled, PromiseObject promise) {
    CapturingFunction onRejected =
        CapturingFunction.create(
            machine.realm(), "", 1, ModuleLoader::reject, new String[] {"[[Promise]]"}, promise);
    PromiseOperations.performPromiseThen(machine, awaited, onFulfilled, onRejected, null);
  }

  private static Object reject(
      Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    PromiseOperations.rejectPromise(
        agent, (PromiseObject) self.captured(0), lexscope.js.value.Args.get(args, 0));
    return Undefined.UNDEFINED;
  }

  /// ContinueDynamicImport, ECMA-262 section 13.3.10.3, once everything is loaded.
  private Object linkAndEvaluate(
      Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    var promise = (PromiseObject) self.captured(0);
    var module = (ModuleRecord) self.captured(1);
    try {
      linker.link(module);
      PromiseObject evaluation = evaluator.evaluate(module);
      then(
          evaluation,
          CapturingFunction.create(
              agent.realm(), "", 0, this::fulfil, PROMISE_AND_MODULE, promise, module),
          promise);
    } catch (ThrowCompletion completion) {
      PromiseOperations.rejectPromise(agent, promise, completion.value());
    }
    return Undefined.UNDEFINED;
  }

  private Object fulfil(Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    PromiseOperations.resolvePromise(
        agent, (PromiseObject) self.captured(0), namespace((ModuleRecord) self.captured(1)));
    return Undefined.UNDEFINED;
  }

  @Override
  public Object importMeta(Agent agent, @Nullable ScriptOrModule module) {
    if (!(module instanceof ModuleRecord record)) {
      throw agent.syntaxError("Cannot use 'import.meta' outside a module");
    }
    JsObject present = record.importMeta;
    if (present != null) {
      return present;
    }
    JsObject meta = JsObject.create(agent, null);
    Path file = Path.of(record.path);
    Path folder = file.getParent();
    meta.put(
        agent, PropertyKey.of("dirname"), agent.string(String.valueOf(folder)), Attributes.ALL);
    meta.put(agent, PropertyKey.of("filename"), agent.string(record.path), Attributes.ALL);
    meta.put(agent, PropertyKey.of("url"), agent.string("file://" + record.path), Attributes.ALL);
    record.importMeta = meta;
    return meta;
  }

  /// Loads, links and evaluates a module for `require`; it must not await.
  JsObject require(ModuleRecord module) {
    loadDependencies(module);
    linker.link(module);
    PromiseObject promise = evaluator.evaluate(module);
    if (promise.state() == PromiseObject.State.REJECTED) {
      throw new ThrowCompletion(promise.result());
    }
    return namespace(module);
  }

  /// The module of a file, for `require` of an ES module.
  ModuleRecord forRequire(Path file) {
    return load(file.toString(), new ModuleRequest(file.toString(), List.of()));
  }
}
