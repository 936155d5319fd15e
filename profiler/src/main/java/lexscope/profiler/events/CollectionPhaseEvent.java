package lexscope.profiler.events;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// The marking or the sweeping of one collection.
@Name("lexscope.CollectionPhase")
@Label("Guest Collection Phase")
@Category({"Lexscope", "Heap"})
@StackTrace(false)
final class CollectionPhaseEvent extends Event {
  @CollectionId
  @Label("Collection")
  long collection;

  @Label("Phase")
  String phase = "";
}
