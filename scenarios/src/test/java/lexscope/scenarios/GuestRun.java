package lexscope.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import lexscope.gc.Cell;
import lexscope.gc.Heap;
import lexscope.gc.HeapVerifier;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.intrinsics.WeakRefObject;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.source.SourceText;
import lexscope.js.value.JsArray;
import lexscope.js.vm.Machine;

/// A program that was run in a heap of its own, which stays as it is when the program is idle and
/// collected.
final class GuestRun {
  private static final String PRELUDE = "prelude/tracking.js";

  /// Notes every tracked value once more, where a test can find it.
  private static final String REFERENCES =
      """
      globalThis.references = [];
      {
        const inner = globalThis.track;
        globalThis.track = function track(name, value) {
          references.push(new WeakRef(value));
          return inner(name, value);
        };
      }
      """;

  /// How a program is run.
  ///
  /// @param verifyEvery after so many collections the heap is verified; 0 for no stress
  /// @param everyRecord whether to make records that could be left out
  /// @param compileAfter after how many calls code is compiled for the JVM
  /// @param watcher looks at the heap whenever it was verified, and at the end
  record Settings(
      CapturePolicy policy,
      int verifyEvery,
      boolean everyRecord,
      int compileAfter,
      Consumer<Heap> watcher) {
    static Settings under(CapturePolicy policy) {
      return new Settings(policy, 0, false, Integer.MAX_VALUE, _ -> {});
    }

    Settings stressed(int every) {
      return new Settings(policy, every, everyRecord, compileAfter, watcher);
    }

    Settings withEveryRecord() {
      return new Settings(policy, verifyEvery, true, compileAfter, watcher);
    }

    Settings compiledAfter(int calls) {
      return new Settings(policy, verifyEvery, everyRecord, calls, watcher);
    }

    Settings watched(int every, Consumer<Heap> newWatcher) {
      return new Settings(policy, every, everyRecord, compileAfter, newWatcher);
    }
  }

  private final Host host;
  private final List<String> output = new ArrayList<>();
  private String failure = "";

  private GuestRun(Path file, Settings settings) {
    host = Host.create(HostOptions.defaults(new Lines(output)).withPolicy(settings.policy()));
    Machine machine = host.machine();
    machine.compileAfter(settings.compileAfter());
    if (settings.everyRecord()) {
      machine.keepEveryRecord();
    }
    var verifier = new HeapVerifier(machine.heap(), CapturePolicy.UNION);
    if (settings.verifyEvery() > 0) {
      int[] collections = {0};
      machine.heap().setStress(true);
      machine
          .heap()
          .setVerifier(() -> {
            if (collections[0]++ % settings.verifyEvery() == 0) {
              verifier.verify();
              settings.watcher().accept(machine.heap());
            }
          });
    }
    run(host.run(prelude()));
    run(host.run(new SourceText("references", REFERENCES)));
    run(host.run(file));
    machine.heap().collect("end");
    verifier.verify();
    settings.watcher().accept(machine.heap());
  }

  /// Runs a program on a thread with a deep stack and asks about it there.
  static <T> T of(Path file, Settings settings, Function<GuestRun, T> question) {
    return Host.onGuestThread(() -> question.apply(new GuestRun(file, settings)));
  }

  private void run(RunOutcome outcome) {
    if (!(outcome instanceof RunOutcome.Completed)) {
      failure = outcome.toString();
    }
  }

  Machine machine() {
    return host.machine();
  }

  /// What it printed.
  List<String> output() {
    return output;
  }

  /// The uncaught error; empty if there was none.
  String failure() {
    return failure;
  }

  /// The tracked values that are alive, by name.
  Map<String, Cell> alive() {
    Map<String, Cell> found = new LinkedHashMap<>();
    String names = evaluate("trackedNames()").toString();
    var references = (JsArray) evaluate("references");
    if (!names.isEmpty()) {
      String[] each = names.split(" ");
      for (int i = 0; i < each.length; i++) {
        var reference = (WeakRefObject) references.getIndex(machine(), i, references);
        if (reference.target() instanceof Cell cell) {
          found.put(each[i], cell);
        }
      }
    }
    return found;
  }

  private Object evaluate(String expression) {
    return machine().evaluation().runScript(new SourceText("question", expression));
  }

  private static SourceText prelude() {
    try (InputStream in =
        Objects.requireNonNull(ScenarioRunner.class.getResourceAsStream(PRELUDE))) {
      return new SourceText(PRELUDE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where a console writes lines that are kept.
  static ConsoleSink linesTo(List<String> lines) {
    return new Lines(lines);
  }

  private record Lines(List<String> lines) implements ConsoleSink {
    @Override
    public void out(String text) {
      lines.addAll(text.lines().toList());
    }

    @Override
    public void err(String text) {
      lines.addAll(text.lines().toList());
    }
  }
}
