package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lexscope.shell.Verbs;
import lexscope.shell.invocation.ExitCode;
import org.apache.commons.cli.Option;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `completions` prints, tried in the very shells that it is for.
final class CompletionsTest {
  private static final long SECONDS = 60;

  @TempDir Path folder = Path.of("");
  @TempDir Path scratch = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("app.js"), "1");
    Files.writeString(folder.resolve("with space.js"), "1");
    Files.createDirectory(folder.resolve("tests"));
  }

  @Test
  void bashCompletesVerbsOptionsValuesTargetsAndFiles() throws Exception {
    assertThat(bash("lexscope", "comp")).containsExactly("compare", "completions");
    assertThat(bash("lexscope", "why", "--po")).containsExactly("--policy");
    assertThat(bash("lexscope", "why", "--policy", "")).containsExactly("whole", "v8", "used");
    assertThat(bash("lexscope", "why", "--policy", "=", "us")).containsExactly("used");
    assertThat(bash("lexscope", "why", "--policy", "=")).contains("whole", "v8", "used");
    assertThat(bash("lexscope", "diff", "--by", "re")).containsExactly("record");
    assertThat(bash("lexscope", "histo", "--by", "")).contains("package").doesNotContain("record");
    assertThat(bash("lexscope", "why", "rec")).containsExactly("record:");
    assertThat(bash("lexscope", "histo", ""))
        .containsExactlyInAnyOrder("app.js", "tests", "with space.js");
    assertThat(bash("lexscope", "run", "--html", "a")).containsExactly("app.js");
    assertThat(bash("lexscope", "run", "--until", "")).isEmpty();
    assertThat(bash("lexscope", "run", "app.js", "--", "--po")).isEmpty();
    assertThat(bash("lexscope", "completions", "")).containsExactly("bash", "zsh", "fish");
    assertThat(bash("lexscope", "help", "dom")).containsExactly("dominators");
  }

  @Test
  void fishCompletesTheSame() throws Exception {
    assertThat(fish("lexscope comp")).contains("compare", "completions");
    assertThat(fish("lexscope why --po")).containsExactly("--policy");
    assertThat(fish("lexscope why --policy ")).containsExactly("used", "v8", "whole");
    assertThat(fish("lexscope why --policy=us")).containsExactly("--policy=used");
    assertThat(fish("lexscope diff --by re")).containsExactly("record");
    assertThat(fish("lexscope why rec")).containsExactly("record:");
    assertThat(fish("lexscope histo a")).containsExactly("app.js");
    assertThat(fish("lexscope run --html a")).containsExactly("app.js");
    assertThat(fish("lexscope completions ")).containsExactly("bash", "fish", "zsh");
  }

  @Test
  void zshCompletesTheSame() throws Exception {
    assertThat(zsh("lexscope compa")).isEqualTo("lexscope compare");
    assertThat(zsh("lexscope why --pol")).isEqualTo("lexscope why --policy=");
    assertThat(zsh("lexscope why --policy us")).isEqualTo("lexscope why --policy used");
    assertThat(zsh("lexscope why --policy=us")).isEqualTo("lexscope why --policy=used");
    assertThat(zsh("lexscope diff --by rec")).isEqualTo("lexscope diff --by record");
    assertThat(zsh("lexscope why rec")).isEqualTo("lexscope why record:");
    assertThat(zsh("lexscope histo ap")).isEqualTo("lexscope histo app.js");
    assertThat(zsh("lexscope why #12 wi")).isEqualTo("lexscope why #12 with\\ space.js");
    assertThat(zsh("lexscope completions f")).isEqualTo("lexscope completions fish");
  }

  @Test
  void everyOptionIsCompletedEverywhereAndEveryListedValueExists() {
    String bash = script("bash");
    String zsh = script("zsh");
    String fish = script("fish");
    for (Command command : Verbs.all()) {
      for (Option option : CompletedWords.options(command)) {
        String word = "--" + option.getLongOpt();
        assertThat(bash).contains(word);
        assertThat(zsh).contains(word);
        assertThat(fish).contains("-l " + option.getLongOpt());
        List<OptionValues.Value> values = OptionValues.of(command.name(), option);
        assertThat(values)
            .as("%s %s: %s", command.name(), word, option.getDescription())
            .allMatch(value -> option.getDescription().contains(value.text()));
        boolean isChoice =
            option.hasArg() && option.getDescription().matches("\\w+(, \\w+)* or .*");
        assertThat(isChoice && values.isEmpty()).as(command.name() + " " + word).isFalse();
      }
    }
  }

  @Test
  void anotherShellIsRefused() {
    CommandLine line = new CommandLine();
    assertThat(line.run("completions", "tcsh")).isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).contains("bash, zsh, fish");
  }

  private static String script(String shell) {
    CommandLine line = new CommandLine();
    assertThat(line.run("completions", shell)).isEqualTo(ExitCode.DONE);
    return line.out();
  }

  private List<String> bash(String... words) throws Exception {
    assumeThere("bash");
    Path script = Files.writeString(scratch.resolve("completions"), script("bash"));
    StringBuilder typed = new StringBuilder();
    for (String word : words) {
      typed.append(" '").append(word).append('\'');
    }
    String line =
        "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; _lexscope; printf '%%s\\n' \"${COMPREPLY[@]}\""
            .formatted(script, typed, words.length - 1);
    return run(List.of("bash", "--norc", "-c", line))
        .lines()
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private List<String> fish(String typed) throws Exception {
    assumeThere("fish");
    Path script = Files.writeString(scratch.resolve("completions"), script("fish"));
    String line = "source '%s'; complete -C '%s'".formatted(script, typed);
    return run(List.of("fish", "--no-config", "-c", line))
        .lines()
        .map(each -> each.split("\t", -1)[0])
        .toList();
  }

  /// What the line has become after the Tab key, in a pseudo-terminal of zsh's own.
  private String zsh(String typed) throws Exception {
    assumeThere("zsh");
    Path script = Files.writeString(scratch.resolve("completions"), script("zsh"));
    Path driver =
        Files.writeString(
            scratch.resolve("driver"),
            """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            read-until() {
              local text= chunk
              while [[ $text != *$1* ]]; do zpty -r shell chunk || exit 1; text+=$chunk; done
              REPLY=$text
            }
            zpty -w shell 'PS1=; PROMPT_EOL_MARK=; unsetopt beep; autoload -U compinit; compinit -u -D'
            zpty -w shell "source $2"'; show() { zle complete-word; print -r -- "<""<$BUFFER>"">"; }; zle -N show; bindkey "^I" show; print rea''dy'
            read-until $'ready\\r'
            zpty -n -w shell "$1"$'\\t'
            read-until '>>'
            print -r -- "$REPLY"
            """);
    String shown = run(List.of("zsh", "-f", driver.toString(), typed, script.toString()));
    int begin = shown.lastIndexOf("<<");
    return shown.substring(begin + 2, shown.indexOf(">>", begin)).stripTrailing();
  }

  private static void assumeThere(String shell) {
    boolean there =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, shell)));
    String reason = "SKIPPED: " + shell + " is not on the path: its completions were not tried";
    if (!there) {
      System.err.println(reason);
    }
    Assumptions.assumeTrue(there, reason);
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    Path out = scratch.resolve("out");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("HOME", scratch.toString());
    builder.environment().put("TERM", "xterm");
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("no end: " + command + "\n" + Files.readString(out));
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
