package lexscope.shell.steps;

import static lexscope.shell.browser.OneBrowser.isQuiet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lexscope.js.policy.CapturePolicy;
import lexscope.shell.browser.BrowserPage;
import lexscope.shell.browser.OneBrowser;
import lexscope.shell.page.PageFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What a reader can do on the stepper's page, in a real browser.
class StepsPageTest {
  private static final String COUNTER =
      """
      function makeCounter() {
        let count = 0;
        return function inc() { return ++count; };
      }
      let counter = makeCounter();
      counter();
      console.log(counter());
      counter = null;
      console.log('gone </script><b>bold</b>');
      """;

  @RegisterExtension static final OneBrowser BROWSER = new OneBrowser();

  @TempDir Path folder = Path.of("");

  private BrowserPage open(boolean predicting, Recorded... runs) throws IOException {
    Path file = folder.resolve("steps.html");
    List<Trace> traces = List.of(runs).stream().map(Recorded::trace).toList();
    PageFile.write(StepsPage.of(traces, predicting), file, "steps.html");
    return BROWSER.open(file);
  }

  private BrowserPage open(String program) throws IOException {
    return open(false, Recorded.of(folder, program));
  }

  private static String count(BrowserPage page) {
    return page.textOf("#count");
  }

  /// The selector of the box with a title.
  private static String box(BrowserPage page, String title) {
    String key =
        page.text(
            "[...document.querySelectorAll('.box')].find((box) =>"
                + " box.querySelector('.box-title').textContent.split(' ')[0] === '"
                + title
                + "')?.dataset.key");
    return ".box[data-key=\"" + key + "\"]";
  }

  private static boolean hasBox(BrowserPage page, String title) {
    return !box(page, title).contains("undefined");
  }

  /// Moves the slider as a reader does who drags it.
  private static void slide(BrowserPage page, int step) {
    page.evaluate(
        "{ const slider = document.getElementById('slider'); slider.value = '"
            + step
            + "'; slider.dispatchEvent(new Event('input')); }");
  }

  @Test
  @DisplayName("buttons, slider and keys go to the steps, and the ends stop them")
  void moving() throws IOException {
    try (BrowserPage page = open(COUNTER)) {
      assertThat(count(page)).isEqualTo("1 / 11");
      assertThat(page.textOf(".source .here code")).isEqualTo("function makeCounter() {");
      assertThat(page.evaluate("document.getElementById('back').disabled").getAsBoolean()).isTrue();
      page.click("#next");
      assertThat(page.textOf(".source .here code")).isEqualTo("let counter = makeCounter();");
      page.click("#next");
      assertThat(count(page)).isEqualTo("3 / 11");
      assertThat(page.textsOf(".box.context .box-title"))
          .containsExactly("(top level)", "makeCounter");
      assertThat(page.textOf(".box.running .box-title")).isEqualTo("makeCounter");
      assertThat(page.textOf(".source .caller code")).isEqualTo("let counter = makeCounter();");
      page.click("#back");
      assertThat(page.textsOf(".box.context:not(.dying) .box-title"))
          .containsExactly("(top level)");
      page.press("ArrowRight");
      page.press("ArrowRight");
      assertThat(count(page)).isEqualTo("4 / 11");
      assertThat(page.textOf(".source .here mark")).isEqualTo("return");
      page.press("ArrowLeft");
      assertThat(count(page)).isEqualTo("3 / 11");
      page.press("End");
      assertThat(count(page)).isEqualTo("11 / 11");
      assertThat(page.evaluate("document.getElementById('next').disabled").getAsBoolean()).isTrue();
      assertThat(page.textsOf(".console li")).containsExactly("2", "gone </script><b>bold</b>");
      assertThat(page.count(".console b")).isZero();
      page.press("Home");
      assertThat(count(page)).isEqualTo("1 / 11");
      slide(page, 6);
      assertThat(count(page)).isEqualTo("6 / 11");
      page.click("#last");
      page.click("#first");
      assertThat(count(page)).isEqualTo("1 / 11");
      isQuiet(page);
    }
  }

  @Test
  @DisplayName("play goes on by itself to the end, and pauses when asked")
  void playing() throws IOException {
    try (BrowserPage page = open(COUNTER)) {
      // Slow enough to be met on the way, however busy the machine is.
      page.evaluate("{ document.getElementById('speed').value = '2400'; }");
      page.press(" ");
      page.await("document.getElementById('play').getAttribute('aria-label') === 'Pause'");
      page.evaluate(
          "{ const speed = document.getElementById('speed'); speed.value = '120';"
              + " speed.dispatchEvent(new Event('change')); }");
      page.await("document.getElementById('count').textContent === '11 / 11'");
      page.await("document.getElementById('play').getAttribute('aria-label') === 'Play'");
      page.evaluate("{ document.getElementById('speed').value = '2400'; }");
      page.click("#play");
      page.await("document.getElementById('count').textContent === '1 / 11'");
      page.click("#play");
      assertThat(page.text("document.getElementById('play').getAttribute('aria-label')"))
          .isEqualTo("Play");
      isQuiet(page);
    }
  }

