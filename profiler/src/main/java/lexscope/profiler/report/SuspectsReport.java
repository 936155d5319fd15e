package lexscope.profiler.report;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.paths.RetentionPath;
import lexscope.profiler.suspects.Suspect;
import lexscope.profiler.suspects.Suspects;

/// What may be a leak, as text and as JSON.
public final class SuspectsReport {
  private SuspectsReport() {}

  /// `suspects`, at most `most` of them.
  public static String text(DominatorTree tree, Suspects suspects, int most) {
    StringBuilder out = new StringBuilder(TextReport.header(tree));
    if (suspects.suspects().isEmpty()) {
      return out.append("no suspects (of ")
          .append(ByteSize.text(suspects.thresholdBytes()))
          .append(" or more)\n")
          .toString();
    }
    int number = 0;
    for (Suspect suspect : suspects.suspects()) {
      if (number++ == most) {
        break;
      }
      out.append('\n')
          .append(number)
          .append(". ")
          .append(ByteSize.text(suspect.bytes()))
          .append("  ")
          .append(suspect.sort().label())
          .append(": ")
          .append(suspect.title())
          .append('\n');
      for (String line : suspect.evidence()) {
        out.append("   - ").append(line).append('\n');
      }
      out.append("   such as ").append(suspect.example().textWithId()).append(", alive because\n");
      StringBuilder path = new StringBuilder();
      WhyText.writePath(
          path, suspect.path(), Collections.nCopies(suspect.path().steps().size(), ""));
      out.append(path.toString().indent(3));
    }
    if (suspects.suspects().size() > most) {
      out.append('\n');
    }
    TextReport.writeRest(out, suspects.suspects().size() - most, "suspect");
    return out.toString();
  }

  /// `suspects --json`.
  public static String json(DominatorTree tree, Suspects suspects, JsonRows rows) {
    return json(tree, suspects, rows, path -> Collections.nCopies(path.steps().size(), ""));
  }

  /// The same with remarks on the steps of the paths.
  ///
  /// @param notes for each step of a path a remark, empty for most
  public static String json(
      DominatorTree tree,
      Suspects suspects,
      JsonRows rows,
      Function<RetentionPath, List<String>> notes) {
    return JsonReport.write(
        tree.graph().info(),
        tree.rule(),
        json -> {
          json.name("totalBytes").value(suspects.totalBytes());
          json.name("thresholdBytes").value(suspects.thresholdBytes());
          for (Suspect suspect : rows.begin(json, "suspects", suspects.suspects())) {
            json.beginObject().name("sort").value(suspect.sort().label());
            json.name("title").value(suspect.title()).name("count").value(suspect.count());
            json.name("bytes").value(suspect.bytes()).name("evidence").beginArray();
            for (String line : suspect.evidence()) {
              json.value(line);
            }
            json.endArray().name("example");
            JsonParts.node(json, suspect.example());
            json.name("path");
            JsonParts.path(json, suspect.path(), notes.apply(suspect.path()));
            json.endObject();
          }
          json.endArray();
        });
  }
}
