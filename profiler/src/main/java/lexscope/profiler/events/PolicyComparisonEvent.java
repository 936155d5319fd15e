package lexscope.profiler.events;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// What one capture policy keeps and another does not.
@Name("lexscope.PolicyComparison")
@Label("Policy Comparison")
@Category({"Lexscope", "Answers"})
@StackTrace(false)
final class PolicyComparisonEvent extends Event {
  @Label("Program")
  String source = "";

  @Label("Keeper")
  @Description("The policy that keeps more")
  String keeper = "";

  @Label("Other")
  @Description("The policy that keeps less")
  String other = "";

  @Label("Extra Nodes")
  int extraNodes;

  @Label("Extra")
  @DataAmount
  long extraBytes;

  @Label("By Bindings")
  @Description("What would go if all bindings that only the keeper keeps went together")
  @DataAmount
  long bindingBytes;

  @Label("Worst Binding")
  String worstBinding = "";
}
