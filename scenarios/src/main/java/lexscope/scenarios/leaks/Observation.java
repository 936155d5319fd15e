package lexscope.scenarios.leaks;

import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.SnapshotGraph;
import org.jspecify.annotations.Nullable;

/// What a run showed.
///
/// @param rounds a census after each round, none for a subject
/// @param end what is alive at the end
/// @param leanest the same under `used`, or null if the heap does not tell
/// @param collections how many collections allocation caused in the rounds
/// @param allocatedBytes how much was allocated in the rounds
/// @param names what names mean something in the program, or null of a snapshot file: its classes
///   may all be dead
record Observation(
    List<Census> rounds,
    DominatorTree end,
    @Nullable SnapshotGraph leanest,
    int collections,
    long allocatedBytes,
    @Nullable ProgramNames names) {
  Observation {
    rounds = List.copyOf(rounds);
  }
}
