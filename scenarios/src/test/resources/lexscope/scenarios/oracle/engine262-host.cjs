// Runs scenarios in engine262, whose records are those of the specification, and says which tracked values are alive.
//
//   node --expose-gc engine262-host.cjs PRELUDE_DIRECTORY PACKAGE_DIRECTORY < requests
//
// Requests and answers are those of node-host.cjs. engine262's own gc() forgets [[OuterEnv]] and cannot look into its
// suspended generators, so this host lets V8 collect engine262's data structures instead and makes exactly the fields weak
// that the specification calls weak: [[WeakRefTarget]], the keys of [[WeakMapData]] with their values, [[WeakSetData]].
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const Module = require("node:module");

const [directory, packages] = process.argv.slice(2);
const escape = (text) => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
const answer = (id, what, text) => process.stdout.write(`${id}\t${what}\t${escape(text)}\n`);
const turn = () => new Promise((resolve) => setImmediate(resolve));

const weak = {
  registries: new Set(),
  target(holder, value) {
    const reference = new WeakRef(value);
    Object.defineProperty(holder, "WeakRefTarget", { get: () => reference.deref(), set() {}, enumerable: true });
  },
  set() {
    const references = [];
    return {
      push: (value) => references.push(new WeakRef(value)),
      *[Symbol.iterator]() {
        for (const reference of references) {
          yield reference.deref();
        }
      },
    };
  },
  pair(key, value) {
    const reference = new WeakRef(key);
    const values = new WeakMap([[key, value]]);
    return {
      get Key() {
        return reference.deref();
      },
      set Key(_) {
        values.delete(reference.deref());
      },
      get Value() {
        return values.get(reference.deref());
      },
      set Value(next) {
        values.set(reference.deref(), next);
      },
    };
  },
};

// Each edit is [where to start, text, replacement] and must match: a release of engine262 without the text is noticed here.
const edits = [
  ["", "weakRef.WeakRefTarget = target;", "hostWeak.target(weakRef, target);"],
  ["", "      WeakRefTarget: target,\n", ""],
  ["", "finalizationRegistry.Cells.push(cell);", "hostWeak.target(cell, target); hostWeak.registries.add(new WeakRef(finalizationRegistry)); finalizationRegistry.Cells.push(cell);"],
  ["function WeakMapProto_set(", "const p = {\n      Key: key,\n      Value: value\n    };\n    // 7. Append p as the last element of entries.\n    entries.push(p);\n    // 8. Return M.", "entries.push(hostWeak.pair(key, value));"],
  ["", "set.WeakSetData = [];", "set.WeakSetData = hostWeak.set();"],
  ["function gc()", "const marked = new Set();\n    const weakrefs", "return;\n    const marked = new Set();\n    const weakrefs"],
];

function loadEngine() {
  const file = Module.createRequire(path.join(packages, "package.json")).resolve("@engine262/engine262");
  let text = fs.readFileSync(file, "utf8");
  for (const [after, from, to] of edits) {
    const at = text.indexOf(from, text.indexOf(after));
    if (at < 0) {
      throw new Error(`engine262 has changed, no such text: ${from}`);
    }
    text = text.slice(0, at) + to + text.slice(at + from.length);
  }
  const module = new Module(file);
  module.filename = file;
  module.paths = Module._nodeModulePaths(path.dirname(file));
  globalThis.hostWeak = weak;
  module._compile(text, file);
  return module.exports;
}

const engine = loadEngine();
const { Agent, setSurroundingAgent, ManagedRealm, Value, AbruptCompletion } = engine;
const preludes = [path.join(directory, "tracking.js"), path.join(__dirname, "virtual-timers.js"), path.join(__dirname, "small-document.js")]
  .map((file) => ({ file, text: fs.readFileSync(file, "utf8") }));