  @Test
  @DisplayName("boxes keep their place from step to step, and no two are in one place")
  void places() throws IOException {
    try (BrowserPage page =
        open(
            """
            const kept = [];
            for (let i = 0; i < 6; i++) {
              const name = 'n' + i;
              const use = () => name;
              if (i % 2) kept.push(use);
            }
            kept.length = 1;
            """)) {
      String seen =
          """
          (() => {
            const places = new Map();
            const wrong = [];
            const slider = document.getElementById('slider');
            for (let step = 1; step <= Number(slider.max); step++) {
              slider.value = String(step);
              slider.dispatchEvent(new Event('input'));
              const boxes = [...document.querySelectorAll('.box')];
              for (const box of boxes) {
                const at = `${box.offsetLeft},${box.offsetTop}`;
                if ((places.get(box.dataset.key) ?? at) !== at) wrong.push(`${step} ${box.dataset.key} moves`);
                places.set(box.dataset.key, at);
              }
              for (const a of boxes) {
                for (const b of boxes) {
                  if (a !== b && a.offsetLeft === b.offsetLeft && a.offsetTop <= b.offsetTop
                      && a.offsetTop + a.offsetHeight > b.offsetTop) {
                    wrong.push(`${step} ${a.dataset.key} covers ${b.dataset.key}`);
                  }
                }
              }
            }
            return [places.size, ...wrong];
          })()\
          """;
      var found = page.evaluate(seen).getAsJsonArray();
      assertThat(found).as("%s", found).hasSize(1);
      assertThat(found.get(0).getAsInt()).isGreaterThan(12);
      isQuiet(page);
    }
  }

  @Test
  @DisplayName("arrows lead from rows to the boxes that they mean")
  void arrows() throws IOException {
    try (BrowserPage page = open(COUNTER)) {
      slide(page, 5);
      String global = key(page, "ER1");
      String record = key(page, "ER2");
      String own = key(page, "ER3");
      String closure = key(page, "inc");
      assertThat(arrows(page))
          .contains(
              "ctx LexicalEnvironment " + global,
              global + " counter " + closure,
              closure + " [[Environment]] " + own,
              own + " [[OuterEnv]] " + record,
              own + " inc " + closure,
              record + " [[OuterEnv]] " + global)
          .doesNotHaveDuplicates();
      page.await("document.getAnimations().length === 0");
      // The arrow begins at the row and ends at the head of the box.
      assertThat(
              page.evaluate(
                      """
                      (() => {
                        const path = document.querySelector(
                          `.arrow[data-from="%s"][data-row="counter"]`);
                        const from = document.querySelector('.box[data-key="%s"]');
                        const to = document.querySelector('.box[data-key="%s"]');
                        const row = [...from.querySelectorAll('.row')]
                          .find((each) => each.firstChild.textContent === 'counter');
                        const svg = path.ownerSVGElement.getBoundingClientRect();
                        const start = path.getPointAtLength(0);
                        const end = path.getPointAtLength(path.getTotalLength());
                        const r = row.getBoundingClientRect();
                        const t = to.getBoundingClientRect();
                        return svg.y + start.y > r.top && svg.y + start.y < r.bottom
                          && Math.abs(svg.x + start.x - r.right) < 4
                          && Math.abs(svg.x + end.x - t.left) < 4
                          && svg.y + end.y > t.top && svg.y + end.y < t.bottom;
                      })()\
                      """
                          .formatted(global, global, closure))
                  .getAsBoolean())
          .isTrue();
      isQuiet(page);
    }
  }

  private static String key(BrowserPage page, String title) {
    return page.text("document.querySelector('" + box(page, title) + "').dataset.key");
  }

  private static List<String> arrows(BrowserPage page) {
    return page
        .evaluate(
            "[...document.querySelectorAll('.arrow:not(.path)')].map((a) =>"
                + " `${a.dataset.from.startsWith('c') ? 'ctx' : a.dataset.from} ${a.dataset.row}"
                + " ${a.dataset.to}`)")
        .getAsJsonArray()
        .asList()
        .stream()
        .map(com.google.gson.JsonElement::getAsString)
        .toList();
  }

