package lexscope.scenarios.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import lexscope.profiler.graph.SourceLocation;
import lexscope.scenarios.leaks.Finding;
import lexscope.scenarios.leaks.LeakResult;

/// Results as one JSON object: `schema` (1), `run`, `failed`, `skipped`, `results`.
public final class JsonResults implements LeakReport {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  /// The format.
  public JsonResults() {}

  @Override
  public String text(List<LeakResult> results) {
    Tally tally = Tally.of(results);
    JsonObject all = new JsonObject();
    all.addProperty("schema", 1);
    all.addProperty("run", tally.run());
    all.addProperty("failed", tally.failed());
    all.addProperty("skipped", tally.skipped());
    JsonArray rows = new JsonArray();
    results.forEach(result -> rows.add(row(result)));
    all.add("results", rows);
    return GSON.toJson(all) + "\n";
  }

  private static JsonObject row(LeakResult result) {
    JsonObject row = new JsonObject();
    row.addProperty("file", result.scenario().name());
    row.addProperty("title", result.scenario().title());
    row.addProperty("policy", result.policy().ruleName());
    row.addProperty("status", result.status().name().toLowerCase(Locale.ROOT));
    JsonArray findings = new JsonArray();
    result.findings().forEach(finding -> findings.add(finding(finding)));
    row.add("findings", findings);
    return row;
  }

  private static JsonObject finding(Finding finding) {
    JsonObject row = new JsonObject();
    row.addProperty("claim", finding.claim());
    row.addProperty("line", finding.line());
    row.addProperty("message", finding.message());
    row.add("details", GSON.toJsonTree(finding.details()));
    Finding.Evidence evidence = finding.evidence();
    if (evidence != null) {
      JsonObject why = new JsonObject();
      why.addProperty("offender", evidence.offender());
      why.addProperty("retainedBytes", evidence.retainedBytes());
      why.add("path", GSON.toJsonTree(evidence.path()));
      why.addProperty("binding", evidence.binding());
      why.add("culprits", GSON.toJsonTree(evidence.culprits()));
      SourceLocation place = evidence.place();
      if (place != null) {
        why.addProperty("place", place.toString());
      }
      why.add("excerpt", GSON.toJsonTree(evidence.excerpt()));
      why.add("repair", GSON.toJsonTree(evidence.repair()));
      row.add("evidence", why);
    }
    return row;
  }
}
