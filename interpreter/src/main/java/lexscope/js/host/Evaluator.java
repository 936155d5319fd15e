package lexscope.js.host;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lexscope.gc.HeapLimitException;
import lexscope.js.environment.GlobalBinding;
import lexscope.js.environment.GlobalEnvironmentRecord;
import lexscope.js.environment.ModuleEnvironmentRecord;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.syntax.Statement;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Evaluation;
import lexscope.js.vm.Frame;
import lexscope.js.vm.Machine;
import org.jspecify.annotations.Nullable;

/// Evaluates what a person types, in the realm of a program: while it is idle, or where it stands
/// still.
///
/// Evaluating is running: it allocates and may change anything. The value itself is shown and not
/// kept.
public final class Evaluator {
  private static final String TYPED = "typed-";

  private final Host host;
  private final @Nullable Path file;
  private int texts;

  /// An evaluator for a program.
  ///
  /// @param file the file that was run; null if there is none
  public Evaluator(Host host, @Nullable Path file) {
    this.host = host;
    this.file = file;
  }

  /// Evaluates a text as one more script while the program is idle, then runs the jobs that follow
  /// and the timers that are due at once. A text that declares nothing sees the bindings of a
  /// program that is a module.
  ///
  /// @param shown takes the value as `console.log` would show it
  public RunOutcome evaluate(String text, Consumer<String> shown) {
    if (!isScript(text)) {
      TopLevelAwait awaiting = TopLevelAwait.of(host.machine().parser(), text);
      if (awaiting != null) {
        return evaluate(awaiting, shown);
      }
    }
    SourceText source = source(text);
    var own =
        new Object() {
          @Nullable RunOutcome failure;
        };
    RunOutcome rest =
        host.goOn(
            () -> {
              // What the text itself throws is no failure of the program.
              try {
                shown.accept(host.inspected(value(source)));
              } catch (ThrowCompletion e) {
                own.failure = failed(e);
              } catch (SyntaxErrorException e) {
                own.failure = new RunOutcome.Unusable(e.render());
              }
            },
            0);
    RunOutcome failure = own.failure;
    return failure == null ? rest : failure;
  }

  private boolean isScript(String text) {
    try {
      host.machine().parser().parseScript(new SourceText("typed", text));
      return true;
    } catch (SyntaxErrorException _) {
      return false;
    }
  }

  /// What became of a promise.
  private static final class Settled {
    @Nullable RunOutcome outcome;
  }

  /// Virtual time passes, from one timer to the next, until the promise is settled or nothing more
  /// is to happen.
  private RunOutcome evaluate(TopLevelAwait awaiting, Consumer<String> shown) {
    Settled settled = new Settled();
    RunOutcome rest = host.goOn(() -> begin(awaiting, shown, settled), 0);
    VirtualClock clock = host.machine().eventLoop().clock();
    double end = clock.elapsedMillis() + EventLoop.DEFAULT_UNTIL_MILLIS;
    while (settled.outcome == null && rest instanceof RunOutcome.Completed) {
      double due =
          host.machine().eventLoop().timers().waitingCalls().stream()
              .mapToDouble(Timers.WaitingCall::dueMillis)
              .min()
              .orElse(Double.POSITIVE_INFINITY);
      if (due > end) {
        shown.accept("Promise { <pending> }");
        return rest;
      }
      rest = host.goOn(() -> {}, Math.max(0, due - clock.elapsedMillis()));
    }
    RunOutcome outcome = settled.outcome;
    return outcome == null ? rest : outcome;
  }

  private void begin(TopLevelAwait awaiting, Consumer<String> shown, Settled settled) {
    Machine machine = host.machine();
    try {
      if (!awaiting.declarations().isEmpty()) {
        machine.evaluation().runScript(source(awaiting.declarations()));
      }
      PromiseObject promise = (PromiseObject) value(source(awaiting.call()));
      machine.handles().push(promise);
      JsObject fulfilled =
          NativeFunction.create(
              machine.realm(),
              "",
              1,
              (_, _, arguments, _) -> {
                shown.accept(host.inspected(Args.get(arguments, 0)));
                settled.outcome = new RunOutcome.Completed();
                return Undefined.UNDEFINED;
              });
      machine.handles().push(fulfilled);
      JsObject rejected =
          NativeFunction.create(
              machine.realm(),
              "",
              1,
              (_, _, arguments, _) -> {
                settled.outcome = failed(new ThrowCompletion(Args.get(arguments, 0)));
                return Undefined.UNDEFINED;
              });
      machine.handles().push(rejected);
      PromiseOperations.performPromiseThen(machine, promise, fulfilled, rejected, null);
    } catch (ThrowCompletion e) {
      settled.outcome = failed(e);
    } catch (SyntaxErrorException e) {
      settled.outcome = new RunOutcome.Unusable(e.render());
    }
  }

