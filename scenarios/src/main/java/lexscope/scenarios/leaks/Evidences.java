package lexscope.scenarios.leaks;

import com.carrotsearch.hppc.LongHashSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lexscope.profiler.compare.BindingFinding;
import lexscope.profiler.compare.Capturer;
import lexscope.profiler.compare.PolicyComparison;
import lexscope.profiler.compare.PolicyGap;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;
import lexscope.profiler.paths.MinimalCut;
import lexscope.profiler.paths.RetentionPath.Step;
import lexscope.profiler.paths.Target;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.report.TextReport;
import lexscope.profiler.why.WhyAnswer;
import org.jspecify.annotations.Nullable;

/// Finds why the worst offender of a finding is alive.
final class Evidences {
  private static final int LONGEST_LINE = 160;

  private final Observation observation;
  private final DominatorTree end;
  private final Path base;
  private @Nullable PolicyGap knownGap;

  Evidences(Observation observation, Path base) {
    this.observation = observation;
    this.end = observation.end();
    this.base = base;
  }

  /// A text in which paths below a folder are relative to it, so that it is the same on every
  /// machine.
  static String relative(Path base, String text) {
    String folder = base.toString();
    return folder.length() < 2
        ? text
        : text.replace(folder + base.getFileSystem().getSeparator(), "");
  }

