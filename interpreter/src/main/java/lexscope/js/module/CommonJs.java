package lexscope.js.module;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lexscope.gc.RootKind;
import lexscope.gc.RootVisitor;
import lexscope.gc.Untraced;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.CapturingFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.vm.Agent;
import lexscope.js.vm.Machine;
import org.jspecify.annotations.Nullable;

/// CommonJS modules as Node has them: a file is the body of a function of `exports`, `require`,
/// `module`, `__filename` and `__dirname`. `require.cache` is an ordinary object: deleting a member
/// makes the file load again.
final class CommonJs {
  private static final String HEAD =
      "(function (exports, require, module, __filename, __dirname) {";
  private static final PropertyKey EXPORTS = PropertyKey.of("exports");
  private static final String[] LABELS = {"file"};

  private final Machine machine;
  private final ModuleLoader loader;

  @Untraced("a root")
  private @Nullable JsObject cache;

  CommonJs(Machine machine, ModuleLoader loader) {
    this.machine = machine;
    this.loader = loader;
  }

  void visitRoots(RootKind kind, RootVisitor visitor) {
    visitor.root(kind, "require.cache", cache);
  }

  private JsObject cache() {
    JsObject present = cache;
    if (present == null) {
      present = JsObject.create(machine, machine.realm().get(Intrinsic.OBJECT_PROTOTYPE));
      cache = present;
    }
    return present;
  }

  /// Runs the main file.
  void runMain(SourceText source, Path file) {
    int mark = machine.handles().mark();
    evaluate(file, source);
    machine.handles().release(mark);
  }

  /// `module.exports` of a file that was evaluated, or null.
  @Nullable Object exportsOf(String path) {
    JsObject present = cache;
    return present != null
            && ObjectOperations.get(machine, present, PropertyKey.of(path))
                instanceof JsObject module
        ? ObjectOperations.get(machine, module, EXPORTS)
        : null;
  }

  /// Evaluates a file; the answer is its `module` object.
  private JsObject evaluate(Path file, SourceText source) {
    String path = file.toString();
    JsObject objectPrototype = machine.realm().get(Intrinsic.OBJECT_PROTOTYPE);
    JsObject module = JsObject.create(machine, objectPrototype);
    JsObject exports = JsObject.create(machine, objectPrototype);
    module.put(machine, PropertyKey.of("id"), machine.string(path), Attributes.ALL);
    module.put(machine, PropertyKey.of("filename"), machine.string(path), Attributes.ALL);
    module.put(machine, PropertyKey.of("loaded"), false, Attributes.ALL);
    module.put(machine, EXPORTS, exports, Attributes.ALL);
    PropertyKey key = PropertyKey.of(path);
    cache().put(machine, key, module, Attributes.ALL);
    try {
      if (path.endsWith(".json")) {
        module.put(machine, EXPORTS, loader.parseJson(source.text()), Attributes.ALL);
      } else {
        call(file, source, module, exports);
      }
    } catch (ThrowCompletion completion) {
      cache().delete(machine, key);
      throw completion;
    }
    module.put(machine, PropertyKey.of("loaded"), true, Attributes.ALL);
    return module;
  }

  private void call(Path file, SourceText source, JsObject module, JsObject exports) {
    String path = file.toString();
    SourceText body =
        source.text().startsWith("#!")
            ? new SourceText(source.name(), "//" + source.text())
            : source;
    var script = machine.heap().allocate(new FileScript(path));
    Object function = machine.evaluation().runScript(body.between(HEAD, "\n})"), script);
    machine.handles().push(function);
    String folder = String.valueOf(file.getParent());
    ObjectOperations.call(
        machine,
        function,
        exports,
        exports,
        requireFunction(path),
        module,
        machine.string(path),
        machine.string(folder));
  }

  /// The `require` of a file.
  JsObject requireFunction(String path) {
    CapturingFunction require =
        CapturingFunction.create(
            machine.realm(), "require", 1, this::require, LABELS, machine.string(path));
    CapturingFunction resolve =
        CapturingFunction.create(
            machine.realm(), "resolve", 1, this::resolve, LABELS, machine.string(path));
    require.put(machine, PropertyKey.of("resolve"), resolve, Attributes.ALL);
    require.put(machine, PropertyKey.of("cache"), cache(), Attributes.ALL);
    return require;
  }

  private static Path referrer(CapturingFunction self) {
    return Path.of(self.captured(0).toString());
  }

