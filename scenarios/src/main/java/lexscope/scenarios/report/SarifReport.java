package lexscope.scenarios.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lexscope.profiler.graph.SourceLocation;
import lexscope.scenarios.leaks.Finding;
import lexscope.scenarios.leaks.LeakResult;

/// Failures as SARIF 2.1.0: a result for each finding, at the line of the claim, with the place of
/// the worst offender as a related location.
public final class SarifReport implements LeakReport {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  /// The format.
  public SarifReport() {}

  @Override
  public String text(List<LeakResult> results) {
    JsonArray rows = new JsonArray();
    Set<String> rules = new LinkedHashSet<>();
    for (LeakResult result : results) {
      for (Finding finding : result.findings()) {
        rules.add(rule(finding));
        rows.add(row(result, finding));
      }
    }
    JsonArray ruleRows = new JsonArray();
    for (String id : rules) {
      JsonObject rule = object("id", id);
      rule.add("shortDescription", object("text", "A leak test claims: " + id.replace('-', ' ')));
      ruleRows.add(rule);
    }
    JsonObject driver = object("name", "lexscope");
    driver.add("rules", ruleRows);
    JsonObject tool = new JsonObject();
    tool.add("driver", driver);
    JsonObject run = new JsonObject();
    run.add("tool", tool);
    run.add("results", rows);
    JsonObject log = object("$schema", SCHEMA);
    log.addProperty("version", "2.1.0");
    log.add("runs", array(run));
    return GSON.toJson(log) + "\n";
  }

  private static JsonObject row(LeakResult result, Finding finding) {
    JsonObject row = object("ruleId", rule(finding));
    row.addProperty("level", "error");
    String text =
        result.label()
            + "\n"
            + FindingLines.headline(finding)
            + "\n"
            + String.join("\n", FindingLines.of(finding));
    row.add("message", object("text", text.strip()));
    row.add("locations", array(location(result.scenario().name(), finding.line(), 1)));
    Finding.Evidence evidence = finding.evidence();
    SourceLocation place = evidence == null ? null : evidence.place();
    if (place != null) {
      JsonObject related = location(place.script(), place.line(), place.column());
      related.add("message", object("text", "made here"));
      row.add("relatedLocations", array(related));
    }
    return row;
  }

  /// The sort of claim: its words up to the first colon or number.
  private static String rule(Finding finding) {
    String claim = finding.claim();
    int colon = claim.indexOf(':');
    String words = colon < 0 ? claim : claim.substring(0, colon);
    for (String sort : List.of("retained", "records alive", "no path")) {
      words = words.startsWith(sort) ? sort : words;
    }
    return words.replace(' ', '-');
  }

  private static JsonObject location(String file, int line, int column) {
    JsonObject region = new JsonObject();
    region.addProperty("startLine", line);
    region.addProperty("startColumn", column);
    JsonObject physical = new JsonObject();
    physical.add("artifactLocation", object("uri", uri(file)));
    physical.add("region", region);
    JsonObject location = new JsonObject();
    location.add("physicalLocation", physical);
    return location;
  }

  /// A path as a relative reference of RFC 3986.
  private static String uri(String file) {
    String path = file.replace('\\', '/');
    try {
      String absolute = new URI(null, null, "/" + path, null).toASCIIString();
      return absolute.substring(1).replace(":", "%3A");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject object(String key, String value) {
    JsonObject object = new JsonObject();
    object.addProperty(key, value);
    return object;
  }

  private static JsonArray array(JsonObject only) {
    JsonArray array = new JsonArray();
    array.add(only);
    return array;
  }
}
