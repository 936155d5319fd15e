package lexscope.js.intrinsics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.regexp.PatternGenerator;
import lexscope.js.regexp.RegExpCompiler;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Symbol;
import lexscope.js.value.TestAgent;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import lexscope.testing.NodeProcess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The methods of RegExp objects on random patterns and inputs, beside those of the machine's
/// `node`. Each case runs twice: on a new object, for which the methods take short cuts, and on one
/// that has another property, for which they go step by step as the specification does.
class RegExpMethodsDifferentialTest {
  private record Case(
      String pattern, String flags, String input, int lastIndex, String template, int limit) {
    String json() {
      return "[%s,%s,%s,%d,%s,%d]"
          .formatted(
              NodeProcess.json(pattern),
              NodeProcess.json(flags),
              NodeProcess.json(input),
              lastIndex,
              NodeProcess.json(template),
              limit);
    }
  }

  private static final List<String> TEMPLATES =
      List.of("", "[$&]", "$1-$2", "$$", "$`|$'", "$<n1>", "$10$0$", "$<n1", "$01$11x");
  private static final int CASES = Integer.getInteger("lexscope.regexp.cases", 1000);

  @Test
  void methodsAnswerAsNodesDo() throws Exception {
    NodeProcess.assumeThere();
    var generator = new PatternGenerator(Long.getLong("lexscope.regexp.seed", 42L));
    var cases = new ArrayList<Case>();
    while (cases.size() < CASES) {
      String flags = generator.flags();
      String pattern = generator.pattern();
      String input = generator.input();
      // V8 finds empty matches between the halves of a surrogate pair.
      boolean halves = flags.matches(".*[uv].*") && input.codePoints().anyMatch(c -> c > 0xffff);
      // It also forgets to empty the captures of groups that are repeated zero times.
      boolean never = pattern.contains("){0}");
      if (!halves
          && !never
          && !pattern.matches("(?s).*\\(\\?[ims-].*")
          && RegExpCompiler.validate(pattern, flags) == null) {
        String template = TEMPLATES.get(generator.below(TEMPLATES.size()));
        cases.add(
            new Case(pattern, flags, input, generator.below(3), template, generator.below(4)));
      }
    }
    List<String> answers =
        NodeProcess.answers(
            RegExpMethodsDifferentialTest.class,
            "string-cases.js",
            cases.stream().map(Case::json).toList());
    var agent = new TestAgent();
    var differences = new ArrayList<String>();
    for (int i = 0; i < cases.size(); i++) {
      for (boolean pristine : new boolean[] {true, false}) {
        int mark = agent.handles().mark();
        String own = answer(agent, cases.get(i), pristine);
        agent.handles().release(mark);
        if (!own.equals(answers.get(i))) {
          differences.add(
              cases.get(i).json()
                  + " "
                  + pristine
                  + "\n  node: "
                  + answers.get(i)
                  + "\n  own:  "
                  + own);
        }
      }
    }
    assertThat(differences).as("%d of %d cases differ", differences.size(), cases.size()).isEmpty();
  }

  private static String answer(TestAgent agent, Case one, boolean pristine) {
    JsObject expression = agent.construct("RegExp", one.pattern, one.flags);
    if (!pristine) {
      expression.put(agent, PropertyKey.of("other"), 1, Attributes.ALL);
    }
    JsString input = agent.string(one.input);
    var answers = new ArrayList<String>();
    var symbols = agent.symbols();
    note(agent, one, expression, answers, () -> agent.invoke(expression, "exec", input));
    note(agent, one, expression, answers, () -> agent.invoke(expression, "test", input));
    note(agent, one, expression, answers, () -> method(agent, expression, symbols.match(), input));
    note(
        agent,
        one,
        expression,
        answers,
        () -> method(agent, expression, symbols.replace(), input, agent.string(one.template)));
    JsObject function = agent.function(RegExpMethodsDifferentialTest::joinArguments);
    note(
        agent,
        one,
        expression,
        answers,
        () -> method(agent, expression, symbols.replace(), input, function));
    note(agent, one, expression, answers, () -> method(agent, expression, symbols.search(), input));
    note(agent, one, expression, answers, () -> method(agent, expression, symbols.split(), input));
    note(
        agent,
        one,
        expression,
        answers,
        () -> method(agent, expression, symbols.split(), input, one.limit));
    note(
        agent,
        one,
        expression,
        answers,
        () -> one.flags.contains("g") ? matchAll(agent, expression, input) : Null.NULL);
    note(
        agent,
        one,
        expression,
        answers,
        () ->
            JsArray.of(
                agent,
                ObjectOperations.get(agent, expression, PropertyKeys.SOURCE),
                ObjectOperations.get(agent, expression, PropertyKeys.FLAGS),
                agent.invoke(expression, "toString")));
    return answers.stream().collect(Collectors.joining(",", "[", "]"));
  }

  private interface Question {
    Object ask();
  }

  private static void note(
      TestAgent agent, Case one, JsObject expression, List<String> answers, Question question) {
    ObjectOperations.set(agent, expression, PropertyKeys.LAST_INDEX, one.lastIndex);
    answers.add(json(agent, question.ask()));
    answers.add(json(agent, ObjectOperations.get(agent, expression, PropertyKeys.LAST_INDEX)));
  }

  private static Object method(
      TestAgent agent, JsObject expression, Symbol symbol, Object... args) {
    return ObjectOperations.invoke(agent, expression, symbol.key(), args);
  }

  private static Object matchAll(TestAgent agent, JsObject expression, JsString input) {
    var iterator = (JsObject) method(agent, expression, agent.symbols().matchAll(), input);
    JsArray all = JsArray.create(agent);
    while (true) {
      var result = (JsObject) agent.invoke(iterator, "next");
      if (ObjectOperations.get(agent, result, PropertyKeys.DONE) == (Object) true) {
        return all;
      }
      var found = (JsObject) ObjectOperations.get(agent, result, PropertyKeys.VALUE);
      all.push(agent, ObjectOperations.get(agent, found, 0));
    }
  }

  private static Object joinArguments(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    var text = new ArrayList<String>();
    for (Object arg : args) {
      text.add(arg instanceof JsObject ? "[object Object]" : arg.toString());
    }
    return agent.string("<" + String.join("|", text) + ">");
  }

  private static String json(TestAgent agent, Object value) {
    return switch (value) {
      case JsString s -> NodeProcess.json(s.toString());
      case Undefined _, Null _ -> "null";
      case JsArray array -> {
        var elements = new ArrayList<String>();
        for (int i = 0; i < array.length(); i++) {
          elements.add(json(agent, ObjectOperations.get(agent, array, i)));
        }
        yield elements.stream().collect(Collectors.joining(",", "[", "]"));
      }
      default -> value.toString();
    };
  }
}
