package lexscope.shell.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.policy.CapturePolicy;

/// A program that was run and recorded, with questions to its trace.
final class Recorded {
  private final Trace trace;
  private final RunOutcome outcome;

  private Recorded(Trace trace, RunOutcome outcome) {
    this.trace = trace;
    this.outcome = outcome;
  }

  static Recorded of(Path folder, String name, String program, CapturePolicy policy, int steps)
      throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, program);
    return Host.onGuestThread(() -> {
      StepRecorder recorder = new StepRecorder(policy, steps, ConsoleSink.silent(), _ -> {});
      Host host =
          Host.create(HostOptions.defaults(recorder.console()).withProgram(file.toString()));
      recorder.observe(host);
      RunOutcome outcome = host.run(file);
      return new Recorded(recorder.finish(file.toString(), outcome), outcome);
    });
  }

  static Recorded of(Path folder, String program) throws IOException {
    return of(folder, "app.js", program, CapturePolicy.WHOLE, StepRecorder.DEFAULT_STEPS);
  }

  static Recorded of(Path folder, String program, CapturePolicy policy) throws IOException {
    return of(folder, "app.js", program, policy, StepRecorder.DEFAULT_STEPS);
  }

  Trace trace() {
    return trace;
  }

  RunOutcome outcome() {
    return outcome;
  }

  Step step(int number) {
    return trace.steps().get(number - 1);
  }

  Step last() {
    return trace.steps().getLast();
  }

  /// The lines of the places of all steps, the last one's 0 if it has none.
  List<Integer> lines() {
    return trace.steps().stream()
        .map(step -> step.place() == null ? 0 : step.place().line())
        .toList();
  }

  /// The names of the contexts of a step, the running one first.
  List<String> stack(int number) {
    return step(number).contexts().stream().map(Context::name).toList();
  }

  /// The first box at a step with a title, such as `ER2` or `inc`.
  static Box box(Step step, String title) {
    return step.boxes().values().stream()
        .filter(box -> box.title().equals(title))
        .findFirst()
        .orElseThrow(() ->
            new NoSuchElementException(
                title + " at step " + step.number() + "; there are " + titles(step)));
  }

  /// The titles of all boxes at a step.
  static List<String> titles(Step step) {
    return step.boxes().values().stream().map(Box::title).toList();
  }

  /// The value of a row of a box at a step.
  String value(int number, String title, String row) {
    return row(box(step(number), title).rows(), row).value();
  }

  static Row row(List<Row> rows, String name) {
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(name + " in " + rows));
  }

  /// The number of the step at which a box of a title and type is seen to be gone; 0 if none is.
  int death(String title, String type) {
    Optional<String> key =
        trace.steps().stream()
            .flatMap(step -> step.boxes().values().stream())
            .filter(box -> box.title().equals(title) && box.type().startsWith(type))
            .map(Box::key)
            .findFirst();
    return trace.steps().stream()
        .filter(step -> step.gone().contains(key.orElseThrow()))
        .map(Step::number)
        .findFirst()
        .orElse(0);
  }

  /// All that was printed, line by line.
  String printed() {
    return trace.steps().stream()
        .flatMap(step -> step.printed().stream())
        .map(Output::text)
        .collect(Collectors.joining("\n"));
  }

  /// The path that keeps a box alive at a step, from the root: edges and keys.
  static List<Hold> path(Step step, String key) {
    java.util.LinkedList<Hold> path = new java.util.LinkedList<>();
    for (String at = key; !at.isEmpty(); at = path.getFirst().from()) {
      path.addFirst(step.holds().get(at));
    }
    return path;
  }
}
