package lexscope.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import lexscope.shell.invocation.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The interactive shell at a virtual terminal: whole screens are compared with files. With
/// `-Dlexscope.golden=write` they are written anew, to be read before they are committed.
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class VirtualScreenTest {
  private static final String PROMPT = ".*> ";
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";
  private static final String RIGHT = "\u001bOC";
  private static final String UP = "\u001bOA";

  /// The same name in each run: lengths of names count in sizes.
  private final Path folder = Path.of("target", "virtual-screens");

  private final Path program = folder.resolve("app.js");

  @BeforeEach
  void writeProgram() throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve("history"));
    try (var in = Objects.requireNonNull(VirtualScreenTest.class.getResourceAsStream("app.js"))) {
      Files.write(program, in.readAllBytes());
    }
  }

  @Test
  void thePromptShowsFilePolicyAndSizeAndTheHeapIsTracedAnewForAnotherPolicy() throws Exception {
    try (VirtualShell shell = shell(160, 30)) {
      shell.see(PROMPT);
      shell.enter("histo --rows 3");
      shell.enter("policy used");
      shell.enter("why binding:attach.cache");
      golden("policy", shell);
    }
  }

  @Test
  void tabCompletesVerbsTargetsAndNamesOfWhatIsAlive() throws Exception {
    try (VirtualShell shell = shell(160, 30)) {
      shell.see(PROMPT);
      shell.type("wh\t").see(".*where \\(show.*");
      shell.type("y \t").see("binding: .*site:.*");
      shell.type("binding:at\t").see(".*binding:attach.name .*");
      golden("completion", shell);
      shell.enter("o\t");
      assertThat(shell.text()).contains("binding:attach.onClick is closure onClick");
    }
  }

  @Test
  void hintsShowHowAVerbIsUsedAndHowAnEarlierEntryWentOn() throws Exception {
    try (VirtualShell shell = shell(160, 30)) {
      shell.see(PROMPT);
      shell.type("whatif").see(".*> whatif TARGET.*");
      shell.typeAndWait(CTRL_C);
      shell.enter("1 + 41");
      shell.type("1").see(".*> 1 \\+ 41 ");
      shell.typeAndWait(RIGHT + "\r");
      shell.type(UP).see(".*> 1 \\+ 41 ");
      golden("hints", shell);
    }
  }

  @Test
  void javaScriptOfSeveralLinesRunsInTheRealmOfTheProgram() throws Exception {
    try (VirtualShell shell = shell(160, 30)) {
      shell.see(PROMPT);
      shell.type("function latest() {\r").see(" *… ");
      shell.type("return listeners.at(-1);\r").see(" *… ");
      shell.enter("}");
      shell.enter("latest()('!')");
      shell.enter("= {a: [1, 2], b: `x`}");
      shell.enter("nosuch");
      shell.enter("histoo");
      shell.enter("let broken = = 1");
      golden("javascript", shell);
    }
  }

  @Test
  void tabCompletesPropertiesOwnAndInheritedWithoutAskingTheProgram() throws Exception {
    try (VirtualShell shell = shell(160, 30)) {
      shell.see(PROMPT);
      shell.enter(
          "globalThis.box = { plain: { inner: 'text' }, get loud() { throw new Error('asked'); } };"
              + " 0");
      shell.type("box.pl").see(".*box.pl ");
      shell.type("\t").see(".*> box.plain ");
      shell.type(".in\t").see(".*> box.plain.inner ");
      shell.enter(".trimSt\t()");
      assertThat(shell.text()).endsWith("'text'\n" + lastLine(shell));
      shell.type("box.loud.\t").see(".*> box.loud. ");
      shell.typeAndWait(CTRL_C);
      shell.type("listeners.findLastI").see(".*findLastI ");
      shell.type("\t").see(".*> listeners.findLastIndex ");
      shell.typeAndWait(CTRL_C);
      shell.enter("break 14");
      shell.enter("run");
      shell.type("session.na").see(".*session.na ");
      shell.type("\t").see(".*> session.name ");
      shell.typeAndWait(CTRL_C);
      assertThat(shell.text()).doesNotContain("asked\n");
    }
  }

  private static String lastLine(VirtualShell shell) {
    return shell.text().substring(shell.text().lastIndexOf('\n') + 1);
  }

  @Test
  void controlCEndsAQuestionAboutTheHeapAndNotTheShell() throws Exception {
    Files.writeString(
        folder.resolve("large.js"),
        "const all = []; for (let i = 0; i < 1_500_000; i++) all.push({ i, before: all[i - 1] });");
    try (VirtualShell shell = shell(160, 30)) {
      shell.see(PROMPT);
      shell.enter("open " + folder.resolve("large.js"));
      shell.type("suspects\r").see(".*");
      Thread.sleep(300);
      shell.typeAndWait(CTRL_C);
      assertThat(shell.text()).contains("interrupted");
      shell.type("whatif binding:all\r").see(".*");
      Thread.sleep(300);
      shell.typeAndWait(CTRL_C);
      shell.enter("all.length");
      assertThat(shell.text()).contains("\n1500000\n");
    }
  }

  @Test
  void controlCEndsWhatRunsAndNotTheShell() throws Exception {
    try (VirtualShell shell = shell(160, 30)) {
      shell.see(PROMPT);
      shell.type("for (;;);\r").see(".*;; ?\\);.*");
      Thread.sleep(300);
      shell.typeAndWait(CTRL_C);
      assertThat(shell.text()).contains("interrupted");
      shell.enter("1 + 1");
      assertThat(shell.text()).contains("\n2\n");
      shell.type("not finished").see(".*finished ");
      shell.typeAndWait(CTRL_C);
      shell.type(CTRL_D);
      assertThat(shell.end()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void controlCLetsTheProgramStandWhereItIsAndItMayGoOn() throws Exception {
    Path endless = folder.resolve("endless.js");
    Files.writeString(endless, "let n = 0;\nconsole.log('going');\nfor (;;) {\n  n++;\n}\n");
    try (VirtualShell shell = new VirtualShell(folder, 160, 30, false, endless.toString())) {
      shell.see("going ");
      Thread.sleep(300);
      shell.typeAndWait(CTRL_C);
      assertThat(shell.text()).contains("interrupted: target/virtual-screens/endless.js:");
      shell.enter("n > 1000");
      assertThat(shell.text()).contains("\ntrue\n");
      shell.enter("step");
      assertThat(shell.text()).contains("this run cannot stop at statements");
      shell.type("continue\r").see(".*continue ");
      Thread.sleep(300);
      shell.typeAndWait(CTRL_C);
      shell.enter("step");
      shell.type(CTRL_D);
      assertThat(shell.end()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void longAnswersArePagedAndQLeavesThePager() throws Exception {
    try (VirtualShell shell = shell(160, 16)) {
      shell.see(PROMPT);
      shell.type("histo --rows 200\r").see("q quits.*");
      golden("pager", shell);
      shell.typeAndWait("q");
      shell.enter("1 + 1");
      assertThat(shell.text()).contains("\n2\n");
    }
  }

  @Test
  void stepsShowTheSourceAndTheRecordsOfTheRunningContext() throws Exception {
    try (VirtualShell shell = shell(160, 44)) {
      shell.see(PROMPT);
      shell.enter("break onClick");
      shell.enter("run");
      shell.enter("env");
      golden("env", shell);
      shell.enter("count = 10");
      shell.enter("step");
      shell.enter("count + event");
      shell.enter("finish");
      shell.enter("continue");
      shell.enter("delete 1");
      shell.enter("continue");
      golden("steps", shell);
    }
  }

  @Test
  void wideCharactersStandInLine() throws Exception {
    try (VirtualShell shell = shell(160, 30)) {
      shell.see(PROMPT);
      shell.enter("class 世界 { constructor() { this.a = []; } }");
      shell.enter("const 木 = { 一: new 世界(), b: 1n, 三三三: new 世界() }");
      shell.enter("retainers class:世界");
      shell.enter("refs 1");
      golden("wide", shell);
    }
  }

  @Test
  void aShellWithoutAFileIsAnEmptyRealm() throws Exception {
    try (VirtualShell shell = new VirtualShell(folder, 160, 30, false)) {
      shell.see("lexscope whole.*> ");
      shell.enter("const make = () => { const big = [1, 2, 3]; return () => big; }");
      shell.enter("const kept = make()");
      shell.enter("why binding:make.big");
      golden("empty", shell);
    }
  }

  private VirtualShell shell(int columns, int rows) throws IOException {
    return new VirtualShell(folder, columns, rows, false, program.toString());
  }

  private void golden(String name, VirtualShell shell) throws IOException {
    String text = shell.text().replace(folder.toString() + "/", "") + "\n";
    Path resources = Path.of("src/test/resources/lexscope/shell/session");
    Path file = resources.resolve(name + ".screen.txt");
    if (System.getProperty("lexscope.golden", "").equals("write")) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
  }
}
