package lexscope.js.test262;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lexscope.gc.HeapLimitException;
import lexscope.js.intrinsics.ErrorObject;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.intrinsics.Realm;
import lexscope.js.module.ModuleLoader;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.regexp.RegExpCompiler;
import lexscope.js.regexp.RegExpSyntaxException;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.value.JsObject;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.vm.Machine;
import org.jspecify.annotations.Nullable;

/// Runs one test in one mode, in an agent of its own.
final class Execution {
  /// How a test ended.
  enum Verdict {
    PASS,
    FAIL,
    SKIP,
    CRASH,
    TIMEOUT
  }

  /// A verdict with what there is to say about it.
  record Result(Verdict verdict, String message) {}

  private static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interrupted() {
      super(null, null, false, false);
    }
  }

  private final Path root;
  private final boolean stress;
  private final Map<String, String> harness = new ConcurrentHashMap<>();
  private volatile @Nullable Machine running;

  Execution(Path root, boolean stress) {
    this.root = root;
    this.stress = stress;
  }

  /// Asks the running test to stop.
  void interrupt() {
    Machine machine = running;
    if (machine != null) {
      machine.heap().requestInterrupt();
    }
  }

  /// Runs a test on the present thread, which needs a deep stack.
  Result run(TestFile test, boolean strict) {
    var printed = new StringBuilder();
    var machine = new Machine(CapturePolicy.UNION, Execution::validate);
    machine.heap().setLimitBytes(512L << 20);
    machine.heap().onInterrupt(Execution::stop);
    running = machine;
    try {
      return judge(test, strict, machine, printed);
    } catch (Interrupted e) {
      return new Result(Verdict.TIMEOUT, "");
    } catch (HeapLimitException e) {
      return new Result(Verdict.TIMEOUT, "heap limit");
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      StackTraceElement[] trace = e.getStackTrace();
      return new Result(
          Verdict.CRASH,
          e
              + (trace.length == 0
                  ? ""
                  : " at " + trace[0] + (trace.length > 1 ? " < " + trace[1] : "")));
    } finally {
      running = null;
    }
  }

  private static void stop() {
    throw new Interrupted();
  }

  private static @Nullable String validate(String pattern, String flags) {
    try {
      RegExpCompiler.compile(pattern, flags);
      return null;
    } catch (RegExpSyntaxException e) {
      return e.reason();
    }
  }

  private Result judge(TestFile test, boolean strict, Machine machine, StringBuilder printed) {
    Realm realm = Realm.create(machine);
    machine.setRealm(realm);
    new Test262Host(machine, printed).install(realm);
    var modules = new ModuleLoader(machine);
    String phase = "parse";
    @Nullable String thrown = null;
    String detail = "";
    try {
      if (!test.has("raw")) {
        script(machine, "assert.js");
        script(machine, "sta.js");
        if (test.has("async")) {
          script(machine, "doneprintHandle.js");
        }
        for (String include : test.includes()) {
          script(machine, include);
        }
      }
      machine.heap().setStress(stress);
      String text = strict ? "\"use strict\";\n" + test.text() : test.text();
      SourceText source = new SourceText(root.relativize(test.path()).toString(), text);
      if (test.has("module")) {
        machine.parser().parseModule(source);
        phase = "resolution";
        PromiseObject evaluation = modules.run(source, test.path());
        phase = "runtime";
        machine.eventLoop().runUntilIdle(1_000_000, 1000);
        if (evaluation.state() == PromiseObject.State.REJECTED) {
          throw new ThrowCompletion(evaluation.result());
        }
      } else {
        machine.parser().parseScript(source);
        phase = "runtime";
        modules.runScript(source, test.path());
        machine.eventLoop().runUntilIdle(1_000_000, 1000);
      }
    } catch (SyntaxErrorException e) {
      thrown = e.kind() == SyntaxErrorException.Kind.SYNTAX ? "SyntaxError" : "RangeError";
      detail = e.message();
    } catch (ThrowCompletion e) {
      thrown = e.value() instanceof JsObject object ? object.className() : "value";
      detail =
          e.value() instanceof ErrorObject error ? error.stackText() : String.valueOf(e.value());
      if (e.value() instanceof JsObject object && !(object instanceof ErrorObject)) {
        detail = String.valueOf(object.peek(lexscope.js.value.PropertyKeys.MESSAGE));
      }
    } catch (lexscope.js.host.UnhandledRejectionException e) {
      // The suite asks for it only where it is the module itself that failed.
      if (test.has("module") && test.isNegative() && e.reason() instanceof JsObject object) {
        thrown = object.className();
      }
    }
    if (test.isNegative()) {
      boolean right = test.negativeType().equals(thrown) && test.negativePhase().equals(phase);
      return right
          ? new Result(Verdict.PASS, "")
          : new Result(
              Verdict.FAIL,
              "expected "
                  + test.negativeType()
                  + " at "
                  + test.negativePhase()
                  + ", got "
                  + thrown
                  + " at "
                  + phase);
    }
    if (thrown != null) {
      return new Result(Verdict.FAIL, detail.lines().findFirst().orElse(thrown));
    }
    if (test.has("async") && !printed.toString().contains("Test262:AsyncTestComplete")) {
      return new Result(Verdict.FAIL, "async: " + printed.toString().strip());
    }
    return new Result(Verdict.PASS, "");
  }

  private void script(Machine machine, String name) {
    String text =
        harness.computeIfAbsent(
            name,
            file -> {
              try {
                return Files.readString(root.resolve("harness").resolve(file));
              } catch (IOException e) {
                throw new IllegalStateException("no harness file " + file, e);
              }
            });
    machine.evaluation().runScript(new SourceText(name, text));
  }
}
