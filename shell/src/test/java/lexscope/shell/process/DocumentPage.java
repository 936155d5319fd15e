package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lexscope.shell.session.VirtualShell;
import lexscope.testing.NodeProcess;

/// A page of the documentation that can be run.
///
/// A fenced block whose first line is a comment with the name of a file is that file. In a block
/// called `console` what follows `$ ` is run by `sh` in the page's folder, and what follows that is
/// what it prints, without the folder's own path; of `$ lexscope shell`, what a terminal shows. A
/// line `…` stands for any lines, a `…` at the end of a line for the rest of it.
final class DocumentPage {
  private static final String FENCE = "```";
  private static final String CONSOLE = FENCE + "console";
  private static final String OMITTED = "…";
  private static final Pattern FILE =
      Pattern.compile("(?://|#|<!--) (?<name>[\\w./-]+\\.(?:m?js|cjs|ts|java|html))(?: -->)?");
  private static final Pattern PROMPT =
      Pattern.compile("(?<prompt>\\S.* (?:whole|v8|used)(?: ≤?[ \\d.]+[kMG]?B)?> )(?<typed>.*)");
  private static final int COLUMNS = 400;
  private static final int ROWS = 300;

  private final List<String> lines;
  private final Path folder;

  DocumentPage(List<String> lines, Path folder) {
    this.lines = lines;
    this.folder = folder;
  }

  /// Asserts that a file is the page as it is when it is run, or makes it so if it is told to by
  /// the property `lexscope.update`.
  static void check(Path file, List<String> page, Path folder) throws Exception {
    List<String> fresh = new DocumentPage(page, folder).run();
    boolean known = Files.exists(file) && steady(Files.readAllLines(file)).equals(steady(fresh));
    if (Boolean.getBoolean("lexscope.update") && !known) {
      Files.write(file, fresh);
    }
    assertThat(file)
        .as("made by: the tests of process with -Dlexscope.update=true")
        .isRegularFile();
    assertThat(steady(Files.readAllLines(file)))
        .as("%s (renewed by -Dlexscope.update=true)", file)
        .containsExactlyElementsOf(steady(fresh));
  }

  private static List<String> steady(List<String> lines) {
    return lines.stream().map(DocumentPage::steady).toList();
  }

