package lexscope.js.regexp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random patterns on random inputs, answered by the engine and by the machine's `node`. All cases
/// go through one process.
class NodeDifferentialTest {
  private record Case(String pattern, String flags, String input, int lastIndex) {
    String json() {
      return "[" + quote(pattern) + "," + quote(flags) + "," + quote(input) + "," + lastIndex + "]";
    }

    private static String quote(String text) {
      return text.chars()
          .mapToObj(c ->
              c < 0x7f && c >= ' ' && c != '"' && c != '\\'
                  ? Character.toString(c)
                  : "\\u%04x".formatted(c))
          .collect(Collectors.joining("", "\"", "\""));
    }
  }

  private static final int CASES = Integer.getInteger("lexscope.regexp.cases", 6000);
  private static final long SEED = Long.getLong("lexscope.regexp.seed", 20250621L);

  private static final Pattern MODIFIERS = Pattern.compile("\\(\\?[ims-]");

  @TempDir Path folder = Path.of("");

  @Test
  void answersAsNodeDoesOnRandomPatterns() throws Exception {
    assumeTrue(hasNode(), "node is not on the path: the comparison with V8 did not run");
    var generator = new PatternGenerator(SEED);
    var cases = new ArrayList<Case>();
    while (cases.size() < CASES) {
      String flags = generator.flags();
      String pattern = generator.pattern();
      for (int i = 0; i < 3; i++) {
        String input = generator.input();
        cases.add(
            new Case(
                pattern, flags, input, generator.below(input.length() + 1) * generator.below(2)));
      }
    }
    List<String> answers = askNode(cases);
    var differences = new ArrayList<String>();
    for (int i = 0; i < cases.size(); i++) {
      String own = answer(cases.get(i));
      if (!own.equals(answers.get(i))
          && !startsInsideOfPair(cases.get(i), answers.get(i))
          && !knowsNoModifiers(cases.get(i), answers.get(i))) {
        differences.add(cases.get(i).json() + "\n  node: " + answers.get(i) + "\n  own:  " + own);
      }
    }
    assertThat(differences).as("%d of %d cases differ", differences.size(), cases.size()).isEmpty();
  }

  /// V8 finds empty matches between the halves of a pair; by section 22.2.7.2 a search goes on by
  /// whole code points.
  private static boolean startsInsideOfPair(Case one, String answer) {
    int comma = answer.indexOf(',');
    return (one.flags.contains("u") || one.flags.contains("v"))
        && comma > 0
        && MatchStart.splitsPair(one.input, Integer.parseInt(answer.substring(0, comma)));
  }

  /// Modifiers came with V8 12.5.
  private static boolean knowsNoModifiers(Case one, String answer) {
    return answer.equals("Invalid group") && MODIFIERS.matcher(one.pattern).find();
  }

  private static boolean hasNode() {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private List<String> askNode(List<Case> cases) throws IOException, InterruptedException {
    Path questions = folder.resolve("questions.txt");
    Path answers = folder.resolve("answers.txt");
    Path script = folder.resolve("exec-cases.js");
    Files.write(questions, cases.stream().map(Case::json).toList(), StandardCharsets.US_ASCII);
    try (var stream = NodeDifferentialTest.class.getResourceAsStream("exec-cases.js")) {
      Files.write(script, Objects.requireNonNull(stream).readAllBytes());
    }
    Process node =
        new ProcessBuilder("node", script.toString())
            .redirectInput(questions.toFile())
            .redirectOutput(answers.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(node.waitFor(120, TimeUnit.SECONDS)).as("node has answered").isTrue();
    return Files.readAllLines(answers);
  }

  private static String answer(Case one) {
    try {
      var program = RegExpCompiler.compile(one.pattern, one.flags);
      boolean uses = program.flags().global() || program.flags().sticky();
      int from = uses ? one.lastIndex : 0;
      int[] found =
          program.flags().sticky()
              ? program.match(one.input, from, MatchLimits.DEFAULT)
              : program.search(one.input, from, MatchLimits.DEFAULT);
      if (found == null) {
        return "null";
      }
      var text = new ArrayList<String>();
      for (int i = 0; i < found.length; i += 2) {
        text.add(found[i] + "," + found[i + 1]);
      }
      return String.join(" ", text);
    } catch (RegExpSyntaxException e) {
      return e.reason();
    }
  }
}
