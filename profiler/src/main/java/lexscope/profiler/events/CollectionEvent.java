package lexscope.profiler.events;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// One collection of the guest heap, from its beginning to its end.
@Name("lexscope.Collection")
@Label("Guest Collection")
@Description("A mark-sweep collection of the guest heap")
@Category({"Lexscope", "Heap"})
@StackTrace(false)
final class CollectionEvent extends Event {
  @CollectionId
  @Label("Collection")
  long collection;

  @Label("Cause")
  String cause = "";

  @Label("Policy")
  @Description("The capture policy that the collection traced by")
  String policy = "";

  @Label("Cells Before")
  long cellsBefore;

  @Label("Cells After")
  long cellsAfter;

  @Label("Before")
  @Description("Modelled bytes before")
  @DataAmount
  long bytesBefore;

  @Label("After")
  @Description("Modelled bytes that survived")
  @DataAmount
  long bytesAfter;
}
