package lexscope.profiler.events;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Throttle;

/// An Environment Record that is alive after a collection.
@Name("lexscope.RecordSurvived")
@Label("Record Survived")
@Description("A sample of the Environment Records that a collection found alive")
@Throttle("300/s")
final class RecordSurvivedEvent extends RecordEvent {
  @Label("Age")
  @Description("Collections survived")
  int age;
}
