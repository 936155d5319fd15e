package lexscope.js.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;
import lexscope.gc.HeapLimitException;
import lexscope.gc.HeapVerifier;
import lexscope.gc.SourcePlace;
import lexscope.js.environment.ModuleEnvironmentRecord;
import lexscope.js.intrinsics.ErrorObject;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.intrinsics.Realm;
import lexscope.js.module.ModuleLoader;
import lexscope.js.module.ProgramKind;
import lexscope.js.module.TypeScriptFiles;
import lexscope.js.node.BuiltinModules;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.regexp.RegExpCompiler;
import lexscope.js.regexp.RegExpSyntaxException;
import lexscope.js.source.Position;
import lexscope.js.source.SourceSpot;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.syntax.RegExpSyntax;
import lexscope.js.value.JsString;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.vm.Machine;
import lexscope.js.web.WebRealm;
import org.jspecify.annotations.Nullable;

/// Runs one program in a fresh agent: heap, realm, event loop, console. After the run the heap
/// stays as it is when the program is idle, to be looked at.
///
/// A host belongs to one thread at a time; [#interrupt] may be called from any. Guest code needs a
/// deep stack: run it by [#onGuestThread].
public final class Host {
  private static final long GUEST_STACK_BYTES = 1L << 30;

  /// Every so many collections in stress mode the whole heap is verified; each one would make long
  /// programs hopeless.
  private static final int VERIFIED_COLLECTIONS = 16;

  private final HostOptions options;
  private final Machine machine;
  private final EventLoop loop;
  private final BuiltinModules builtins;
  private final ModuleLoader modules;
  private int collectionsUntilVerified;
  private final ProcessEvents processEvents;
  private final BuiltinGlobals globals;
  private HostHooks hooks = HostHooks.none();
  private @Nullable SourcePlace failurePlace;

  private Host(HostOptions options) {
    this.options = options;
    machine = new Machine(options.policy(), Host::validateRegExp);
    loop = machine.eventLoop();
    builtins = new BuiltinModules(machine, options.sink());
    processEvents = new ProcessEvents(machine, builtins);
    modules = new ModuleLoader(machine, builtins, options.conditions());
    machine.heap().setLimitBytes(options.maxHeapBytes());
    machine.heap().onInterrupt(() -> hooks.interrupted());
    Realm realm = Realm.create(machine);
    machine.setRealm(realm);
    ConsoleObject.install(realm, options.sink(), () -> loop.clock().readElapsedMillis());
    CryptoObject.install(realm);
    HostGlobals.install(realm, name -> hooks.snapshot(name));
    machine.onDebuggerStatement(frame -> hooks.debuggerStatement(frame.place()));
    ProcessObject.install(realm, options.program(), options.arguments(), builtins);
    WebRealm.install(realm, options.html().isEmpty() ? null : options.html());
    globals = new BuiltinGlobals(realm, builtins);
    modules.onLoading(globals::loading);
    if (options.allocationStackDepth() > 0) {
      machine.recordAllocationStacks(options.allocationStackDepth());
    }
    if (options.stress()) {
      var verifier = new HeapVerifier(machine.heap(), CapturePolicy.UNION);
      machine.heap().setVerifier(() -> verifyNowAndThen(verifier));
      machine.heap().setStress(true);
    }
  }

  private void verifyNowAndThen(HeapVerifier verifier) {
    if (--collectionsUntilVerified < 0) {
      collectionsUntilVerified = VERIFIED_COLLECTIONS;
      verifier.verify();
    }
  }

  private static @Nullable String validateRegExp(String pattern, String flags) {
    try {
      RegExpCompiler.compile(pattern, flags);
      return null;
    } catch (RegExpSyntaxException e) {
      return e.reason();
    }
  }

  /// The grammar of regular expressions, for parsers that serve no program.
  public static RegExpSyntax regExpSyntax() {
    return Host::validateRegExp;
  }

  /// A host with a fresh agent and realm.
  public static Host create(HostOptions options) {
    return new Host(options);
  }

  /// How the program is run.
  public HostOptions options() {
    return options;
  }

  /// The agent.
  public Machine machine() {
    return machine;
  }

