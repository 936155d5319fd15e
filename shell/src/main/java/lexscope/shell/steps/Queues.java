package lexscope.shell.steps;

import java.util.List;

/// What waits for its turn, each list in the order in which it will run.
///
/// @param ticks the calls of `process.nextTick`, which run first
/// @param jobs promise jobs and microtasks
/// @param calls timers and immediates
public record Queues(List<Waiting> ticks, List<Waiting> jobs, List<Waiting> calls) {
  /// Nothing waits.
  static final Queues EMPTY = new Queues(List.of(), List.of(), List.of());
}
