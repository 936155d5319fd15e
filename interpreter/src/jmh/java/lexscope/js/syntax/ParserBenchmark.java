package lexscope.js.syntax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import lexscope.js.regexp.RegExpCompiler;
import lexscope.js.source.SourceText;
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

/// Parses a script: a file (`-p file=typescript.js`), or a made one of one million characters.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ParserBenchmark {
  private static final int MADE_LENGTH = 1_000_000;

  /// The file to parse; empty for the made script.
  @Param("")
  private String file = "";

  private final Parser parser = new Parser(RegExpCompiler::validate);
  private SourceText source = new SourceText("", "");

  /// Reads or makes the script.
  @Setup
  public void prepare() throws IOException {
    String text = file.isEmpty() ? made() : Files.readString(Path.of(file));
    source = new SourceText(file, text);
  }

  private static String made() {
    StringBuilder text = new StringBuilder(MADE_LENGTH + 500);
    for (int i = 0; text.length() < MADE_LENGTH; i++) {
      text.append("class Account")
          .append(i)
          .append(" extends Base {\n")
          .append("  #balance = 0; // in cents\n")
          .append("  deposit(amount, { note = \"none\", ...rest } = {}) {\n")
          .append(
              "    if (amount <= 0 || !Number.isFinite(amount)) throw new RangeError(`bad"
                  + " ${amount}`);\n")
          .append(
              "    for (const listener of this.listeners) listener?.call(this, amount, note);\n")
          .append("    this.#balance += amount * 100 + rest.fee;\n")
          .append("    return [1, 2, 3].map((x) => x * this.#balance).filter(Boolean);\n")
          .append("  }\n}\n");
    }
    return text.toString();
  }

  /// One parse.
  @Benchmark
  public Program parse() {
    return parser.parseScript(source);
  }
}
