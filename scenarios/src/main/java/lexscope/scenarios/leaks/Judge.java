package lexscope.scenarios.leaks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.compare.PolicyGap;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.Target;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.report.ByteSize;

/// Holds what a run showed against what its scenario claims.
final class Judge {
  private static final int MOST_ROWS = 6;

  private final LeakScenario scenario;
  private final CapturePolicy policy;
  private final Observation observation;
  private final DominatorTree end;
  private final Evidences evidences;
  private final Path base;

  Judge(LeakScenario scenario, CapturePolicy policy, Observation observation, Path base) {
    this.scenario = scenario;
    this.policy = policy;
    this.observation = observation;
    this.end = observation.end();
    this.base = base;
    this.evidences = new Evidences(observation, base);
  }

  /// What is not as claimed.
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (LeakScenario.Claim claim : scenario.claimsUnder(policy)) {
      judge(claim).ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<Finding> judge(LeakScenario.Claim claim) {
    Optional<Finding> slip = slip(claim);
    return slip.isPresent() ? slip : held(claim);
  }

  /// A claim about a name that means nothing: it would hold whatever the program does.
  private Optional<Finding> slip(LeakScenario.Claim claim) {
    ProgramNames names = observation.names();
    if (names == null) {
      return Optional.empty();
    }
    List<TargetQuery> targets =
        switch (claim.expectation()) {
          case Expectation.Dead(var target) -> List.of(target);
          case Expectation.Retained(var target, _) -> List.of(target);
          case Expectation.RecordsAlive(var function, _) ->
              List.of(new TargetQuery.ByRecord(function));
          case Expectation.NoPath(PathStart.Thing(var from), var to) -> List.of(from, to);
          case Expectation.NoPath(_, var to) -> List.of(to);
          default -> List.of();
        };
    return targets.stream()
        .flatMap(target -> names.unknownIn(target).stream())
        .findFirst()
        .flatMap(name -> finding(claim, "nothing in the program is called " + name, List.of()));
  }

  private Optional<Finding> held(LeakScenario.Claim claim) {
    return switch (claim.expectation()) {
      case Expectation.Growth(var measure, var bound) -> growth(claim, measure, bound);
      case Expectation.RecordsAlive(var function, var bound) -> records(claim, function, bound);
      case Expectation.Alive(var target) ->
          matches(target).isEmpty()
              ? finding(claim, "it is not alive", List.of())
              : Optional.empty();
      case Expectation.Dead(var target) -> dead(claim, target);
      case Expectation.Retained(var target, var bound) -> retained(claim, target, bound);
      case Expectation.Waste(var bound) -> waste(claim, bound);
      case Expectation.NoPath(var from, var to) ->
          evidences
              .pathBetween(from, to)
              .map(found ->
                  new Finding(
                      claim.expectation().text(), claim.line(), "there is one", List.of(), found));
      case Expectation.Collections(var bound) ->
          bound.accepts(observation.collections())
              ? Optional.empty()
              : finding(claim, counted(observation.collections(), "collection"), List.of());
      case Expectation.Allocated(var bound) ->
          bound.accepts(observation.allocatedBytes())
              ? Optional.empty()
              : finding(
                  claim,
                  ByteSize.text(observation.allocatedBytes())
                      + " ("
                      + counted(observation.allocatedBytes(), "byte")
                      + ") allocated",
                  List.of());
      case Expectation.Baseline() -> baseline(claim);
    };
  }

  private Optional<Finding> growth(
      LeakScenario.Claim claim, Expectation.Measure measure, Bound bound) {
    Growth growth = Growth.of(observation.rounds());
    long actual = growth.perRound(measure);
    if (bound.accepts(actual)) {
      return Optional.empty();
    }
    List<Growth.Row> rows = growth.of(measure);
    List<String> details = new ArrayList<>();
    for (Growth.Row row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
      details.add(
          row.sort().text()
              + ": "
              + String.join(" → ", row.counts().stream().map(String::valueOf).toList()));
    }
    if (rows.size() > MOST_ROWS) {
      details.add("… and " + counted(rows.size() - MOST_ROWS, "more sort"));
    }
    String leaked =
        measure == Expectation.Measure.BYTES
            ? ByteSize.text(actual) + " (" + counted(actual, "byte") + ")"
            : counted(actual, measure.word().substring(0, measure.word().length() - 1));
    return Optional.of(
        new Finding(
            claim.expectation().text(),
            claim.line(),
            leaked + " more after each of " + counted(growth.rounds(), "round"),
            shown(details),
            evidences.ofGrowth(rows).orElse(null)));
  }

  private Optional<Finding> records(LeakScenario.Claim claim, String function, Bound bound) {
    SnapshotGraph graph = end.graph();
    Census census = Census.of(end);
    int alive = 0;
    for (var entry : census.counts().entrySet()) {
      if (entry.getKey().measure() == Expectation.Measure.RECORDS
          && entry.getKey().type().name().equals(function)) {
        alive += entry.getValue().nodes();
      }
    }
    if (bound.accepts(alive)) {
      return Optional.empty();
    }
    int largest = -1;
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (end.isAlive(node)
          && Census.isOfRecord(graph, node)
          && Census.functionOf(graph, node).equals(function)
          && (largest < 0
              || end.retainedSizes().bytes(node) > end.retainedSizes().bytes(largest))) {
        largest = node;
      }
    }
    return Optional.of(
        new Finding(
            claim.expectation().text(),
            claim.line(),
            counted(alive, "record") + " of " + function + " alive",
            List.of(),
            largest < 0 ? null : evidences.ofNode(largest).orElse(null)));
  }