function plain(value) {
  if (value?.stringValue) return value.stringValue();
  if (value === Value.undefined) return "undefined";
  if (value === Value.null) return "null";
  if (value === Value.true) return "true";
  if (value === Value.false) return "false";
  if (value?.numberValue !== undefined) return String(typeof value.numberValue === "function" ? value.numberValue() : value.numberValue);
  return engine.inspect(value);
}

function check(completion) {
  if (completion instanceof AbruptCompletion) {
    throw new Error(engine.inspect(completion.Value ?? completion).split("\n")[0]);
  }
  return completion;
}

function evaluate(realm, text, specifier) {
  return realm.scope(() => {
    const completion = check(realm.evaluateScript(text, { specifier }));
    return plain(completion?.Value ?? completion);
  });
}

async function run(id, file, kind) {
  const modules = new Map();
  const agent = new Agent({
    features: engine.FEATURES.map((f) => f.flag),
    loadImportedModule(referrer, specifier, hostDefined, finish) {
      realm.scope(() => {
        const base = referrer.HostDefined?.specifier ?? referrer.HostDefined?.public?.specifier ?? file;
        const resolved = path.resolve(path.dirname(base), specifier);
        if (!modules.has(resolved)) {
          modules.set(resolved, realm.createSourceTextModule(resolved, fs.readFileSync(resolved, "utf8")));
        }
        finish(modules.get(resolved));
      });
    },
  });
  setSurroundingAgent(agent);
  const realm = new ManagedRealm({});
  realm.scope(() => {
    const log = engine.CreateBuiltinFunction((values) => {
      answer(id, "output", values.map(plain).join(" "));
      return Value.undefined;
    }, 1, Value("log"), []);
    const consoleObject = engine.OrdinaryObjectCreate(realm.Intrinsics["%Object.prototype%"]);
    engine.CreateDataProperty(consoleObject, Value("log"), log);
    engine.CreateDataProperty(realm.GlobalObject, Value("console"), consoleObject);
  });
  try {
    for (const { file: name, text } of preludes) {
      evaluate(realm, text, name);
    }
    start(realm, modules, file, kind);
    for (let round = 0; round < 3; round++) {
      while (evaluate(realm, "fireNextTimer()", "host") === "true");
      await turn();
      engine.ClearKeptObjects();
      globalThis.gc();
      await turn();
      globalThis.gc();
      cleanUp(realm);
    }
    answer(id, "tracked", evaluate(realm, "trackedNames()", "host"));
    answer(id, "alive", evaluate(realm, "aliveNames()", "host"));
  } catch (error) {
    answer(id, "error", process.env.TRACE ? error.stack : error.message);
  }
  answer(id, "done", "");
  weak.registries.clear();
}

function start(realm, modules, file, kind) {
  const text = fs.readFileSync(file, "utf8");
  if (kind === "script") {
    evaluate(realm, text, file);
    return;
  }
  const module = check(realm.createSourceTextModule(file, text));
  modules.set(file, module);
  realm.scope(() => {
    settled(check(module.LoadRequestedModules()));
    check(module.Link());
  });
  realm.scope(() => settled(check(module.Evaluate())));
  realm.scope(() => engine.runJobQueue());
}

function settled(promise) {
  if (promise?.PromiseState === "rejected") {
    throw new Error(engine.inspect(promise.PromiseResult).split("\n")[0]);
  }
}

function cleanUp(realm) {
  realm.scope(() => {
    for (const reference of weak.registries) {
      const registry = reference.deref();
      if (registry?.Cells.some((cell) => cell.WeakRefTarget === undefined)) {
        check(engine.CleanupFinalizationRegistry(registry));
      }
    }
  });
  realm.scope(() => engine.runJobQueue());
}

async function main() {
  answer("engine", "version", "engine262");
  for (const line of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
    const [id, kind, file] = line.split("\t");
    if (kind !== "commonjs") {
      await run(id, file, kind);
    }
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`engine262-host: ${error.stack}\n`);
    process.exit(1);
  },
);