  /// The evidence about the sort of things that leaks most: of those that came in the counted
  /// rounds the one that retains most.
  Optional<Finding.Evidence> ofGrowth(List<Growth.Row> rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Census.Sort sort = rows.getFirst().sort();
    LongHashSet before = observation.rounds().get(Growth.WARM_UP - 1).ids();
    SnapshotGraph graph = end.graph();
    int worst = -1;
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (end.isAlive(node)
          && graph.kind(node) != NodeKind.SYNTHETIC
          && !before.contains(graph.id(node))
          && (worst < 0 || end.retainedSizes().bytes(node) > end.retainedSizes().bytes(worst))
          && sort.equals(Census.sort(graph, node))) {
        worst = node;
      }
    }
    return worst < 0 ? Optional.empty() : ofNode(worst);
  }

  /// The evidence about a node.
  Optional<Finding.Evidence> ofNode(int node) {
    return ofId(end.graph().id(node));
  }

  /// The evidence about the node of an id.
  Optional<Finding.Evidence> ofId(long id) {
    return of(new TargetQuery.ById(id));
  }

  /// The evidence about the largest of what a target means.
  Optional<Finding.Evidence> of(TargetQuery target, List<Target> alive) {
    // The end of a path to a binding is the edge of its name, which only the target itself knows.
    return alive.isEmpty() || target instanceof TargetQuery.ByBinding
        ? of(target)
        : ofNode(alive.getFirst().node());
  }

  private Optional<Finding.Evidence> of(TargetQuery target) {
    return WhyAnswer.of(end, target) instanceof WhyAnswer.Alive alive
        ? Optional.of(evidence(alive))
        : Optional.empty();
  }

  /// What the policy keeps more than `used`, or nothing if that is not known.
  Optional<PolicyGap> gap() {
    SnapshotGraph leanest = observation.leanest();
    if (knownGap == null && leanest != null) {
      knownGap =
          PolicyComparison.of(List.of(end.graph(), leanest), 1).gaps().stream()
              .findFirst()
              .orElse(null);
    }
    return Optional.ofNullable(knownGap);
  }

  /// The evidence of a path from one thing to another, or nothing if there is none.
  Optional<Finding.Evidence> pathBetween(PathStart from, TargetQuery to) {
    return PathSearch.between(end, from.nodes(end), to)
        .map(path -> {
          NodeDescription offender = path.target();
          return new Finding.Evidence(
              shown(offender.textWithId()),
              end.retainedSizes().bytes(offender.node()),
              path.lines().stream().map(this::shown).toList(),
              "",
              List.of(),
              offender.location(),
              excerpt(offender.location()),
              List.of());
        });
  }

  private Finding.Evidence evidence(WhyAnswer.Alive alive) {
    List<Step> steps = alive.path().steps();
    String binding = "";
    List<String> culprits = List.of();
    for (int i = steps.size() - 1; i > 0 && binding.isEmpty(); i--) {
      if (steps.get(i) instanceof Step.Edge(var edge)
          && edge.kind() == EdgeKind.CONTEXT
          && steps.get(i - 1) instanceof Step.Node(NodeDescription record)
          && record.detail() != NodeDetail.BINDING) {
        String note = alive.notes().get(i);
        binding = edge.text() + " of " + record.text() + (note.isEmpty() ? "" : " (" + note + ")");
        culprits = culprits(edge.label(), record.name());
      } else if (steps.get(i) instanceof Step.Node(NodeDescription node)
          && node.detail() == NodeDetail.BINDING) {
        binding = node.text();
      }
    }
    return new Finding.Evidence(
        shown(alive.node().textWithId()),
        alive.target().retainedBytes(),
        TextReport.path(alive, this::shown),
        shown(binding),
        culprits,
        shown(place(alive)),
        excerpt(place(alive)),
        alive.cut().map(this::repair).orElse(List.of()));
  }

  /// Where the offender was made, or else the last thing on the path to it of which that is known.
  private static @Nullable SourceLocation place(WhyAnswer.Alive alive) {
    SourceLocation place = null;
    for (Step step : alive.path().steps()) {
      if (step instanceof Step.Node(NodeDescription node) && node.location() != null) {
        place = node.location();
      }
    }
    return place;
  }

  private @Nullable SourceLocation shown(@Nullable SourceLocation place) {
    return place == null
        ? null
        : new SourceLocation(shown(place.script()), place.line(), place.column());
  }

  private List<String> culprits(String binding, String function) {
    return gap().stream()
        .flatMap(gap -> gap.bindings().stream())
        .filter(each -> each.binding().equals(binding) && each.function().equals(function))
        .findFirst()
        .map(BindingFinding::capturers)
        .orElse(List.of())
        .stream()
        .map(this::text)
        .toList();
  }

  private String text(Capturer capturer) {
    String name = capturer.function().isEmpty() ? "(anonymous)" : capturer.function();
    String place = capturer.location() == null ? "" : " (" + capturer.location() + ")";
    String life =
        capturer.living() == 0
            ? ", no closure of it is alive"
            : ", " + capturer.living() + " alive";
    return shown(name + place + life);
  }

  private List<String> repair(MinimalCut cut) {
    List<String> lines = new ArrayList<>();
    for (MinimalCut.CutEdge edge : cut.edges()) {
      String label = edge.edge().label();
      lines.add(
          shown(
              edge.source().kind() == NodeKind.SYNTHETIC
                  ? "root " + edge.source().text() + (label.isEmpty() ? "" : " " + label)
                  : edge.source().detail() == NodeDetail.BINDING
                      ? edge.source().text()
                      : edge.edge().text() + " of " + edge.source().textWithId()));
    }
    return lines;
  }

  private List<String> excerpt(@Nullable SourceLocation place) {
    if (place == null) {
      return List.of();
    }
    try {
      List<String> lines = Files.readAllLines(Path.of(place.script()), StandardCharsets.UTF_8);
      if (place.line() > lines.size()) {
        return List.of();
      }
      String line = lines.get(place.line() - 1);
      if (line.length() > LONGEST_LINE) {
        return List.of();
      }
      String head = place.line() + " | ";
      String before = line.substring(0, Math.min(line.length(), place.column() - 1));
      return List.of(
          head + line,
          " ".repeat(head.length() - 2) + "| " + before.replaceAll("[^\t]", " ") + "^");
    } catch (IOException | InvalidPathException _) {
      return List.of();
    }
  }

  private String shown(String text) {
    return relative(base, text);
  }
}