  private Optional<Finding> dead(LeakScenario.Claim claim, TargetQuery target) {
    List<Target> alive = matches(target);
    return alive.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                claim.expectation().text(),
                claim.line(),
                alive.size() == 1 ? "it is alive" : alive.size() + " are alive",
                List.of(),
                evidences.of(target, alive).orElse(null)));
  }

  private Optional<Finding> retained(LeakScenario.Claim claim, TargetQuery target, Bound bound) {
    List<Target> alive = matches(target);
    long bytes = alive.isEmpty() ? 0 : alive.getFirst().retainedBytes();
    return bound.accepts(bytes)
        ? Optional.empty()
        : Optional.of(
            new Finding(
                claim.expectation().text(),
                claim.line(),
                "it retains " + ByteSize.text(bytes) + " (" + counted(bytes, "byte") + ")",
                List.of(),
                evidences.of(target, alive).orElse(null)));
  }

  private Optional<Finding> waste(LeakScenario.Claim claim, Bound bound) {
    Optional<PolicyGap> gap = evidences.gap();
    long bytes = gap.map(PolicyGap::bindingBytes).orElse(0L);
    if (bound.accepts(bytes)) {
      return Optional.empty();
    }
    List<String> details =
        gap.stream()
            .flatMap(each -> each.bindings().stream())
            .limit(MOST_ROWS)
            .map(each ->
                ByteSize.text(each.bytes())
                    + "  binding "
                    + each.binding()
                    + " of "
                    + each.function()
                    + (each.location() == null ? "" : " (" + each.location() + ")"))
            .toList();
    return Optional.of(
        new Finding(
            claim.expectation().text(),
            claim.line(),
            policy.ruleName()
                + " keeps "
                + ByteSize.text(bytes)
                + " ("
                + counted(bytes, "byte")
                + ") in bindings that used lets go",
            shown(details),
            gap.flatMap(each -> each.bindings().stream().findFirst())
                .flatMap(first -> evidences.ofId(first.value().id()))
                .orElse(null)));
  }

  private Optional<Finding> baseline(LeakScenario.Claim claim) {
    List<String> differences =
        new BaselineFile(scenario.file())
            .differences(policy, BaselineFile.lines(Census.of(end), base));
    return differences.isEmpty()
        ? Optional.empty()
        : finding(
            claim, counted(differences.size(), "line") + " of the baseline differ", differences);
  }

  private List<Target> matches(TargetQuery target) {
    return LivingTargets.of(end, target);
  }

  private List<String> shown(List<String> lines) {
    return lines.stream().map(line -> Evidences.relative(base, line)).toList();
  }

  private static Optional<Finding> finding(
      LeakScenario.Claim claim, String message, List<String> details) {
    return Optional.of(
        new Finding(claim.expectation().text(), claim.line(), message, details, null));
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
