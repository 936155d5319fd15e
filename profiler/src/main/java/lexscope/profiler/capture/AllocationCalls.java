package lexscope.profiler.capture;

import lexscope.gc.SourcePlace;
import org.jspecify.annotations.Nullable;

/// The calls in which the cells of a heap were made, for which the numbers of their sites stand: a
/// tree whose root has the number 1, and in which a call has a larger number than its caller.
public interface AllocationCalls {
  /// The number of the root.
  int ROOT = 1;

  /// A call.
  ///
  /// @param function the name of the function that was called
  /// @param start where the function begins; null if that is not in a source
  /// @param place where the call stood; null if that is not in a source
  /// @param waiting whether it is an async function that waited for what ran
  record Call(
      String function, @Nullable SourcePlace start, @Nullable SourcePlace place, boolean waiting) {}

  /// The largest number.
  int last();

  /// The number of a call's caller, or the root.
  int caller(int number);

  /// What a call is; not asked of the root.
  Call call(int number);

  /// How many cells a call itself made.
  long count(int number);

  /// How large they were, and by how much the call made others larger.
  long bytes(int number);
}
