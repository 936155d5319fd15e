package lexscope.shell.session;

import lexscope.gc.SourcePlace;
import lexscope.js.vm.Frame;
import org.jspecify.annotations.Nullable;

/// Where a program stands still in the middle of its run.
///
/// @param frame the running activation; null between two jobs
/// @param place where it is; null between two jobs
/// @param reason why it stands, in a few words; empty after a step
record Standing(@Nullable Frame frame, @Nullable SourcePlace place, String reason) {
  /// A place as the shell names it, without the column.
  String line() {
    return place == null ? "between jobs" : place.file() + ":" + place.line();
  }
}
