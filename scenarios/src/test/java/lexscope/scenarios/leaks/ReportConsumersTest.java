package lexscope.scenarios.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import lexscope.scenarios.report.GitHubReport;
import lexscope.scenarios.report.JUnitXmlReport;
import lexscope.scenarios.report.SarifReport;
import lexscope.scenarios.report.TapReport;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Results as those read them for whom they are written, of a scenario whose title and file name
/// have every character that means something to one of the formats.
class ReportConsumersTest {
  private static final String NAME = "it's a, b: 50% #1 <é>.scenario.cjs";
  private static final String TITLE = "100 % of \"it\", <all>: a\\b # SKIP & ' — é \u0001";

  @TempDir private Path temporary;
  private List<LeakResult> results = List.of();

  @BeforeEach
  void runScenario() throws IOException {
    Files.writeString(
        temporary.resolve("list one.cjs"),
        "exports.all = []; exports.add = i => { exports.all.push({ i }); };\n");
    String text =
        """
        const list = require('./list one.cjs');
        exports.title = %s;
        exports.act = i => list.add(i);
        exports.undo = i => {};
        """
            .formatted(NodeProcess.json(TITLE));
    results = new ScenarioFolder(temporary).run(NAME, text);
    assertThat(results.getFirst().passed()).isFalse();
  }

  @Test
  void aTapParserFindsOneFailureWithItsDiagnostics() {
    Path folder = Path.of("target", "tap-parser").toAbsolutePath();
    NodeProcess.install(folder, List.of("tap-parser@18"));
    Path script = NodeProcess.copy(ReportConsumersTest.class, "parse-tap.mjs", folder);
    String tap = new TapReport().text(results);
    JsonObject parsed =
        JsonParser.parseString(
                NodeProcess.ask(List.of(script.toString()), tap.lines().toList()).getFirst())
            .getAsJsonObject();
    assertThat(parsed.get("ok").getAsBoolean()).isFalse();
    assertThat(parsed.get("fail").getAsInt()).isEqualTo(1);
    assertThat(parsed.get("skip").getAsInt()).isZero();
    assertThat(parsed.get("todo").getAsInt()).isZero();
    assertThat(parsed.getAsJsonArray("extra")).isEmpty();
    JsonObject failure = parsed.getAsJsonArray("failures").get(0).getAsJsonObject();
    assertThat(failure.get("name").getAsString()).contains(NAME).contains("# SKIP");
    JsonObject finding =
        failure.getAsJsonObject("diag").getAsJsonArray("findings").get(0).getAsJsonObject();
    assertThat(finding.get("message").getAsString()).contains("after each of 5 rounds");
    assertThat(finding.getAsJsonArray("details").toString()).contains("list one.cjs");
  }

  @Test
  void theXmlHasTheShapeThatServersExpect() throws Exception {
    var schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(Objects.requireNonNull(ReportConsumersTest.class.getResource("junit.xsd")));
    schema
        .newValidator()
        .validate(new StreamSource(new StringReader(new JUnitXmlReport().text(results))));
  }

  @Test
  void gitHubsRunnerReadsBackWhatWasMeant() {
    List<String> lines = new GitHubReport().text(results).lines().toList();
    assertThat(lines).hasSize(results.getFirst().findings().size());
    String command = lines.getFirst();
    int end = command.indexOf("::", 2);
    List<String> properties = new ArrayList<>();
    for (String property : command.substring("::error ".length(), end).split(",", -1)) {
      String[] parts = property.split("=", 2);
      properties.add(
          parts[0]
              + "="
              + parts[1]
                  .replace("%0D", "\r")
                  .replace("%0A", "\n")
                  .replace("%3A", ":")
                  .replace("%2C", ",")
                  .replace("%25", "%"));
    }
    assertThat(properties)
        .containsExactly(
            "file=" + temporary.resolve(NAME), "line=3", "title=" + results.getFirst().label());
    String message =
        command.substring(end + 2).replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    assertThat(message).contains("\nalive because\n").contains(NAME);
  }

  @Test
  void sarifHasRulesAndPlacesThatCanBeResolved() {
    JsonObject run =
        JsonParser.parseString(new SarifReport().text(results))
            .getAsJsonObject()
            .getAsJsonArray("runs")
            .get(0)
            .getAsJsonObject();
    JsonArray rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
    List<String> ids =
        rules.asList().stream()
            .map(each -> each.getAsJsonObject().get("id").getAsString())
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
    List<String> files = new ArrayList<>();
    for (JsonElement each : run.getAsJsonArray("results")) {
      JsonObject result = each.getAsJsonObject();
      assertThat(ids).contains(result.get("ruleId").getAsString());
      files.add(file(result.getAsJsonArray("locations")));
      files.add(file(result.getAsJsonArray("relatedLocations")));
    }
    assertThat(files).contains(temporary.resolve(NAME).toString(), "list one.cjs");
  }

  @Test
  void sarifIsValidByTheSchemaOfItsStandard() {
    Path folder = Path.of("target", "sarif-schema").toAbsolutePath();
    NodeProcess.install(
        folder,
        List.of(
            "@microsoft/jest-sarif@1.0.0-beta.0",
            "ajv@8.20.0",
            "ajv-draft-04@1.0.0",
            "ajv-formats@3.0.1"));
    Path script = NodeProcess.copy(ReportConsumersTest.class, "validate-sarif.mjs", folder);
    JsonObject log = JsonParser.parseString(new SarifReport().text(results)).getAsJsonObject();
    JsonObject nothing =
        JsonParser.parseString(new SarifReport().text(List.of())).getAsJsonObject();
    // The validator is no rubber stamp: a level that there is not, a line 0, a result that says
    // nothing, a place that is no address.
    JsonObject wrong = log.deepCopy();
    JsonObject result = firstResult(wrong);
    result.addProperty("level", "terrible");
    result.remove("message");
    JsonObject place =
        result
            .getAsJsonArray("locations")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("physicalLocation");
    place.getAsJsonObject("region").addProperty("startLine", 0);
    place.getAsJsonObject("artifactLocation").addProperty("uri", "no address");
    List<String> answers =
        NodeProcess.ask(
            List.of(script.toString()),
            List.of(log.toString(), nothing.toString(), wrong.toString()));
    assertThat(firstResult(log).getAsJsonArray("relatedLocations")).isNotEmpty();
    assertThat(answers.get(0)).isEqualTo("[]");
    assertThat(answers.get(1)).isEqualTo("[]");
    assertThat(answers.get(2))
        .contains(
            "/runs/0/results/0/level must be equal to one of the allowed values",
            "/runs/0/results/0 must have required property 'message'",
            "startLine must be >= 1",
            "artifactLocation/uri must match format");
  }

  private static JsonObject firstResult(JsonObject log) {
    return log.getAsJsonArray("runs")
        .get(0)
        .getAsJsonObject()
        .getAsJsonArray("results")
        .get(0)
        .getAsJsonObject();
  }

  private String file(JsonArray locations) {
    String uri =
        locations
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("physicalLocation")
            .getAsJsonObject("artifactLocation")
            .get("uri")
            .getAsString();
    URI base = URI.create("file:///repository/");
    assertThat(URI.create(uri).isAbsolute()).isFalse();
    return base.relativize(base.resolve(uri)).getPath();
  }
}
