package lexscope.profiler.events;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// A snapshot that was taken.
@Name("lexscope.Snapshot")
@Label("Heap Snapshot")
@Category({"Lexscope", "Answers"})
@StackTrace(false)
final class SnapshotEvent extends Event {
  @Label("Program")
  String source = "";

  @Label("Snapshot")
  String snapshot = "";

  @Label("Policy")
  String policy = "";

  @Label("Nodes")
  int nodes;

  @Label("Edges")
  int edges;

  @Label("Bytes")
  @DataAmount
  long bytes;
}
