package lexscope.js.syntax;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lexscope.js.regexp.RegExpCompiler;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;

/// Judges the parser by test262: every test that is negative in phase parse must be rejected, every
/// other one must parse. Arguments: the checkout, then folders below `test` (default: language and
/// annexB/language).
final class Test262ParseJudge {
  private static final Pattern FRONT_MATTER =
      Pattern.compile("/\\*---(.*?)---\\*/", Pattern.DOTALL);
  private static final Pattern LIST = Pattern.compile("(flags|features):\\s*\\[([^\\]]*)\\]");
  private static final Pattern BLOCK_LIST =
      Pattern.compile("(flags|features):\\s*\\n((?:\\s*-\\s*\\S+\\s*\\n)+)");
  private static final Pattern PHASE =
      Pattern.compile("negative:\\s*\\n(?:\\s+\\w+:.*\\n)*?\\s+phase:\\s*parse");

  /// Proposals that are no part of the language.
  private static final Set<String> SKIPPED =
      Set.of(
          "decorators",
          "import-defer",
          "source-phase-imports",
          "export-defer",
          "import-text",
          "import-bytes");

  private final Parser parser;
  private final PrintStream out;
  private int tests;
  private int runs;
  private int skipped;
  private final List<String> failures = new ArrayList<>();

  Test262ParseJudge(Parser parser, PrintStream out) {
    this.parser = parser;
    this.out = out;
  }

  /// Judges all tests below a folder.
  void judge(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> paths =
          files
              .filter(path -> path.toString().endsWith(".js"))
              .filter(path -> !path.toString().contains("_FIXTURE"))
              .sorted()
              .toList();
      for (Path path : paths) {
        judgeFile(path);
      }
    }
  }

  private void judgeFile(Path path) throws IOException {
    String text = Files.readString(path);
    Matcher matcher = FRONT_MATTER.matcher(text);
    String matter = matcher.find() ? matcher.group(1) : "";
    List<String> flags = list(matter, "flags");
    if (list(matter, "features").stream().anyMatch(SKIPPED::contains)) {
      skipped++;
      return;
    }
    tests++;
    boolean rejected = PHASE.matcher(matter).find();
    if (flags.contains("module")) {
      run(path, text, "module", rejected);
      return;
    }
    if (!flags.contains("onlyStrict")) {
      run(path, text, "sloppy", rejected);
    }
    if (!flags.contains("noStrict") && !flags.contains("raw")) {
      run(path, "\"use strict\";\n" + text, "strict", rejected);
    }
  }

  private static List<String> list(String matter, String key) {
    List<String> result = new ArrayList<>();
    for (Pattern pattern : List.of(LIST, BLOCK_LIST)) {
      Matcher matcher = pattern.matcher(matter);
      while (matcher.find()) {
        if (matcher.group(1).equals(key)) {
          for (String item : matcher.group(2).split("[,\\s]+|(?:^|\\s)-\\s")) {
            result.add(item.strip());
          }
        }
      }
    }
    return result;
  }

  private void run(Path path, String text, String variant, boolean rejected) {
    runs++;
    SourceText source = new SourceText(path.toString(), text);
    String outcome;
    try {
      Program program =
          variant.equals("module") ? parser.parseModule(source) : parser.parseScript(source);
      outcome = program.end() == text.length() && !rejected ? "" : "accepted";
    } catch (SyntaxErrorException e) {
      outcome = rejected ? "" : "rejected: " + e.message() + " at " + e.position();
    } catch (RuntimeException | StackOverflowError e) {
      outcome = "crashed: " + e;
    }
    if (!outcome.isEmpty()) {
      failures.add(path + " (" + variant + "): " + outcome);
    }
  }

  /// Prints the failures and the counts.
  void report() {
    failures.forEach(out::println);
    out.printf(
        "%d tests (%d skipped as proposals), %d runs, %d failures%n",
        tests, skipped, runs, failures.size());
  }

  public static void main(String[] arguments) throws IOException {
    Path tests = Path.of(arguments[0], "test");
    Test262ParseJudge judge =
        new Test262ParseJudge(new Parser(RegExpCompiler::validate), System.out);
    List<String> folders =
        arguments.length > 1
            ? List.of(arguments).subList(1, arguments.length)
            : List.of("language", "annexB/language");
    for (String folder : folders) {
      judge.judge(tests.resolve(folder));
    }
    judge.report();
  }
}
