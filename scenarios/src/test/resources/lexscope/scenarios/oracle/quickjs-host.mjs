// Runs scenarios in QuickJS and says which tracked values are alive at the measuring point.
//
//   node quickjs-host.mjs PRELUDE_DIRECTORY PACKAGE_DIRECTORY < requests
//
// Requests and answers are those of node-host.cjs. Each program gets a runtime of its own. QuickJS has no collect
// function: its cycle collector runs when the heap has grown by half, so garbage is made until it must have run.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const [directory, packages] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));
const resolve = createRequire(pathToFileURL(path.join(packages, "package.json"))).resolve;
const { newQuickJSWASMModuleFromVariant } = await import(pathToFileURL(resolve("quickjs-emscripten")).href);
const ng = await import(pathToFileURL(resolve("@jitl/quickjs-ng-wasmfile-release-sync")).href);
let variant = ng;
while (variant.default) variant = variant.default;
let quickjs = await newQuickJSWASMModuleFromVariant(variant);

const escape = (text) => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
const answer = (id, what, text) => process.stdout.write(`${id}\t${what}\t${escape(text)}\n`);
const preludes = [path.join(directory, "tracking.js"), path.join(here, "virtual-timers.js"), path.join(here, "small-document.js")]
  .map((file) => ({ file, text: fs.readFileSync(file, "utf8") }));
const makeGarbage = `(function () {
  for (let turn = 0; turn < 3; turn++) {
    const cells = [];
    for (let i = 0; i < 8000; i++) { const cell = {}; cell.self = cell; cells.push(cell); }
  }
})()`;

function run(id, file, kind) {
  const runtime = quickjs.newRuntime();
  runtime.setModuleLoader(
    (name) => fs.readFileSync(name, "utf8"),
    (base, name) => (name.startsWith(".") ? path.resolve(path.dirname(base), name) : name),
  );
  const context = runtime.newContext();
  const evaluate = (text, name, options) => {
    const result = context.evalCode(text, name, options);
    if (result.error) {
      const error = context.dump(result.error);
      result.error.dispose();
      throw new Error(error?.message ?? JSON.stringify(error));
    }
    // A module's value is the promise of its evaluation, which only the jobs still to come settle.
    const value = options?.type === "module" ? undefined : context.dump(result.value);
    if (result.value.alive) {
      result.value.dispose();
    }
    return value;
  };
  const jobs = () => {
    const done = runtime.executePendingJobs();
    if (done.error) {
      const error = context.dump(done.error);
      done.error.dispose();
      throw new Error(error?.message ?? JSON.stringify(error));
    }
  };
  try {
    const consoleObject = context.newObject();
    const log = context.newFunction("log", (...values) => {
      answer(id, "output", values.map((v) => String(context.dump(v))).join(" "));
    });
    context.setProp(consoleObject, "log", log);
    context.setProp(context.global, "console", consoleObject);
    log.dispose();
    consoleObject.dispose();
    for (const { file: name, text } of preludes) {
      evaluate(text, name);
    }
    evaluate(fs.readFileSync(file, "utf8") + (kind === "script" ? "\n;undefined" : ""), file, { type: kind === "script" ? "global" : "module" });
    jobs();
    for (let round = 0; round < 3; round++) {
      while (evaluate("fireNextTimer()", "host")) {
        jobs();
      }
      evaluate(makeGarbage, "host");
      jobs();
    }
    answer(id, "tracked", evaluate("trackedNames()", "host"));
    answer(id, "alive", evaluate("aliveNames()", "host"));
  } catch (error) {
    answer(id, "error", error.message);
    answer(id, "done", "");
    return false;
  }
  answer(id, "done", "");
  try {
    context.dispose();
    runtime.dispose();
    return true;
  } catch {
    return false;
  }
}

answer("engine", "version", "quickjs-ng");
for (const line of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const [id, kind, file] = line.split("\t");
  if (kind !== "commonjs") {
    // A program that breaks the engine's own bookkeeping leaves an instance that nothing else should run in.
    if (!run(id, file, kind)) {
      quickjs = await newQuickJSWASMModuleFromVariant(variant);
    }
  }
}