  /// The specifier of one of Node's own modules, if an argument of `require` means one.
  private @Nullable String builtin(CapturingFunction self, Object[] args) {
    String specifier = TypeConversion.toText(machine, Args.get(args, 0));
    return Resolution.builtin(referrer(self), specifier, loader.conditions().requiring());
  }

  private Path find(CapturingFunction self, Object[] args) {
    String specifier = TypeConversion.toText(machine, Args.get(args, 0));
    Path file = Resolution.resolve(referrer(self), specifier, loader.conditions().requiring());
    if (file == null) {
      ThrowCompletion completion =
          machine.error(Intrinsic.ERROR_PROTOTYPE, "Cannot find module '" + specifier + "'");
      ((JsObject) completion.value())
          .put(machine, PropertyKey.of("code"), machine.string("MODULE_NOT_FOUND"), Attributes.ALL);
      throw completion;
    }
    return file;
  }

  private Object resolve(Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    String builtin = builtin(self, args);
    return agent.string(builtin == null ? find(self, args).toString() : builtin);
  }

  private Object require(Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    String builtin = builtin(self, args);
    if (builtin != null) {
      return loader.builtins().require(builtin);
    }
    Path file = find(self, args);
    Object cached = ObjectOperations.get(machine, cache(), PropertyKey.of(file.toString()));
    if (cached instanceof JsObject module) {
      return ObjectOperations.get(machine, module, EXPORTS);
    }
    if (!Resolution.isCommonJs(file) && !isPlainScript(file)) {
      return loader.require(loader.forRequire(file));
    }
    try {
      SourceText source = loader.read(file, file.toString(), self.captured(0).toString());
      return ObjectOperations.get(machine, evaluate(file, source), EXPORTS);
    } catch (SyntaxErrorException e) {
      throw machine.evaluation().loadCompletion(e);
    }
  }

  /// A `.js` file that has nothing of a module at all can be required, too.
  private boolean isPlainScript(Path file) {
    if (!file.toString().endsWith(".js")) {
      return false;
    }
    try {
      machine.parser().parseScript(loader.read(file, file.toString(), file.toString()));
      return true;
    } catch (SyntaxErrorException _) {
      return false;
    }
  }

  /// A CommonJS module as `import` sees it: `default` is `module.exports`, and what its text
  /// assigns to `exports` by name are exports, too.
  ModuleRecord asModule(Path file, SourceText source) {
    List<String> names = new ArrayList<>(List.of("default"));
    for (String name : exportNames(file, source)) {
      if (!name.equals("default")) {
        names.add(name);
      }
    }
    return loader.synthetic(file, names, module -> fill(module, file, source, names));
  }

  /// The names that a file exports, those of the modules that it hands on included.
  private Set<String> exportNames(Path file, SourceText source) {
    Set<String> names = new LinkedHashSet<>();
    Map<Path, String> texts = new LinkedHashMap<>();
    texts.put(file, source.text());
    Deque<Path> waiting = new ArrayDeque<>(List.of(file));
    while (!waiting.isEmpty()) {
      Path next = waiting.removeFirst();
      ExportNames found = ExportNames.in(texts.getOrDefault(next, ""));
      names.addAll(found.names());
      for (String specifier : found.reexports()) {
        Path other = Resolution.resolve(next, specifier, loader.conditions().requiring());
        if (other != null && !texts.containsKey(other) && Resolution.isCommonJs(other)) {
          texts.put(other, read(other));
          waiting.add(other);
        }
      }
    }
    return names;
  }

  /// The text of a module that is handed on; a file that cannot be read exports nothing.
  private static String read(Path file) {
    try {
      return file.toString().endsWith(".json")
          ? ""
          : TypeScriptFiles.translate(
                  file,
                  new SourceText(file.toString(), Files.readString(file, StandardCharsets.UTF_8)))
              .text();
    } catch (IOException | SyntaxErrorException _) {
      return "";
    }
  }

  private void fill(ModuleRecord module, Path file, SourceText source, List<String> names) {
    int mark = machine.handles().mark();
    Object present = ObjectOperations.get(machine, cache(), PropertyKey.of(file.toString()));
    JsObject object = present instanceof JsObject found ? found : evaluate(file, source);
    Object exports = ObjectOperations.get(machine, object, EXPORTS);
    ModuleLoader.fill(module, 0, exports);
    for (int i = 1; i < names.size(); i++) {
      ModuleLoader.fill(
          module, i, ObjectOperations.getV(machine, exports, PropertyKey.of(names.get(i))));
    }
    machine.handles().release(mark);
  }
}