  @Test
  @DisplayName("a click on a record says why it is alive now, and its path lights up")
  void why() throws IOException {
    try (BrowserPage page = open(COUNTER)) {
      slide(page, 7);
      assertThat(page.isVisible(".details")).isFalse();
      page.click(box(page, "ER2"));
      assertThat(page.isVisible(".details")).isTrue();
      assertThat(page.textOf(".details .badge")).isEqualTo("alive");
      assertThat(page.textsOf(".why li"))
          .satisfiesExactly(
              root -> assertThat(root).startsWith("root: global lexical bindings").endsWith("ER1"),
              binding -> assertThat(binding).startsWith("binding counter → inc"),
              slot -> assertThat(slot).isEqualTo("[[Environment]] → ER3"),
              outer -> assertThat(outer).isEqualTo("[[OuterEnv]] → ER2"));
      assertThat(page.textsOf(".box.held .box-title"))
          .containsExactlyInAnyOrder("ER1", "ER2 of makeCounter", "ER3 of makeCounter", "inc");
      assertThat(page.count(".arrow.path")).isEqualTo(3);
      page.screenshot("steps-why");
      page.press("Escape");
      assertThat(page.isVisible(".details")).isFalse();
      assertThat(page.count(".arrow.path")).isZero();
      isQuiet(page);
    }
  }

  @Test
  @DisplayName("when a record dies can be jumped to; there it is struck, and gone at the next step")
  void death() throws IOException {
    try (BrowserPage page = open(COUNTER)) {
      slide(page, 5);
      page.click(box(page, "ER2"));
      assertThat(page.textOf(".jumps .birth")).isEqualTo("first seen at step 3");
      assertThat(page.textOf(".jumps .death")).isEqualTo("dies at step 10");
      page.click(".jumps .death");
      assertThat(count(page)).isEqualTo("10 / 11");
      assertThat(page.textOf(".details .badge")).isEqualTo("dies now");
      assertThat(page.textsOf(".box.dying .box-title"))
          .containsExactlyInAnyOrder("ER2 of makeCounter", "ER3 of makeCounter", "inc");
      assertThat(
              page.text(
                  "getComputedStyle(document.querySelector('.box.dying .box-title'))"
                      + ".textDecorationLine"))
          .isEqualTo("line-through");
      assertThat(page.textOf(".why"))
          .contains("ER3")
          .contains("([[OuterEnv]])")
          .contains("died, too");
      page.screenshot("steps-death");
      page.press("ArrowRight");
      assertThat(hasBox(page, "ER2")).isFalse();
      assertThat(page.textOf(".details .badge")).isEqualTo("dead");
      page.press("b");
      assertThat(count(page)).isEqualTo("3 / 11");
      assertThat(hasBox(page, "ER2")).isTrue();
      page.press("d");
      assertThat(count(page)).isEqualTo("10 / 11");
      isQuiet(page);
    }
  }

  @Test
  @DisplayName("the bar of a life that is over leads back into it")
  void lives() throws IOException {
    try (BrowserPage page = open(COUNTER)) {
      page.press("End");
      assertThat(hasBox(page, "ER2")).isFalse();
      String bar =
          "[...document.querySelectorAll('.bar')].find((b) => b.textContent.startsWith('ER2 '))";
      assertThat(page.text(bar + ".className")).contains("died").doesNotContain("alive");
      page.evaluate("{ " + bar + ".id = 'bar'; }");
      page.click("#bar .line");
      assertThat(hasBox(page, "ER2")).isTrue();
      assertThat(page.text(bar + ".className")).contains("alive");
      assertThat(page.textOf(".details .badge")).isEqualTo("alive");
      isQuiet(page);
    }
  }

  @Test
  @DisplayName("two programs step together, var beside let")
  void beside() throws IOException {
    String program =
        "const all = [];\nfor (%s i = 0; i < 2; i++) all.push(() => i);\nconsole.log(all[0]());\n";
    Recorded var =
        Recorded.of(folder, "var.js", program.formatted("var"), CapturePolicy.WHOLE, 100);
    Recorded let =
        Recorded.of(folder, "let.js", program.formatted("let"), CapturePolicy.WHOLE, 100);
    try (BrowserPage page = open(false, var, let)) {
      page.viewport(1600, 1000);
      assertThat(page.count(".pane")).isEqualTo(2);
      page.press("End");
      assertThat(page.textsOf(".console")).containsExactly("2", "0");
      page.press("Home");
      page.press("ArrowRight");
      assertThat(page.textsOf(".source .here code"))
          .containsExactly(
              "for (var i = 0; i < 2; i++) all.push(() => i);",
              "for (let i = 0; i < 2; i++) all.push(() => i);");
      page.press("End");
      assertThat(page.count(".pane:nth-child(1) .box.record:not(.dying)")).isEqualTo(1);
      assertThat(page.count(".pane:nth-child(2) .box.record:not(.dying)")).isEqualTo(3);
      page.screenshot("steps-beside");
      isQuiet(page);
    }
  }

