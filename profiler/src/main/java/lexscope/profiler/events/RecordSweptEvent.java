package lexscope.profiler.events;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Throttle;

/// An Environment Record that a collection swept.
@Name("lexscope.RecordSwept")
@Label("Record Swept")
@Description("A sample of the Environment Records that a collection swept")
@Throttle("300/s")
final class RecordSweptEvent extends RecordEvent {
  @Label("Age")
  @Description("Collections survived before")
  int age;
}
