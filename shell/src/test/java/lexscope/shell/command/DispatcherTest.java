package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import lexscope.shell.Verbs;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Interruption;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserDataException;
import lexscope.shell.invocation.UserSyntaxException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.junit.jupiter.api.Test;

final class DispatcherTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Streams streams =
      new Streams(
          new ByteArrayInputStream(new byte[0]),
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          false,
          false,
          new Interruption());

  @Test
  void aCommandGetsItsOptionsOperandsAndTheGuestsArguments() {
    ExitCode code =
        run(
            (arguments, streams) -> {
              streams.out().print(arguments.bytes("size").orElse(0));
              streams.out().print(arguments.operands());
              streams.out().print(arguments.guestArguments());
              return ExitCode.GUEST_FAILED;
            },
            "a.js",
            "--size",
            "2k",
            "b.js",
            "--",
            "--size",
            "x");
    assertThat(code).isEqualTo(ExitCode.GUEST_FAILED);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("2048[a.js, b.js][--size, x]");
  }

  @Test
  void anUnknownOptionIsAUsageErrorThatNamesIt() {
    assertThat(run((_, _) -> ExitCode.DONE, "--siez", "3")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "lexscope: unrecognized option: --siez (see: lexscope test-verb --help)"
                + System.lineSeparator());
  }

  @Test
  void anAbbreviatedOptionIsUnknown() {
    assertThat(run((_, _) -> ExitCode.DONE, "--siz", "3")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aMissingValueIsAUsageError() {
    assertThat(run((_, _) -> ExitCode.DONE, "--size")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("missing argument for option: size");
  }

  @Test
  void anOptionGivenTwiceIsAUsageError() {
    assertThat(run((_, _) -> ExitCode.DONE, "--size", "1", "--size", "2"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--size is given 2 times");
  }

  @Test
  void aSizeThatIsNoneIsAUsageError() {
    for (String wrong : List.of("0", "-1", "k", "1t", "9999999999g", "")) {
      assertThat(
              run(
                  (arguments, _) -> {
                    arguments.bytes("size");
                    return ExitCode.DONE;
                  },
                  "--size=" + wrong))
          .as(wrong)
          .isEqualTo(ExitCode.USAGE);
    }
  }

  @Test
  void helpShowsTheSynopsisAndEveryOption() {
    assertThat(run((_, _) -> ExitCode.GUEST_FAILED, "--help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("Usage: lexscope test-verb FILE")
        .contains("--size BYTES", "the size", "-h, --help");
  }

  @Test
  void anUnknownCommandIsAUsageError() {
    assertThat(new Dispatcher(streams, Verbs.all()).run(List.of("hist"))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("unknown command 'hist'");
  }

  @Test
  void noCommandAtAllPrintsTheOverviewToStandardError() {
    assertThat(new Dispatcher(streams, Verbs.all()).run(List.of())).isEqualTo(ExitCode.USAGE);
    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Usage: lexscope COMMAND");
  }

  @Test
  void userErrorsGetAnExitCodeAndOneLineEach() {
    assertThat(
            run((_, _) -> {
              throw new UserSyntaxException("no target");
            }))
        .isEqualTo(ExitCode.USAGE);
    assertThat(
            run((_, _) -> {
              throw new UserDataException("a.js: no such file");
            }))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "lexscope: no target (see: lexscope test-verb --help)", "lexscope: a.js: no such file");
  }

  @Test
  void aDefectOfOursIsOneLineWithoutAStackTrace() {
    assertThat(
            run((_, _) -> {
              throw new IllegalStateException("broken");
            }))
        .isEqualTo(ExitCode.INTERNAL_ERROR);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("lexscope: internal error: java.lang.IllegalStateException: broken");
  }

  private ExitCode run(BiFunction<Arguments, Streams, ExitCode> body, String... words) {
    List<String> line = new java.util.ArrayList<>(List.of(words));
    line.addFirst("test-verb");
    return new Dispatcher(streams, List.of(new TestVerb(body))).run(line);
  }

  private record TestVerb(BiFunction<Arguments, Streams, ExitCode> body) implements Command {
    @Override
    public String name() {
      return "test-verb";
    }

    @Override
    public String summary() {
      return "does what the test says";
    }

    @Override
    public String synopsis() {
      return "FILE";
    }

    @Override
    public String details() {
      return "";
    }

    @Override
    public Options options() {
      return new Options()
          .addOption(
              Option.builder().longOpt("size").hasArg().argName("BYTES").desc("the size").get());
    }

    @Override
    public ExitCode run(Arguments arguments, Streams streams) {
      return body.apply(arguments, streams);
    }
  }
}