  @Test
  @DisplayName("with --predict each line is hidden until it is guessed or given up")
  void predict() throws IOException {
    try (BrowserPage page =
        open(
            true,
            Recorded.of(folder, "console.log(1 + 1);\nconsole.log('two');\nconsole.log(3);\n"))) {
      assertThat(page.isVisible("#guess")).isTrue();
      assertThat(page.textOf(".console")).isEqualTo("nothing yet");
      page.press("ArrowRight");
      page.press("End");
      assertThat(page.evaluate("document.getElementById('last').disabled").getAsBoolean()).isTrue();
      assertThat(count(page)).isEqualTo("1 / 4");
      page.type("11");
      page.press("Enter");
      assertThat(page.textOf("#verdict")).startsWith("No.");
      assertThat(page.textOf(".console")).isEqualTo("nothing yet");
      page.type("2");
      page.click("#check");
      assertThat(page.textOf("#verdict")).isEqualTo("Right at try 2: 2");
      assertThat(count(page)).isEqualTo("2 / 4");
      assertThat(page.textsOf(".console li")).containsExactly("2");
      assertThat(page.textOf("#score")).startsWith("0 right of 1");
      page.type("two");
      page.press("Enter");
      assertThat(page.textOf("#score")).startsWith("1 right of 2");
      page.screenshot("steps-predict");
      page.click("#skip");
      assertThat(page.textOf("#verdict")).isEqualTo("It prints: 3");
      assertThat(page.textOf("#score")).startsWith("1 right of 3");
      assertThat(page.textsOf(".console li")).containsExactly("2", "two", "3");
      assertThat(page.isVisible("#guess")).isFalse();
      isQuiet(page);
    }
  }

  @Test
  @DisplayName("queues, failures, cuts, policies and hidden boxes are told")
  void told() throws IOException {
    Recorded failing =
        Recorded.of(
            folder,
            "app.js",
            """
            setTimeout(function late() { null.x; }, 70);
            const big = Array.from({ length: 50 }, (_, i) => ({ i }));
            """,
            CapturePolicy.USED,
            500);
    try (BrowserPage page = open(false, failing)) {
      assertThat(page.textOf("#policy")).isEqualTo("policy used");
      assertThat(page.isVisible("#cut")).isFalse();
      page.press("End");
      assertThat(page.textOf(".told")).startsWith("An error was not caught");
      assertThat(page.textOf(".source.failed .here code")).contains("null.x");
      assertThat(page.textsOf(".console .error")).anyMatch(line -> line.startsWith("TypeError"));
      assertThat(page.textOf(".column-head.object .badge")).matches("\\+\\d+ more objects");
      page.press("ArrowLeft");
      assertThat(page.textOf(".queue-panel .badge")).isEqualTo("70 ms");
      slide(page, 30);
      assertThat(page.textsOf(".queue li"))
          .contains("at 70 ms setTimeout: calls function late " + key(page, "late"));
      isQuiet(page);
    }
    Recorded endless = Recorded.of(folder, "app.js", "for (;;) 1;", CapturePolicy.WHOLE, 5);
    try (BrowserPage page = open(false, endless)) {
      assertThat(page.textOf("#cut")).contains("cut after 5 steps");
      isQuiet(page);
    }
  }

  @Test
  @DisplayName("it can be read in dark colours, on a phone, and with all fields")
  void looks() throws IOException {
    try (BrowserPage page = open(COUNTER)) {
      slide(page, 6);
      page.screenshot("steps-light");
      int before = page.count(".row");
      page.click("#all");
      assertThat(page.count(".row")).isGreaterThan(before);
      assertThat(page.textsOf(".row .name")).contains("[[ThisValue]]", "[[FunctionObject]]");
      String light = page.text("getComputedStyle(document.body).backgroundColor");
      page.preferDark(true);
      assertThat(page.text("getComputedStyle(document.body).backgroundColor")).isNotEqualTo(light);
      page.screenshot("steps-dark");
      page.viewport(390, 844);
      page.await("document.documentElement.scrollWidth <= 390");
      assertThat(page.isVisible("#next")).isTrue();
      page.screenshot("steps-phone");
      isQuiet(page);
    }
  }

  @Test
  @DisplayName("the page of the same program is the same byte for byte")
  void deterministic() throws IOException {
    byte[] once = StepsPage.of(List.of(Recorded.of(folder, COUNTER).trace()), false).bytes();
    byte[] again = StepsPage.of(List.of(Recorded.of(folder, COUNTER).trace()), false).bytes();
    assertThat(again).isEqualTo(once);
    Files.write(folder.resolve("once.html"), once);
    assertThat(Files.size(folder.resolve("once.html"))).isLessThan(120_000);
  }
}
