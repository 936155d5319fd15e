package lexscope.scenarios.leaks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.source.SourceText;
import lexscope.js.value.Undefined;
import lexscope.scenarios.ScenarioFormatException;
import org.jspecify.annotations.Nullable;

/// Reads what a scenario file defines, by running it once in a heap of its own: its exports, or the
/// global variables of a script.
public final class DefinitionReader {
  private static final int MOST_ROUNDS = 1_000;
  private static final int USUAL_ROUNDS = 7;
  private static final double USUAL_ROUND_MILLIS = 60_000;
  private static final List<String> VALUES =
      List.of("title", "rounds", "roundMillis", "policies", "skip", "only", "subject", "expect");

  /// Makes JSON of a value, and throws at what JSON would leave out silently.
  private static final SourceText WRITER =
      new SourceText(
          "scenario",
          """
          (function (value) {
            return JSON.stringify(value, function (key, each) {
              if (each === undefined || typeof each === 'function' || typeof each === 'symbol')
                throw new TypeError((key || 'it') + ' is ' + typeof each);
              return each;
            });
          })
          """);

  private final Path file;
  private final SourceLines lines;
  private final JsonObject definition = new JsonObject();
  private boolean acts;

  private DefinitionReader(Path file, SourceLines lines) {
    this.file = file;
    this.lines = lines;
  }

  /// Reads a scenario.
  ///
  /// @throws ScenarioFormatException if the file cannot be read or run, or defines no scenario
  public static LeakScenario read(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException _) {
      throw new ScenarioFormatException(file, 1, "cannot be read as UTF-8 text");
    }
    DefinitionReader reader = new DefinitionReader(file, new SourceLines(text));
    return Host.onGuestThread(() -> {
      reader.evaluate();
      return reader.scenario();
    });
  }

  private void evaluate() {
    Host host =
        Host.create(HostOptions.defaults(ConsoleSink.silent()).withProgram(file.toString()));
    check(host.run(file));
    for (String name : VALUES) {
      AtomicReference<String> json = new AtomicReference<>("");
      RunOutcome outcome =
          host.goOn(
              () -> {
                Object value = host.offered(file, name);
                if (value != Undefined.UNDEFINED) {
                  Object writer = host.machine().evaluation().runScript(WRITER);
                  json.set(
                      ObjectOperations.call(host.machine(), writer, Undefined.UNDEFINED, value)
                          .toString());
                }
              },
              0);
      if (outcome instanceof RunOutcome.Failed(String report)) {
        throw problem(name, name + " is no plain data: " + lastLine(report));
      }
      check(outcome);
      if (!json.get().isEmpty()) {
        definition.add(name, JsonParser.parseString(json.get()));
      }
    }
    check(host.goOn(() -> acts = TestingAndComparison.isCallable(host.offered(file, "act")), 0));
  }

  private void check(RunOutcome outcome) {
    if (!(outcome instanceof RunOutcome.Completed)) {
      throw new UnusableScenarioException(outcome.report());
    }
  }

  private static String lastLine(String report) {
    return report
        .lines()
        .filter(line -> line.contains("Error: "))
        .findFirst()
        .map(line -> line.substring(line.indexOf("Error: ") + "Error: ".length()))
        .orElse(report);
  }

  private LeakScenario scenario() {
    Path subject = subject();
    if (!acts && subject == null) {
      throw problem("title", "a scenario needs a function act, or a subject");
    }
    int rounds = (int) number("rounds", USUAL_ROUNDS, 1, MOST_ROUNDS);
    List<LeakScenario.Claim> claims =
        new ExpectationReader(file, lines).read(definition.get("expect"), acts && subject == null);
    for (LeakScenario.Claim claim : claims) {
      if (claim.expectation() instanceof Expectation.Growth) {
        if (subject != null) {
          throw problem("growthPerRound", "a subject has no rounds that it could grow in");
        }
        if (rounds <= Growth.WARM_UP) {
          throw problem("rounds", "growth shows after " + Growth.WARM_UP + " rounds only");
        }
      }
    }
    return new LeakScenario(
        file,
        text("title", file.getFileName() == null ? file.toString() : file.getFileName().toString()),
        rounds,
        number("roundMillis", USUAL_ROUND_MILLIS, 0, 1e12),
        policies(),
        selection(),
        subject,
        claims);
  }

  private @Nullable Path subject() {
    String name = text("subject", "");
    if (name.isEmpty()) {
      return null;
    }
    Path subject = file.resolveSibling(name).normalize();
    if (!Files.isRegularFile(subject)) {
      throw problem("subject", subject + ": no such file");
    }
    return subject;
  }

  private LeakScenario.Selection selection() {
    if (isTrue("skip")) {
      return LeakScenario.Selection.SKIP;
    }
    return isTrue("only") ? LeakScenario.Selection.ONLY : ScenarioFiles.selection(file);
  }

  /// A reason in words counts as yes.
  private boolean isTrue(String name) {
    JsonElement value = definition.get(name);
    return value instanceof JsonPrimitive primitive
        && (primitive.isBoolean() ? primitive.getAsBoolean() : !primitive.getAsString().isEmpty());
  }

  private List<CapturePolicy> policies() {
    JsonElement value = definition.get("policies");
    if (value == null) {
      return List.of(CapturePolicy.V8);
    }
    List<CapturePolicy> policies = new ArrayList<>();
    if (value instanceof JsonArray array) {
      for (JsonElement each : array) {
        CapturePolicy policy =
            each instanceof JsonPrimitive ? CapturePolicy.named(each.getAsString()) : null;
        if (policy == null || policy == CapturePolicy.UNION || policies.contains(policy)) {
          throw problem("policies", each + " is no policy: whole, v8 or used, each once");
        }
        policies.add(policy);
      }
    }
    if (policies.isEmpty()) {
      throw problem("policies", "policies is a list of whole, v8, used");
    }
    return policies;
  }

  private String text(String name, String otherwise) {
    JsonElement value = definition.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString().replaceAll("\\s+", " ").strip();
    }
    throw problem(name, name + " is a string");
  }

  private double number(String name, double otherwise, double least, double most) {
    JsonElement value = definition.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
      double number = primitive.getAsDouble();
      if (number >= least && number <= most && number == Math.rint(number)) {
        return number;
      }
    }
    throw problem(name, name + " is a whole number from " + (long) least + " to " + (long) most);
  }

  private ScenarioFormatException problem(String word, String problem) {
    return new ScenarioFormatException(file, lines.lineOf(word), problem);
  }
}
