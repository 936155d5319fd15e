package lexscope.profiler.events;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// An answer to why something is alive.
@Name("lexscope.WhyAlive")
@Label("Why Alive")
@Category({"Lexscope", "Answers"})
@StackTrace(false)
final class WhyAliveEvent extends Event {
  @Label("Target")
  String target = "";

  @Label("Alive")
  boolean alive;

  @Label("Root")
  @Description("Kind and place of the root")
  String root = "";

  @Label("Path")
  @Description("The shortest path, its steps joined by arrows; of a long one the beginning")
  String path = "";

  @Label("Length")
  @Description("Edges between the node that the root holds and the target")
  int length;

  @Label("Retained")
  @DataAmount
  long retainedBytes;

  @Label("Policy")
  String policy = "";

  @Label("Edge Rule")
  String rule = "";
}