  /// Sets what happens when the program asks for a snapshot or comes to a `debugger` statement.
  public void setHooks(HostHooks newHooks) {
    hooks = newHooks;
  }

  /// Asks the run to end at its next safepoint, or what else the hooks make of it. May be called
  /// from any thread.
  public void interrupt() {
    machine.heap().requestInterrupt();
  }

  /// Runs `work` on a thread with a stack deep enough for guest code, and waits for it.
  ///
  /// @throws RuntimeException what `work` throws
  public static <T> T onGuestThread(Supplier<T> work) {
    var result =
        new Object() {
          @Nullable T value;
          @Nullable Throwable thrown;
        };
    var thread =
        new Thread(
            null,
            () -> {
              try {
                result.value = work.get();
              } catch (RuntimeException | Error e) {
                result.thrown = e;
              }
            },
            "guest",
            GUEST_STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    switch (result.thrown) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> {}
    }
    T value = result.value;
    if (value == null) {
      throw new IllegalStateException("the work gave no result");
    }
    return value;
  }

  /// Runs a program file until it is idle: the script or module, all jobs, all timers that are due
  /// in time.
  public RunOutcome run(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException _) {
      return new RunOutcome.Unusable(file + ": no such file");
    } catch (IOException e) {
      return new RunOutcome.Unusable(
          file + ": cannot be read as UTF-8 text (" + e.getMessage() + ")");
    }
    return run(new SourceText(file.toString(), text), file);
  }

  /// Runs a program until it is idle: a module, a CommonJS module or a script, as its file's name,
  /// its `package.json` or else its text say ([ProgramKind]).
  public RunOutcome run(SourceText text, Path file) {
    return guarded(() -> {
      SourceText source = TypeScriptFiles.translate(file, text);
      globals.loading(source.text());
      switch (ProgramKind.of(file, source, machine.parser())) {
        case MODULE -> {
          PromiseObject evaluation = modules.run(source, file);
          loop.jobs().runPromiseJobs();
          runUntilIdle();
          if (evaluation.state() == PromiseObject.State.REJECTED) {
            throw new ThrowCompletion(evaluation.result());
          }
        }
        case COMMON_JS -> modules.runCommonJs(source, file);
        case SCRIPT -> modules.runScript(source, file);
      }
      runUntilIdle();
    });
  }

  /// Runs a script until it is idle.
  public RunOutcome run(SourceText source) {
    return guarded(() -> {
      globals.loading(source.text());
      machine.evaluation().runScript(source);
      runUntilIdle();
    });
  }

  private void runUntilIdle() {
    loop.runUntilIdle(options.untilMillis(), options.maxTurns());
  }

  /// Does something more with a program that was run: calls `work`, which may call guest code, and
  /// runs what follows from it until the program is idle again. The program does not end thereby:
  /// it is not told of an exit.
  ///
  /// @param work what is done
  /// @param forMillis timers fire up to so many virtual milliseconds from now
  public RunOutcome goOn(Runnable work, double forMillis) {
    return outcome(() -> {
      int mark = machine.handles().mark();
      work.run();
      machine.handles().release(mark);
      loop.runUntilIdle(loop.clock().elapsedMillis() + forMillis, options.maxTurns());
    });
  }

  /// What a program file that was run offers under a name: an export of a module or a CommonJS
  /// module, a global variable of a script; `undefined` if there is none.
  ///
  /// Reading may run guest code, so it belongs into the work of [#goOn].
  ///
  /// @param name an identifier
  /// @throws ThrowCompletion if reading throws, as it does for a variable that has no value yet
  public Object offered(Path file, String name) {
    Object exports = modules.exportsOf(file);
    if (exports == null) {
      String read = "typeof " + name + " === 'undefined' ? undefined : " + name;
      return machine.evaluation().runScript(new SourceText("host", read));
    }
    return ObjectOperations.getV(machine, exports, PropertyKey.of(name));
  }

  /// The environment of a file that was run as a module; null if it was run as something else.
  @Nullable ModuleEnvironmentRecord environmentOf(Path file) {
    return modules.environmentOf(file);
  }

  private RunOutcome guarded(Runnable program) {
    return outcome(() -> listened(program));
  }

  private RunOutcome outcome(Runnable steps) {
    try {
      steps.run();
      return exited(processEvents.exitCode());
    } catch (GuestExitException e) {
      return ended(() -> exited(e.code()));
    } catch (SyntaxErrorException e) {
      return new RunOutcome.Unusable(e.render());
    } catch (ThrowCompletion e) {
      return ended(() -> new RunOutcome.Failed(uncaught(e.value(), e.spot())));
    } catch (UnhandledRejectionException e) {
      return ended(() -> new RunOutcome.Failed(unhandled(e.reason())));
    } catch (HeapLimitException e) {
      return ended(() ->
          new RunOutcome.HeapFull(
              "heap limit reached: "
                  + e.liveBytes()
                  + " bytes alive, limit "
                  + e.limitBytes()
                  + " bytes"));
    } catch (InterruptedRunException _) {
      return ended(RunOutcome.Interrupted::new);
    }
  }

  /// Runs the program, and again what is left to run as long as the program itself listens to what
  /// it did not catch.
  private void listened(Runnable program) {
    Runnable next = program;
    while (true) {
      try {
        next.run();
        if (!processEvents.beforeExit()) {
          processEvents.exit();
          return;
        }
      } catch (ThrowCompletion e) {
        formatStack(e.value());
        if (!processEvents.uncaught(e.value())) {
          throw e;
        }
      } catch (UnhandledRejectionException e) {
        formatStack(e.reason());
        if (!processEvents.unhandled(e.promise())) {
          throw e;
        }
      }
      next = this::runUntilIdle;
    }
  }

  /// Asks an error for its stack as long as guest code can run: what the program made of
  /// `Error.prepareStackTrace`, or of the error's name, is what is printed.
  private void formatStack(Object value) {
    if (value instanceof ErrorObject error && error.stackNeedsGuestCode(machine)) {
      try {
        error.get(machine, PropertyKeys.STACK, error);
      } catch (ThrowCompletion _) {
        // It is printed as it is.
      }
    }
  }

  private static RunOutcome exited(int code) {
    return code == 0 ? new RunOutcome.Completed() : new RunOutcome.Exited(code);
  }

  private <T extends RunOutcome> RunOutcome ended(Supplier<T> outcome) {
    machine.abandon();
    return outcome.get();
  }

  /// Where the program failed: where the value was thrown that it did not catch. Null if it did not
  /// fail, or if nobody knows.
  public @Nullable SourcePlace failurePlace() {
    return failurePlace;
  }

  /// What Node prints for an uncaught value. Runs no guest code.
  ///
  /// @param thrownAt where the `throw` statement stands, if there is one
  String uncaught(Object value, @Nullable SourceSpot thrownAt) {
    SourceSpot spot =
        thrownAt == null && value instanceof ErrorObject error ? error.thrownAt() : thrownAt;
    if (spot != null) {
      Position position = spot.source().position(spot.offset());
      failurePlace = new SourcePlace(spot.source().name(), position.line(), position.column());
    }
    String text = value instanceof JsString string ? string.toString() : inspected(value);
    if (spot != null) {
      // As in Node, which takes care of the lines around an error only.
      return value instanceof ErrorObject
          ? spot.excerpt() + "\n" + text
          : "\n" + spot.excerpt() + text;
    }
    return value instanceof ErrorObject ? text : "Uncaught " + text;
  }

  /// What is said about a rejected promise that nobody handled.
  private String unhandled(Object reason) {
    return reason instanceof ErrorObject
        ? uncaught(reason, null)
        : "[UnhandledPromiseRejection: This error originated either by throwing inside of an async"
            + " function without a catch block, or by rejecting a promise which was not handled"
            + " with .catch(). The promise rejected with the reason \""
            + ErrorMessages.show(reason)
            + "\".] {\n  code: 'ERR_UNHANDLED_REJECTION'\n}";
  }

  /// A value as an observer sees it.
  String inspected(Object value) {
    return Inspector.forObserver(machine, InspectOptions.DEFAULT).inspect(value);
  }
}
