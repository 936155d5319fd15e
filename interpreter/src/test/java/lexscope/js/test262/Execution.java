package lexscope.js.test262;

import java.util.List;
import lexscope.gc.HeapCorruptionException;
import lexscope.gc.HeapLimitException;
import lexscope.js.environment.SweptSlotException;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.UnhandledRejectionException;
import lexscope.js.intrinsics.ErrorObject;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.intrinsics.Realm;
import lexscope.js.module.ModuleLoader;
import lexscope.js.node.BuiltinModules;
import lexscope.js.regexp.RegExpCompiler;
import lexscope.js.regexp.RegExpSyntaxException;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.vm.Machine;
import org.jspecify.annotations.Nullable;

/// Runs tests, each run in an agent of its own. It belongs to one thread, which needs a deep stack;
/// [#interrupt] may be called from any.
final class Execution {
  private static final long HEAP_BYTES = 512L << 20;
  private static final double UNTIL_MILLIS = 1_000_000;
  private static final int TURNS = 1000;

  private static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interrupted() {
      super(null, null, false, false);
    }
  }

  private final Checkout checkout;
  private volatile @Nullable Machine running;
  private volatile boolean interrupted;

  Execution(Checkout checkout) {
    this.checkout = checkout;
  }

  /// Asks the running test to stop.
  void interrupt() {
    interrupted = true;
    Machine machine = running;
    if (machine != null) {
      machine.heap().requestInterrupt();
    }
  }

  /// Runs a test in sloppy and in strict code, as its flags say. It passes if it passes in both.
  Outcome run(TestFile test, Regime regime) {
    interrupted = false;
    var total = new Outcome(Verdict.PASS, "");
    for (boolean strict : test.runs()) {
      Outcome outcome = run(test, strict, regime);
      if (!outcome.passed()) {
        String mode = test.runs().size() == 1 ? "" : strict ? "strict: " : "sloppy: ";
        return new Outcome(outcome.verdict(), mode + outcome.reason())
            .counted(
                total.collections() + outcome.collections(),
                total.verifications() + outcome.verifications());
      }
      total = total.counted(outcome.collections(), outcome.verifications());
    }
    return total;
  }

  private Outcome run(TestFile test, boolean strict, Regime regime) {
    var machine = new Machine(regime.policy(), Execution::validate);
    machine.heap().setLimitBytes(HEAP_BYTES);
    machine.heap().onInterrupt(Execution::stop);
    running = machine;
    if (interrupted) {
      machine.heap().requestInterrupt();
    }
    var schedule = new StressSchedule(machine.heap());
    Outcome outcome;
    try {
      outcome = judge(test, strict, machine, regime.stress() ? schedule : null);
    } catch (Interrupted _) {
      outcome = new Outcome(Verdict.TIMEOUT, "");
    } catch (HeapLimitException _) {
      outcome = new Outcome(Verdict.FAIL, "more alive than " + (HEAP_BYTES >> 20) + " MiB");
    } catch (HeapCorruptionException | SweptSlotException | AssertionError e) {
      outcome = new Outcome(Verdict.FAULT, String.valueOf(e.getMessage()));
    } catch (StackOverflowError | OutOfMemoryError e) {
      outcome = new Outcome(Verdict.CRASH, e.getClass().getSimpleName());
    } catch (RuntimeException e) {
      outcome = new Outcome(Verdict.CRASH, crash(e));
    } finally {
      running = null;
    }
    return outcome.counted(schedule.collections(), schedule.verifications());
  }

  private static String crash(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? e.toString() : e + " at " + trace[0];
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

  private Outcome judge(
      TestFile test, boolean strict, Machine machine, @Nullable StressSchedule schedule) {
    var printed = new StringBuilder();
    Realm realm = Realm.create(machine);
    machine.setRealm(realm);
    new Test262Host(machine, printed).install(realm);
    var modules =
        new ModuleLoader(machine, new BuiltinModules(machine, ConsoleSink.silent()), List.of());
    loadHarness(test, machine);
    if (schedule != null) {
      schedule.start();
    }
    Ending ending = runToEnd(test, strict, machine, modules);
    if (schedule != null) {
      schedule.finish();
    }
    if (test.isNegative()) {
      return ending.is(test.negativeType(), test.negativePhase())
          ? new Outcome(Verdict.PASS, "")
          : new Outcome(
              Verdict.FAIL,
              "expected "
                  + test.negativeType()
                  + " at "
                  + test.negativePhase()
                  + ", got "
                  + ending);
    }
    if (ending.thrown() != null) {
      return new Outcome(Verdict.FAIL, ending.detail().lines().findFirst().orElse(ending.thrown()));
    }
    if (test.has("async") && !printed.toString().contains("Test262:AsyncTestComplete")) {
      return new Outcome(
          Verdict.FAIL, printed.isEmpty() ? "$DONE was not called" : printed.toString());
    }
    return new Outcome(Verdict.PASS, "");
  }

  private void loadHarness(TestFile test, Machine machine) {
    if (test.has("raw")) {
      return;
    }
    script(machine, "assert.js");
    script(machine, "sta.js");
    if (test.has("async")) {
      script(machine, "doneprintHandle.js");
    }
    for (String include : test.includes()) {
      script(machine, include);
    }
  }

  private void script(Machine machine, String name) {
    machine.evaluation().runScript(new SourceText(name, checkout.harness(name)));
  }

  /// How a run ended: what was thrown, if anything, and in which phase.
  private record Ending(String phase, @Nullable String thrown, String detail) {
    boolean is(String type, String inPhase) {
      return type.equals(thrown) && phase.equals(inPhase);
    }

    @Override
    public String toString() {
      return thrown == null ? "no error" : thrown + " at " + phase;
    }
  }

  private static Ending runToEnd(
      TestFile test, boolean strict, Machine machine, ModuleLoader modules) {
    String text = strict ? "\"use strict\";\n" + test.text() : test.text();
    var source = new SourceText(test.name(), text);
    String phase = "parse";
    try {
      if (test.has("module")) {
        machine.parser().parseModule(source);
        phase = "resolution";
        PromiseObject evaluation = modules.run(source, test.path());
        phase = "runtime";
        machine.eventLoop().runUntilIdle(UNTIL_MILLIS, TURNS);
        if (evaluation.state() == PromiseObject.State.REJECTED) {
          throw new ThrowCompletion(evaluation.result());
        }
      } else {
        if (test.isNegative()) {
          machine.parser().parseScript(source);
        }
        phase = "runtime";
        modules.runScript(source, test.path());
        machine.eventLoop().runUntilIdle(UNTIL_MILLIS, TURNS);
      }
    } catch (SyntaxErrorException e) {
      String kind = e.kind() == SyntaxErrorException.Kind.SYNTAX ? "SyntaxError" : "RangeError";
      return new Ending(phase, kind, kind + ": " + e.message());
    } catch (ThrowCompletion e) {
      return thrown(phase, e.value());
    } catch (UnhandledRejectionException e) {
      // The suite asks for it only where it is the module itself that failed.
      if (test.has("module") && test.isNegative()) {
        return thrown(phase, e.reason());
      }
    }
    return new Ending(phase, null, "");
  }

  private static Ending thrown(String phase, Object value) {
    return switch (value) {
      case ErrorObject error -> new Ending(phase, error.className(), error.stackText());
      case JsObject object ->
          new Ending(
              phase,
              object.className(),
              object.className() + ": " + object.peek(PropertyKeys.MESSAGE));
      default -> new Ending(phase, "value", "threw " + value);
    };
  }

  /// Where what tests write to `process.stdout` goes: nowhere.

}
