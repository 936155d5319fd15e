package lexscope.shell.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The harness of the browser tests sees and does what its methods say.
class BrowserTest {
  @RegisterExtension static final OneBrowser BROWSER = new OneBrowser();

  @TempDir Path folder = Path.of("");

  private BrowserPage page(String html) throws IOException {
    Path file = folder.resolve("page é.html");
    Files.writeString(file, "<!doctype html><meta charset=utf-8><title>t</title>" + html);
    return BROWSER.open(file);
  }

  @Test
  @DisplayName("clicks, types and presses keys, and waits for what comes of it")
  void doing() throws IOException {
    try (BrowserPage page =
        page(
            """
            <div style="height:3000px">far</div><button id=b>press</button><input id=i>
            <p id=out></p>
            <script>
              b.onclick = () => setTimeout(() => { out.textContent = 'clicked'; i.focus(); }, 50);
              i.onkeydown = (event) => { out.textContent += ' ' + event.key; };
            </script>\
            """)) {
      page.click("#b");
      page.await("out.textContent === 'clicked'");
      page.type("grüße");
      page.press("ArrowLeft");
      page.press("x");
      assertThat(page.textOf("#out")).isEqualTo("clicked ArrowLeft x");
      assertThat(page.text("i.value")).isEqualTo("grüßxe");
      assertThat(page.errors()).isEmpty();
      assertThat(page.requests()).isEmpty();
    }
  }

  @Test
  @DisplayName("an element behind another one, or none at all, cannot be clicked")
  void covered() throws IOException {
    try (BrowserPage page =
        page("<button id=b>b</button><div style='position:fixed;inset:0'></div>")) {
      assertThatThrownBy(() -> page.click("#b")).hasMessageContaining("can be clicked");
      assertThatThrownBy(() -> page.click("#none")).hasMessageContaining("nothing is found");
    }
  }

  @Test
  @DisplayName("errors of the page and requests that leave it are collected")
  void complaints() throws IOException {
    try (BrowserPage page =
        page(
            """
            <img src="missing.png"><script>
              console.error('told');
              fetch('https://nowhere.invalid/x').catch(() => {});
              throw new Error('thrown');
            </script>\
            """)) {
      page.await("document.images[0].complete");
      assertThat(page.errors())
          .anyMatch(each -> each.contains("told"))
          .anyMatch(each -> each.contains("thrown"));
      assertThat(page.requests())
          .anyMatch(each -> each.endsWith("missing.png"))
          .contains("https://nowhere.invalid/x");
    }
  }

  @Test
  @DisplayName("the size of the view and the preferred colours can be chosen, and pictures taken")
  void looking() throws IOException {
    try (BrowserPage page = page("<p>seen</p><p hidden id=h>unseen</p>")) {
      page.viewport(400, 700);
      page.preferDark(true);
      assertThat(page.text("innerWidth + ' ' + matchMedia('(prefers-color-scheme: dark)').matches"))
          .isEqualTo("400 true");
      assertThat(page.isVisible("p")).isTrue();
      assertThat(page.isVisible("#h")).isFalse();
      assertThat(page.textsOf("p")).containsExactly("seen", "unseen");
      assertThat(page.count("p")).isEqualTo(2);
      assertThat(Files.size(page.screenshot("browser-test"))).isPositive();
    }
  }
}
