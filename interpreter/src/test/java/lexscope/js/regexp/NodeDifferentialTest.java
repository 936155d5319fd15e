package lexscope.js.regexp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.Test;

/// Random patterns on random inputs, answered by the engine and by the machine's `node`. All cases
/// go through one process.
class NodeDifferentialTest {
  private record Case(String pattern, String flags, String input, int lastIndex) {
    String json() {
      return "["
          + NodeProcess.json(pattern)
          + ","
          + NodeProcess.json(flags)
          + ","
          + NodeProcess.json(input)
          + ","
          + lastIndex
          + "]";
    }
  }

  private static final int CASES = Integer.getInteger("lexscope.regexp.cases", 6000);
  private static final long SEED = Long.getLong("lexscope.regexp.seed", 20250621L);

  private static final Pattern MODIFIERS = Pattern.compile("\\(\\?[ims-]");

  @Test
  void answersAsNodeDoesOnRandomPatterns() throws Exception {
    NodeProcess.assumeThere();
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
    List<String> answers =
        NodeProcess.answers(
            NodeDifferentialTest.class, "exec-cases.js", cases.stream().map(Case::json).toList());
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
