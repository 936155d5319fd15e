package lexscope.js.host;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lexscope.gc.HeapLimitException;
import lexscope.js.environment.ModuleEnvironmentRecord;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.syntax.Statement;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.vm.Evaluation;
import lexscope.js.vm.Frame;
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
