// Runs scenarios in V8 and says which tracked values are alive at the measuring point.
//
//   node --expose-gc --harmony-iterator-helpers node-host.cjs PRELUDE_DIRECTORY < requests
//
// A request is a line "id TAB kind TAB path". Scripts share this process, one realm each; modules and CommonJS programs
// get a process of their own and so Node's real loaders. Answers are lines "id TAB what TAB text" with what one of
// output, tracked, alive, error, done; the first line is "engine TAB version TAB <V8 version>".
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");
const { execFile } = require("node:child_process");
const { pathToFileURL } = require("node:url");

const realmsAtOnce = 60;
const rounds = 4;

const escape = (text) => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
const answer = (id, what, text) => process.stdout.write(`${id}\t${what}\t${escape(text)}\n`);
const turn = () => new Promise((resolve) => setImmediateOfHost(resolve));
const setImmediateOfHost = setImmediate;
const setTimeoutOfHost = setTimeout;
const pause = (ms) => new Promise((resolve) => setTimeoutOfHost(resolve, ms));
const collect = globalThis.gc;
if (typeof collect !== "function") {
  process.stderr.write("node-host: needs --expose-gc\n");
  process.exit(2);
}

const describe = (error) => (error instanceof Error || error?.stack ? `${error.name}: ${error.message}` : String(error));

function preludeSources(directory) {
  const read = (file) => ({ file, text: fs.readFileSync(file, "utf8") });
  return [
    read(path.join(directory, "tracking.js")),
    read(path.join(__dirname, "virtual-timers.js")),
    read(path.join(__dirname, "small-document.js")),
  ];
}

const print = (id) => (...values) => answer(id, "output", values.map(String).join(" "));

function newRealm(request, sources) {
  const context = vm.createContext({ console: { log: print(request.id) } });
  for (const { file, text } of sources) {
    vm.runInContext(text, context, { filename: file });
  }
  return {
    id: request.id,
    run: () => void vm.runInContext(request.source ?? fs.readFileSync(request.path, "utf8"), context, { filename: request.path }),
    fire: vm.runInContext("fireNextTimer", context),
    tracked: vm.runInContext("trackedNames", context),
    alive: vm.runInContext("aliveNames", context),
    failed: false,
  };
}

function thisRealm(request, sources) {
  console.log = print(request.id);
  for (const { file, text } of sources) {
    vm.runInThisContext(text, { filename: file });
  }
  return {
    id: request.id,
    run: () => (request.path.endsWith(".cjs") ? void require(request.path) : evaluateModule(request.path)),
    fire: globalThis.fireNextTimer,
    tracked: globalThis.trackedNames,
    alive: globalThis.aliveNames,
    failed: false,
  };
}

// A module may wait for a timer at its top level, and loading files takes real time.
async function evaluateModule(file) {
  let evaluating = true;
  const evaluation = import(pathToFileURL(file).href).then(
    () => void (evaluating = false),
    (error) => {
      evaluating = false;
      throw error;
    },
  );
  while (evaluating) {
    globalThis.fireNextTimer();
    await pause(1);
  }
  await evaluation;
}

async function guarded(realm, action) {
  try {
    return await action();
  } catch (error) {
    realm.failed = true;
    answer(realm.id, "error", describe(error));
    return false;
  }
}

async function drainTimers(realms) {
  let busy = realms;
  while (busy.length > 0) {
    const fired = [];
    for (const realm of busy) {
      if (await guarded(realm, () => realm.fire())) {
        fired.push(realm);
      }
    }
    await turn();
    busy = fired;
  }
}

async function settle(realms, files) {
  for (let round = 0; round < rounds; round++) {
    await drainTimers(realms);
    await pause(files ? 5 : 0);
    collect();
    await turn();
    collect();
    await turn();
  }
}

async function measure(realms, files) {
  for (const realm of realms) {
    await guarded(realm, () => realm.run());
  }
  await settle(realms, files);
  for (const realm of realms) {
    answer(realm.id, "tracked", realm.tracked());
    answer(realm.id, "alive", realm.alive());
    answer(realm.id, "done", "");
  }
}

function ownProcess(request, directory) {
  const flags = [...process.execArgv, "--no-warnings", __filename, directory, "--only", request.id, request.path];
  return new Promise((resolve) => {
    execFile(process.execPath, flags, { maxBuffer: 1 << 24, timeout: 60000 }, (error, stdout, stderr) => {
      process.stdout.write(stdout);
      if (error) {
        answer(request.id, "error", stderr || String(error));
        answer(request.id, "done", "");
      }
      resolve();
    });
  });
}

async function main() {
  const directory = process.argv[2];
  const sources = preludeSources(directory);
  if (process.argv[3] === "--only") {
    const request = { id: process.argv[4], path: process.argv[5] };
    await measure([thisRealm(request, sources)], true);
    return;
  }
  process.on("unhandledRejection", (error) => answer("engine", "error", `unhandled rejection: ${describe(error)}`));
  answer("engine", "version", process.versions.v8);
  const requests = fs.readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => {
    const [id, kind, file] = line.split("\t");
    return { id, kind, path: file };
  });
  const scripts = requests.filter((r) => r.kind === "script");
  for (let from = 0; from < scripts.length; from += realmsAtOnce) {
    await measure(scripts.slice(from, from + realmsAtOnce).map((r) => newRealm(r, sources)), false);
  }
  const others = requests.filter((r) => r.kind !== "script");
  const worker = async () => {
    for (let next = others.shift(); next; next = others.shift()) {
      await ownProcess(next, directory);
    }
  };
  await Promise.all([worker(), worker()]);
}

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`node-host: ${error.stack}\n`);
    process.exit(1);
  },
);
