package lexscope.shell.steps;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lexscope.gc.SourcePlace;
import org.jspecify.annotations.Nullable;

/// The program as it stands before a statement, or when it has ended.
///
/// @param number counted from 1
/// @param moment why it stands
/// @param place the statement, or where it failed; null when it is idle
/// @param contexts the execution context stack, the running one first, then suspended contexts
/// @param boxes what is alive, by key: records, then functions, then objects, each in order of age
/// @param holds why each box and context is alive
/// @param left how many living records, functions and objects are not among the boxes
/// @param gone what was alive at the step before, and is no more; the boxes of that step show it
/// @param printed what was printed since the step before
/// @param queues what waits
/// @param millis the virtual time
public record Step(
    int number,
    Moment moment,
    @Nullable SourcePlace place,
    List<Context> contexts,
    Map<String, Box> boxes,
    Map<String, Hold> holds,
    Map<Box.Kind, Integer> left,
    Set<String> gone,
    List<Output> printed,
    Queues queues,
    double millis) {
  /// Why the program stands.
  public enum Moment {
    /// A statement begins.
    STATEMENT,
    /// An error was not caught.
    FAILED,
    /// Nothing is left to run.
    ENDED
  }
}