  /// What a name means to a text that is evaluated while the program is idle, without asking the
  /// program: the value of a binding or of a property of the global object; null if there is none.
  public @Nullable Object look(String name) {
    ModuleEnvironmentRecord module = file == null ? null : host.environmentOf(file);
    for (int slot = 0; module != null && slot < module.partCount(); slot++) {
      if (module.partName(slot).equals(name)) {
        Object value = module.peek(slot);
        return value instanceof ModuleEnvironmentRecord.ImportBinding view ? view.value() : value;
      }
    }
    if (!(host.machine().realm().globalEnvironment() instanceof GlobalEnvironmentRecord global)) {
      return null;
    }
    GlobalBinding binding = global.lexicalBinding(name);
    return binding == null
        ? new PropertyReader(host.machine()).get(global.globalObject(), name)
        : binding.get();
  }

  /// Lets virtual time pass while the program is idle: timers that become due fire.
  public RunOutcome await(double millis) {
    VirtualClock clock = host.machine().eventLoop().clock();
    double end = clock.elapsedMillis() + millis;
    RunOutcome outcome = host.goOn(() -> {}, millis);
    if (clock.elapsedMillis() < end) {
      clock.advanceTo(end);
    }
    return outcome;
  }

  private RunOutcome failed(ThrowCompletion e) {
    return new RunOutcome.Failed("Uncaught " + host.inspected(e.value()));
  }

  private Object value(SourceText source) {
    ModuleEnvironmentRecord module = file == null ? null : host.environmentOf(file);
    if (module != null) {
      List<Statement> body = host.machine().parser().parseScript(source).body();
      if (body.stream().noneMatch(Evaluator::isDeclaration)) {
        return host.machine().evaluation().evaluateIn(module, source);
      }
    }
    return host.machine().evaluation().runScript(source);
  }

  private static boolean isDeclaration(Statement statement) {
    return statement instanceof Statement.VariableDeclaration
        || statement instanceof Statement.FunctionDeclaration
        || statement instanceof Statement.ClassDeclaration;
  }

  /// Evaluates a text where the program stands still, in the scope of the running activation. Jobs
  /// wait until the program goes on.
  ///
  /// @param frame the running activation; null between two jobs, then the scope is the global one
  /// @param shown takes the value as `console.log` would show it
  public RunOutcome evaluateAt(@Nullable Frame frame, String text, Consumer<String> shown) {
    SourceText source = source(text);
    return caught(() -> {
      Evaluation evaluation = host.machine().evaluation();
      Object value =
          frame == null ? evaluation.runScript(source) : evaluation.evaluateAt(frame, source);
      shown.accept(host.inspected(value));
      return new RunOutcome.Completed();
    });
  }

  private RunOutcome caught(Supplier<RunOutcome> work) {
    try {
      return work.get();
    } catch (ThrowCompletion e) {
      return failed(e);
    } catch (SyntaxErrorException e) {
      return new RunOutcome.Unusable(e.render());
    } catch (HeapLimitException e) {
      return new RunOutcome.HeapFull(String.valueOf(e.getMessage()));
    } catch (InterruptedRunException _) {
      return new RunOutcome.Interrupted();
    }
  }

  /// Braces at the beginning of a text that is an expression if it is put into parentheses are
  /// those of an object literal.
  private SourceText source(String text) {
    String name = TYPED + ++texts;
    if (text.stripLeading().startsWith("{")) {
      SourceText literal = new SourceText(name, "(" + text + ")");
      try {
        host.machine().parser().parseScript(literal);
        return literal;
      } catch (SyntaxErrorException _) {
        // It is a block.
      }
    }
    return new SourceText(name, text);
  }
}
