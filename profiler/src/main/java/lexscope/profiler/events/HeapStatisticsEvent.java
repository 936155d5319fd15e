package lexscope.profiler.events;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/// The guest heap as the last collection left it, once a second.
@Name("lexscope.HeapStatistics")
@Label("Guest Heap Statistics")
@Description("The guest heap as its last collection left it")
@Category({"Lexscope", "Heap"})
@Period("1 s")
@StackTrace(false)
final class HeapStatisticsEvent extends Event {
  @CollectionId
  @Label("Last Collection")
  long collection;

  @Label("Cells")
  long cells;

  @Label("Live")
  @Description("Modelled bytes that survived")
  @DataAmount
  long liveBytes;
}
