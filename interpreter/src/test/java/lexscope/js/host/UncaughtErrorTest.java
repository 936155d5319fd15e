package lexscope.js.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What is said about a value that nobody caught, as Node says it.
class UncaughtErrorTest {
  @Test
  void theCaretStandsAtTheThrowStatementNotWhereTheErrorWasMade() {
    assertThat(
            report(
                """
                const e = new Error('made');
                function again() { throw e; }
                again();
                """))
        .startsWith(
            """
            program.js:2
            function again() { throw e; }
                               ^

            Error: made
                at\
            """)
        .contains("program.js:1:11");
  }

  @Test
  void anErrorThatFinallyLetsPassStaysWhereItWasThrown() {
    assertThat(report("\ntry { null.x; } finally { 1; }"))
        .startsWith("program.js:2\ntry { null.x; }");
  }

  @Test
  void whatIsNoErrorIsShownBelowItsThrowStatement() {
    assertThat(report("throw { a: 1 };"))
        .isEqualTo(
            """

            program.js:1
            throw { a: 1 };
            ^
            { a: 1 }\
            """);
    assertThat(report("throw 'text';")).endsWith("^\ntext");
    assertThat(report("Promise.reject(8);"))
        .isEqualTo(
            "[UnhandledPromiseRejection: This error originated either by throwing inside of an"
                + " async function without a catch block, or by rejecting a promise which was not"
                + " handled with .catch(). The promise rejected with the reason \"8\".] {\n"
                + "  code: 'ERR_UNHANDLED_REJECTION'\n"
                + "}");
  }

  @Test
  void theStackIsWhatTheProgramMakesOfIt() {
    assertThat(
            report(
                "Error.prepareStackTrace = (e, s) => e.message + ' at ' + s[0].getLineNumber();\n"
                    + "throw new Error('prepared');"))
        .endsWith("[prepared at 2]");
    assertThat(report("throw new (class extends Error { get name() { return 'Got'; } })('m');"))
        .contains("\nGot: m\n    at Object.<anonymous> (program.js:1:7)");
  }

  @Test
  void propertiesAndCausesOfAnErrorAreShown() {
    assertThat(report("throw Object.assign(new Error('m'), { code: 'X' });"))
        .endsWith("{\n  code: 'X'\n}");
    assertThat(report("throw new Error('outer', { cause: new TypeError('inner') });"))
        .contains("[cause]: TypeError: inner");
  }

  @Test
  void theStackSaysNameAndMessageOfTheMomentWhenItIsFirstAskedFor() {
    assertThat(
            ProgramOutput.of(
                """
                class MyError extends Error { constructor(m) { super(m); this.name = 'MyError'; } }
                const heading = (e) => e.stack.split('\\n')[0];
                const e = new Error('x');
                e.message = 'y';
                console.log(heading(new MyError('q')), heading(e));
                e.message = 'z';
                console.log(heading(e));
                const odd = new Error('m');
                odd.name = odd;
                try { heading(odd); } catch (error) { console.log(error.message); }
                """))
        .isEqualTo("MyError: q Error: y\nError: y\nMaximum call stack size exceeded\n");
  }

  private static String report(String program) {
    String output = ProgramOutput.of(program);
    return output.substring(
        output.indexOf("Failed[report=") + "Failed[report=".length(), output.lastIndexOf(']'));
  }
}
