package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lexscope.shell.Verbs;
import lexscope.shell.command.Command;
import lexscope.shell.command.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages about verbs say what `--help` says, and show what the example prints.
final class VerbPagesProcessTest {
  private static final Path PAGES = Path.of("docs", "verbs");
  private static final Path FOLDER = Path.of("target", "pages", "verbs").toAbsolutePath();

  /// What an example is about, if it is not the program of the others.
  private static final Map<String, String> ABOUT =
      Map.of(
          "test",
          "Of [panel.scenario.mjs](../../../scenarios/examples/panel.scenario.mjs):",
          "completions",
          "For bash:");

  /// What is done before an example, as a line of a terminal.
  private static final Map<String, String> BEFORE =
      Map.of("jfr", "lexscope run --jfr app.jfr app.js");

  /// What is shown of answers that are long, or of another length each time.
  private static final Map<String, List<String>> SHOWN =
      Map.of(
          "completions",
          List.of("# Completion of lexscope for bash. Made by: …", "…"),
          "shell",
          List.of("61 listeners", "app.js whole 1 kB> why class:Session"));

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectories(FOLDER);
    for (Path file :
        List.of(
            Path.of("docs", "app.js"),
            Path.of("..", "scenarios", "examples", "panel.scenario.mjs"))) {
      Files.copy(
          file,
          FOLDER.resolve(String.valueOf(file.getFileName())),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static List<String> verbs() {
    return Verbs.all().stream().map(Command::name).toList();
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void theseAreTheWordsOfHelp(String verb) throws Exception {
    Command command =
        Verbs.all().stream().filter(each -> each.name().equals(verb)).findFirst().orElseThrow();
    List<String> page = new ArrayList<>(List.of("# lexscope " + verb, ""));
    fenced("text", Launcher.lexscope(FOLDER, verb, "--help").endsWith(0).out(), page);
    page.addAll(List.of("", ABOUT.getOrDefault(verb, "Of [app.js](../app.js):"), "", "```console"));
    if (BEFORE.containsKey(verb)) {
      page.addAll(List.of("$ " + BEFORE.get(verb), "…"));
    }
    page.add("$ " + Examples.line(command));
    page.addAll(SHOWN.getOrDefault(verb, List.of()));
    page.addAll(List.of("```", "", "[All commands](README.md)"));
    DocumentPage.check(PAGES.resolve(verb + ".md"), page, FOLDER);
  }

  @Test
  void theVerbsOfTheShellSayWhatItsHelpSays() throws Exception {
    List<String> page =
        new ArrayList<>(
            List.of(
                "# Verbs of the interactive shell",
                "",
                "`lexscope shell FILE` has all [commands](README.md), about FILE if they name no"
                    + " other,",
                "and the verbs below; [its own page](../shell.md) shows them at work."));
    for (String verb : shellVerbs()) {
      page.addAll(List.of("", "## " + verb, ""));
      fenced("text", own(answer("help " + verb)), page);
    }
    DocumentPage.check(PAGES.resolve("in-the-shell.md"), page, FOLDER);
  }

  /// Of a verb that is a command, too, only what the shell says of its own.
  private static String own(String help) {
    int command = help.indexOf("\n\nUsage: lexscope ");
    return command < 0 ? help : help.substring(0, command + 1);
  }

  private static List<String> shellVerbs() throws Exception {
    String overview = answer("help");
    return overview
        .substring(overview.indexOf("Verbs of the shell:"))
        .lines()
        .filter(line -> line.startsWith("  "))
        .map(line -> line.strip().split(" ", 2)[0])
        .toList();
  }

  private static String answer(String line) throws Exception {
    return Launcher.finish(Launcher.builder(FOLDER, "shell"), line + "\n").endsWith(0).out();
  }

  @Test
  void theIndexListsThemAll() throws Exception {
    List<String> page = new ArrayList<>(List.of("# Commands", "", "| command | |", "|---|---|"));
    for (Command command : Verbs.all()) {
      page.add(
          "| [%s](%s.md) | %s |"
              .formatted(command.name(), command.name(), command.summary().replace("|", "\\|")));
    }
    page.addAll(
        List.of(
            "",
            "`lexscope VERB --help` says what these pages say. The interactive shell has [verbs of",
            "its own](in-the-shell.md).",
            "",
            "The examples are about this program:",
            "",
            "```js"));
    page.addAll(Files.readAllLines(Path.of("docs", "app.js")));
    page.add("```");
    DocumentPage.check(PAGES.resolve("README.md"), page, FOLDER);
    try (Stream<Path> files = Files.list(PAGES)) {
      List<String> names = new ArrayList<>(verbs());
      names.addAll(List.of("README", "in-the-shell"));
      assertThat(files.map(file -> String.valueOf(file.getFileName()).replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  private static void fenced(String language, String text, List<String> page) {
    page.add("```" + language);
    text.lines().forEach(page::add);
    page.add("```");
  }
}
