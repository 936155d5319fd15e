package lexscope.profiler.report;

import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.GraphInfo;

/// What `draw` says as JSON of the picture that it wrote.
public final class DrawnAnswer {
  private DrawnAnswer() {}

  /// A picture was written.
  public static String written(
      GraphInfo info, EdgeRule rule, String title, int boxes, String output) {
    return JsonReport.write(
        info,
        rule,
        json -> {
          json.name("alive").value(true).name("title").value(title);
          json.name("output").value(output).name("boxes").value(boxes);
        });
  }

  /// There is nothing to draw.
  public static String notAlive(GraphInfo info, EdgeRule rule) {
    return JsonReport.write(info, rule, json -> json.name("alive").value(false));
  }
}