  /// Runs the page, and answers it with what is really printed.
  List<String> run() throws Exception {
    List<String> fresh = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      if (!line.startsWith(FENCE)) {
        fresh.add(line);
        at++;
        continue;
      }
      int end = at + 1;
      while (!lines.get(end).equals(FENCE)) {
        end++;
      }
      List<String> block = lines.subList(at + 1, end);
      fresh.add(line);
      fresh.addAll(line.equals(CONSOLE) ? console(block) : file(block));
      fresh.add(FENCE);
      at = end + 1;
    }
    return fresh;
  }

  private List<String> file(List<String> block) throws IOException {
    Matcher name = FILE.matcher(block.isEmpty() ? "" : block.getFirst());
    if (name.matches()) {
      Path file = folder.resolve(name.group("name"));
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.write(file, block);
    }
    return block;
  }

  private List<String> console(List<String> block) throws Exception {
    List<String> fresh = new ArrayList<>();
    int at = 0;
    while (at < block.size()) {
      assertThat(block.get(at)).startsWith("$ ");
      int end = at + 1;
      while (end < block.size() && !block.get(end).startsWith("$ ")) {
        end++;
      }
      List<String> shown = block.subList(at + 1, end);
      String command = block.get(at).substring(2);
      fresh.add(block.get(at));
      if (command.startsWith("npm install ")) {
        NodeProcess.install(
            folder, List.of(command.substring("npm install ".length()).split(" ", -1)));
      } else {
        boolean terminal = command.contains("lexscope shell ");
        fresh.addAll(merged(shown, terminal ? terminal(command, shown) : printed(command)));
      }
      at = end;
    }
    return fresh;
  }

  private List<String> printed(String command) throws Exception {
    String path = "PATH='" + Launcher.SCRIPT.getParent() + "':$PATH; export PATH; ";
    Launcher.Result result = Launcher.sh(folder, path + "{ " + command + "\n} 2>&1");
    result.endsWith(result.code());
    return result.out().replace(folder + "/", "").lines().toList();
  }

  private List<String> terminal(String command, List<String> shown) throws Exception {
    String file = folder.resolve(command.substring(command.lastIndexOf(" ") + 1)).toString();
    Path history = Files.createTempDirectory("lexscope-pages");
    try (VirtualShell shell = new VirtualShell(history, COLUMNS, ROWS, false, file)) {
      shell.see(".*> ");
      for (String line : shown) {
        Matcher prompt = PROMPT.matcher(line);
        if (prompt.matches()) {
          shell.enter(prompt.group("typed"));
        }
      }
      List<String> screen =
          new ArrayList<>(shell.text().replace(folder + "/", "").lines().toList());
      screen.removeLast();
      return screen;
    }
  }

  // ---- what is shown and what is printed ------------------------------------------------------

  /// What is printed, with the omissions of what is shown; all of it if the two do not match.
  static List<String> merged(List<String> shown, List<String> printed) {
    if (!shown.contains(OMITTED) && shown.stream().noneMatch(DocumentPage::isShortened)) {
      return printed;
    }
    List<String> merged = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (at < shown.size()) {
      boolean free = shown.get(at).equals(OMITTED);
      if (free) {
        merged.add(OMITTED);
        at++;
      }
      int end = at;
      while (end < shown.size() && !shown.get(end).equals(OMITTED)) {
        end++;
      }
      List<String> segment = shown.subList(at, end);
      int found = from;
      while (!beginsWith(printed.subList(found, printed.size()), segment)) {
        if (!free || found == printed.size()) {
          return printed;
        }
        found++;
      }
      for (int i = 0; i < segment.size(); i++) {
        merged.add(isShortened(segment.get(i)) ? segment.get(i) : printed.get(found + i));
      }
      from = found + segment.size();
      at = end;
    }
    boolean complete = from == printed.size() || merged.getLast().equals(OMITTED);
    return complete ? merged : printed;
  }

  private static boolean isShortened(String line) {
    return line.endsWith(OMITTED) && !line.equals(OMITTED);
  }

  private static boolean beginsWith(List<String> printed, List<String> segment) {
    if (printed.size() < segment.size()) {
      return false;
    }
    for (int i = 0; i < segment.size(); i++) {
      String wanted = loosely(segment.get(i));
      String there = loosely(printed.get(i));
      boolean same =
          isShortened(wanted)
              ? there.startsWith(wanted.substring(0, wanted.length() - 1).strip())
              : there.equals(wanted);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static String loosely(String line) {
    return steady(line).replaceAll("[\\d.,]+ ?(kB|MB|B)?", "0");
  }

  /// Lines whose numbers move with each built-in object that is added, and those of tables of
  /// samples, of which Flight Recorder lets pass as many as there is time for.
  private static final Pattern TOTALS =
      Pattern.compile(
          "(whole|v8|used) .*|\\S+, policy .*|… and .*|nodes .* → .*|.*system / Map.*"
              + "|.*GlobalEnvironmentRecord.*|.*\\(string\\).*|.*\\d %.*"
              + "|(\\d+ ){5}\\w+EnvironmentRecord.*");

  /// A line without what differs from build to build, or from run to run: ids, totals, times.
  static String steady(String line) {
    Matcher prompt = PROMPT.matcher(line);
    if (prompt.matches()) {
      return prompt.group("prompt").replaceAll(" ≤?[ \\d.]+[kMG]?B> ", "> ")
          + prompt.group("typed");
    }
    String steady =
        line.strip()
            .replaceAll("#\\d+", "#")
            .replaceAll("\\s+", " ")
            .replaceAll("\\d+(\\.\\d+)? ?(ms|µs)\\b", "0 ms");
    return TOTALS.matcher(steady).matches()
        ? steady.replaceAll("[\\d.,]+( [kMG]?B\\b)?", "0")
        : steady;
  }
}
