package lexscope.js.regexp;

import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// All matches of a pattern in 64 kB of log lines, beside `java.util.regex`, whose semantics are
/// others but whose speed is a mark to measure against.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RegExpBenchmark {
  /// Patterns that both engines read alike.
  @Param({
    "user=",
    "\\d{4}-(\\d\\d)",
    "(?:GET|POST|PUT) (/[a-z/]*)",
    "\"[^\"]*\"",
    "(?<=id=)[0-9a-f]+",
    "[a-z]+@[a-z]+\\.(?:com|org)",
    "^.*error.*$",
    "(\\w+) \\1"
  })
  private String pattern = "";

  private String input = "";
  private RegExpProgram program;
  private Pattern java;

  /// Makes the input and compiles the pattern.
  @Setup
  public void prepare() throws RegExpSyntaxException {
    var text = new StringBuilder();
    for (int i = 0; text.length() < 1 << 16; i++) {
      text.append("2025-")
          .append(10 + i % 3)
          .append("-0")
          .append(1 + i % 9)
          .append(" host")
          .append(i % 17);
      text.append(i % 5 == 0 ? " POST " : " GET ")
          .append("/api/items/list \"agent ")
          .append(i)
          .append("\" id=")
          .append(Integer.toHexString(i * 7919));
      text.append(i % 11 == 0 ? " error error" : " ok")
          .append(" mail")
          .append(" someone@example.")
          .append(i % 2 == 0 ? "com" : "net")
          .append(" user=u")
          .append(i)
          .append('\n');
    }
    input = text.toString();
    program = RegExpCompiler.compile(pattern, "gm");
    java = Pattern.compile(pattern, Pattern.MULTILINE);
  }

  /// The engine under test.
  @Benchmark
  public int ours() {
    int count = 0;
    int at = 0;
    for (int[] found = program.search(input, at, MatchLimits.DEFAULT);
        found != null;
        found = at > input.length() ? null : program.search(input, at, MatchLimits.DEFAULT)) {
      count++;
      at = found[1] == found[0] ? found[1] + 1 : found[1];
    }
    return count;
  }

  /// The JDK's.
  @Benchmark
  public int javaUtilRegex() {
    int count = 0;
    Matcher matcher = java.matcher(input);
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  /// Parsing and compiling.
  @Benchmark
  public RegExpProgram compile() throws RegExpSyntaxException {
    return RegExpCompiler.compile(pattern, "gm");
  }
}
