package lexscope.profiler.events;

import java.util.List;
import java.util.function.Supplier;
import jdk.jfr.Event;
import jdk.jfr.Recording;
import lexscope.profiler.compare.BindingFinding;
import lexscope.profiler.compare.PolicyComparison;
import lexscope.profiler.compare.PolicyGap;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.RetentionPath;
import lexscope.profiler.why.WhyAnswer;

/// Tells Flight Recorder of snapshots and answers. Without a recording each call costs about a
/// nanosecond; texts are made only if the event is wanted.
public final class ProfilerEvents {
  private static final int LONGEST_PATH = 4000;

  private static final List<Class<? extends Event>> TYPES =
      List.of(
          CollectionEvent.class,
          CollectionPhaseEvent.class,
          HeapStatisticsEvent.class,
          RecordAllocatedEvent.class,
          RecordSurvivedEvent.class,
          RecordSweptEvent.class,
          SnapshotEvent.class,
          WhyAliveEvent.class,
          PolicyComparisonEvent.class,
          ScenarioEvent.class);

  private ProfilerEvents() {}

  /// Has a recording take all events of this package, from the shortest on.
  public static void enableIn(Recording recording) {
    for (Class<? extends Event> type : TYPES) {
      recording.enable(type).withoutThreshold();
    }
  }

  /// Takes a snapshot and tells of it, with the time that it took.
  public static SnapshotGraph snapshot(Supplier<SnapshotGraph> capture) {
    SnapshotEvent event = new SnapshotEvent();
    event.begin();
    SnapshotGraph graph = capture.get();
    event.end();
    if (event.shouldCommit()) {
      event.source = graph.info().source();
      event.snapshot = graph.info().snapshot();
      event.policy = graph.info().policy();
      event.nodes = graph.nodeCount();
      event.edges = graph.edgeCount();
      event.bytes = graph.totalBytes();
      event.commit();
    }
    return graph;
  }

  /// Tells of an answer about the graph of `tree`.
  public static void answered(DominatorTree tree, WhyAnswer answer) {
    WhyAliveEvent event = new WhyAliveEvent();
    if (!event.shouldCommit()) {
      return;
    }
    event.target = answer.query().text();
    event.policy = tree.graph().info().policy();
    event.rule = tree.rule().label();
    if (answer instanceof WhyAnswer.Alive alive) {
      RetentionPath.Step.Root root = alive.path().root();
      String path = alive.path().text();
      event.alive = true;
      event.root = root.place().isEmpty() ? root.kind() : root.kind() + " " + root.place();
      event.path = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path;
      event.length = alive.path().length();
      event.retainedBytes = alive.target().retainedBytes();
    }
    event.commit();
  }

  /// Tells of a comparison of policies: one event for each pair.
  public static void compared(GraphInfo info, PolicyComparison comparison) {
    for (PolicyGap gap : comparison.gaps()) {
      PolicyComparisonEvent event = new PolicyComparisonEvent();
      if (!event.shouldCommit()) {
        return;
      }
      event.source = info.source();
      event.keeper = gap.keeper();
      event.other = gap.other();
      event.extraNodes = gap.extraNodes();
      event.extraBytes = gap.extraBytes();
      event.bindingBytes = gap.bindingBytes();
      if (!gap.bindings().isEmpty()) {
        BindingFinding worst = gap.bindings().getFirst();
        event.worstBinding = worst.function() + "." + worst.binding();
      }
      event.commit();
    }
  }

  /// Runs a scenario's check and tells of its verdict, with the time that it took.
  ///
  /// @param verdict runs the scenario and returns the message of its failure, empty if it passed
  /// @return what `verdict` returned
  public static String scenario(String scenario, String policy, Supplier<String> verdict) {
    ScenarioEvent event = new ScenarioEvent();
    event.begin();
    String message = verdict.get();
    event.end();
    if (event.shouldCommit()) {
      event.scenario = scenario;
      event.policy = policy;
      event.passed = message.isEmpty();
      event.message = message;
      event.commit();
    }
    return message;
  }
}
