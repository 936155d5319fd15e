package lexscope.profiler.events;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// The verdict on a scenario.
@Name("lexscope.Scenario")
@Label("Scenario Result")
@Category({"Lexscope", "Scenarios"})
@StackTrace(false)
final class ScenarioEvent extends Event {
  @Label("Scenario")
  String scenario = "";

  @Label("Policy")
  String policy = "";

  @Label("Passed")
  boolean passed;

  @Label("Message")
  String message = "";
}
