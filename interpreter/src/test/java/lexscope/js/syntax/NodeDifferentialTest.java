package lexscope.js.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lexscope.js.regexp.RegExpCompiler;
import lexscope.js.source.SyntaxErrorException;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.Test;

/// Programs with tokens changed at random, accepted or rejected by the parser and by the machine's
/// `node`. All cases go through one process.
class NodeDifferentialTest {
  private static final int CASES = Integer.getInteger("lexscope.syntax.cases", 6000);
  private static final long SEED = Long.getLong("lexscope.syntax.seed", 20250625L);

  private static final Pattern TOKEN =
      Pattern.compile(
          "`(?:\\\\.|[^`\\\\])*`|\"(?:\\\\.|[^\"\\\\\n"
              + "])*\"|'(?:\\\\.|[^'\\\\\n"
              + "])*'|[#\\w$]+|=>|\\.\\.\\.|\\?\\.|\\?\\?|&&|\\|\\||\\*\\*|[=!]==?|\\s+|.",
          Pattern.DOTALL);

  private static final List<String> WORDS =
      List.of(
          ("a b let const var function class async await yield static get set of in new super this"
               + " arguments eval => ... ?. ?? || && ** = += ( ) { } [ ] ; , : . * #p \"s\" 1 0n"
               + " /r/ ++ -- ! delete typeof return break continue for while do if else try catch"
               + " finally throw switch case default with extends null 'use\u0020strict'; __proto__"
               + " constructor")
              .split(" "));

  private final Random random = new Random(SEED);
  private final Parser parser = new Parser(RegExpCompiler::validate);

  @Test
  void acceptsWhatNodeAcceptsOfProgramsChangedAtRandom() throws Exception {
    NodeProcess.assumeThere();
    List<String> cases = cases();
    List<String> answers =
        NodeProcess.answers(
            NodeDifferentialTest.class,
            "compile-cases.js",
            cases.stream().map(NodeProcess::json).toList());
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      String own = answer(cases.get(i));
      String node = answers.get(i);
      if (own.equals("valid") != node.equals("valid") && !isKnown(own, node)) {
        differences.add(cases.get(i) + "\n  node: " + node + "\n  own:  " + own);
      }
    }
    assertThat(differences).as("%d of %d cases differ", differences.size(), cases.size()).isEmpty();
  }

  /// V8 lets strict code assign to calls, which then throws at run time; AssignmentTargetType
  /// (ECMA-262 section 13.3.1) does not.
  private static boolean isKnown(String own, String node) {
    return node.equals("valid") && own.startsWith("Invalid left-hand side");
  }

  private List<String> cases() {
    List<List<String>> seeds = new ArrayList<>();
    for (String line : Parsing.lines("valid-programs.txt")) {
      // V8 11 does not know using declarations.
      if (!line.contains("using") && !line.startsWith("#!")) {
        seeds.add(tokens(line.replace('⏎', '\n')));
      }
    }
    List<String> cases = new ArrayList<>();
    while (cases.size() < CASES) {
      List<String> tokens = new ArrayList<>(seeds.get(random.nextInt(seeds.size())));
      if (random.nextInt(3) == 0) {
        tokens.addFirst("'use strict'; ");
      }
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        change(tokens);
      }
      cases.add(String.join("", tokens));
    }
    return cases;
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  private void change(List<String> tokens) {
    int place = random.nextInt(tokens.size());
    String word = " " + WORDS.get(random.nextInt(WORDS.size())) + " ";
    switch (random.nextInt(4)) {
      case 0 -> tokens.set(place, word);
      case 1 -> tokens.add(place, word);
      case 2 -> tokens.add(place, tokens.get(random.nextInt(tokens.size())));
      default -> {
        if (tokens.size() > 1) {
          tokens.remove(place);
        }
      }
    }
  }

  private String answer(String text) {
    try {
      parser.parseScript(Parsing.source(text));
      return "valid";
    } catch (SyntaxErrorException e) {
      return e.message();
    }
  }
}
