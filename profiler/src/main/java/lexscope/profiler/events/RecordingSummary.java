package lexscope.profiler.events;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/// What a recording of Flight Recorder tells of the guest heap.
///
/// Collections, answers and verdicts are all there; Environment Records are sampled, so that counts
/// of them are counts of samples.
///
/// @param collections in their order
/// @param records by kind, function and place, those with most samples alive at the end first
/// @param answers why something is alive, those that retain most first
/// @param snapshots in their order
/// @param comparisons of policies, in their order
/// @param verdicts on scenarios, in their order
public record RecordingSummary(
    List<Collection> collections,
    List<Records> records,
    List<Answer> answers,
    List<Snapshot> snapshots,
    List<Comparison> comparisons,
    List<Verdict> verdicts) {
  /// A collection.
  ///
  /// @param nanosFromStart from the first event of the recording to its beginning
  /// @param pauseNanos how long it took
  /// @param markNanos how much of that was marking
  /// @param sweepNanos how much of that was sweeping
  public record Collection(
      long number,
      String cause,
      String policy,
      long nanosFromStart,
      long pauseNanos,
      long markNanos,
      long sweepNanos,
      long cellsBefore,
      long cellsAfter,
      long bytesBefore,
      long bytesAfter) {}

  /// The sampled records of one scope.
  ///
  /// @param made samples of those made
  /// @param swept samples of those swept
  /// @param aliveFirst samples of those alive after the first collection with samples of it
  /// @param aliveLast samples of those alive after the last collection that was sampled at all
  /// @param oldest collections that the oldest sample survived
  public record Records(
      String kind,
      String function,
      String place,
      int made,
      int swept,
      int aliveFirst,
      int aliveLast,
      int oldest) {}

  /// An answer to why something is alive.
  public record Answer(
      String target, boolean alive, String root, int length, long retainedBytes, String policy) {}

  /// A snapshot that was taken.
  ///
  /// @param nanos how long that took
  public record Snapshot(
      String program, String name, String policy, long nodes, long edges, long bytes, long nanos) {}

  /// What one policy keeps and another does not.
  public record Comparison(
      String program, String keeper, String other, long nodes, long bytes, String worstBinding) {}

  /// The verdict on a scenario.
  ///
  /// @param nanos how long it ran
  public record Verdict(
      String scenario, String policy, boolean passed, String message, long nanos) {}

  /// Keeps copies of the lists.
  public RecordingSummary {
    collections = List.copyOf(collections);
    records = List.copyOf(records);
    answers = List.copyOf(answers);
    snapshots = List.copyOf(snapshots);
    comparisons = List.copyOf(comparisons);
    verdicts = List.copyOf(verdicts);
  }

  /// Reads a recording. Cost: linear in its events; memory for the collections and answers.
  ///
  /// @throws IOException if the file cannot be read or is no recording
  public static RecordingSummary read(Path file) throws IOException {
    Reader reader = new Reader();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        reader.take(recording.readEvent());
      }
    }
    return reader.summary();
  }

  /// Whether there is nothing of the guest heap in the recording.
  public boolean isEmpty() {
    return collections.isEmpty()
        && records.isEmpty()
        && answers.isEmpty()
        && snapshots.isEmpty()
        && comparisons.isEmpty()
        && verdicts.isEmpty();
  }

  /// How long all collections took together.
  public long pausedNanos() {
    return collections.stream().mapToLong(Collection::pauseNanos).sum();
  }

  /// From the first event of the recording to the end of the last collection.
  public long spanNanos() {
    return collections.stream()
        .mapToLong(each -> each.nanosFromStart() + each.pauseNanos())
        .max()
        .orElse(0);
  }

  /// The pause that so many of all pauses are not longer than; 0 without collections.
  ///
  /// @param share from 0 to 1
  public long pauseNanos(double share) {
    long[] pauses = collections.stream().mapToLong(Collection::pauseNanos).sorted().toArray();
    return pauses.length == 0 ? 0 : pauses[Math.max(0, (int) Math.ceil(share * pauses.length) - 1)];
  }

  private record Scope(String kind, String function, String place) {}

  /// Samples of the records of one scope, by collection.
  private static final class Samples {
    int made;
    int swept;
    int oldest;
    final Map<Long, Integer> alive = new LinkedHashMap<>();
  }

  private static final class Reader {
    private final List<RecordedEvent> collections = new ArrayList<>();
    private final Map<Long, Map<String, Duration>> phases = new LinkedHashMap<>();
    private final Map<Scope, Samples> scopes = new LinkedHashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private @Nullable Instant start;
    private long lastSampled;

    void take(RecordedEvent event) {
      String name = event.getEventType().getName();
      if (!name.startsWith("lexscope.")) {
        return;
      }
      Instant begin = event.getStartTime();
      if (start == null || begin.isBefore(start)) {
        start = begin;
      }
      switch (name) {
        case "lexscope.Collection" -> collections.add(event);
        case "lexscope.CollectionPhase" ->
            phases
                .computeIfAbsent(event.getLong("collection"), _ -> new LinkedHashMap<>())
                .put(event.getString("phase"), event.getDuration());
        case "lexscope.RecordAllocated" -> samples(event).made++;
        case "lexscope.RecordSwept" -> {
          Samples samples = samples(event);
          samples.swept++;
          samples.oldest = Math.max(samples.oldest, event.getInt("age"));
        }
        case "lexscope.RecordSurvived" -> {
          Samples samples = samples(event);
          samples.alive.merge(event.getLong("collection"), 1, Integer::sum);
          samples.oldest = Math.max(samples.oldest, event.getInt("age"));
          lastSampled = Math.max(lastSampled, event.getLong("collection"));
        }
        case "lexscope.WhyAlive" ->
            answers.add(
                new Answer(
                    event.getString("target"),
                    event.getBoolean("alive"),
                    event.getString("root"),
                    event.getInt("length"),
                    event.getLong("retainedBytes"),
                    event.getString("policy")));
        case "lexscope.Snapshot" ->
            snapshots.add(
                new Snapshot(
                    event.getString("source"),
                    event.getString("snapshot"),
                    event.getString("policy"),
                    event.getInt("nodes"),
                    event.getInt("edges"),
                    event.getLong("bytes"),
                    event.getDuration().toNanos()));
        case "lexscope.PolicyComparison" ->
            comparisons.add(
                new Comparison(
                    event.getString("source"),
                    event.getString("keeper"),
                    event.getString("other"),
                    event.getInt("extraNodes"),
                    event.getLong("extraBytes"),
                    event.getString("worstBinding")));
        case "lexscope.Scenario" ->
            verdicts.add(
                new Verdict(
                    event.getString("scenario"),
                    event.getString("policy"),
                    event.getBoolean("passed"),
                    event.getString("message"),
                    event.getDuration().toNanos()));
        default -> {}
      }
    }

    private Samples samples(RecordedEvent event) {
      Scope scope =
          new Scope(event.getString("kind"), event.getString("function"), event.getString("place"));
      return scopes.computeIfAbsent(scope, _ -> new Samples());
    }

    RecordingSummary summary() {
      collections.sort(Comparator.comparing(RecordedEvent::getStartTime));
      List<Records> records = new ArrayList<>();
      scopes.forEach((scope, samples) -> records.add(records(scope, samples)));
      records.sort(
          Comparator.comparingInt(Records::aliveLast)
              .thenComparingInt(Records::made)
              .reversed()
              .thenComparing(Records::place));
      answers.sort(Comparator.comparingLong(Answer::retainedBytes).reversed());
      return new RecordingSummary(
          collections.stream().map(this::collection).toList(),
          records,
          answers,
          snapshots,
          comparisons,
          verdicts);
    }

    private Records records(Scope scope, Samples samples) {
      return new Records(
          scope.kind,
          scope.function,
          scope.place,
          samples.made,
          samples.swept,
          samples.alive.values().stream().findFirst().orElse(0),
          samples.alive.getOrDefault(lastSampled, 0),
          samples.oldest);
    }

    private Collection collection(RecordedEvent event) {
      long number = event.getLong("collection");
      Map<String, Duration> own = phases.getOrDefault(number, Map.of());
      Instant first = start == null ? event.getStartTime() : start;
      return new Collection(
          number,
          event.getString("cause"),
          event.getString("policy"),
          Duration.between(first, event.getStartTime()).toNanos(),
          event.getDuration().toNanos(),
          own.getOrDefault("mark", Duration.ZERO).toNanos(),
          own.getOrDefault("sweep", Duration.ZERO).toNanos(),
          event.getLong("cellsBefore"),
          event.getLong("cellsAfter"),
          event.getLong("bytesBefore"),
          event.getLong("bytesAfter"));
    }
  }
}
