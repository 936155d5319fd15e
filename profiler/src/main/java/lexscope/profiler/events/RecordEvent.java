package lexscope.profiler.events;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;

/// What the events about Environment Records have in common.
@Category({"Lexscope", "Records"})
@StackTrace(false)
abstract class RecordEvent extends Event {
  @CollectionId
  @Label("Collection")
  long collection;

  @Label("Record")
  long recordNumber;

  @Label("Kind")
  String kind = "";

  @Label("Function")
  String function = "";

  @Label("Place")
  String place = "";
}
