package lexscope.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import lexscope.shell.browser.Browser;
import lexscope.shell.browser.BrowserPage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The picture of the shell in the documents: its screen, colours and all, is compared with the
/// page that the picture was taken of. With `-Dlexscope.update=true` both are made anew.
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ShellPictureTest {
  private static final Path PICTURE = Path.of("docs", "pictures", "shell.png");
  private static final Path PAGE =
      Path.of("src/test/resources/lexscope/shell/session/picture.screen.html");

  @TempDir Path folder;

  @Test
  @DisplayName("the picture shows what the shell shows")
  void picture() throws Exception {
    String html;
    try (VirtualShell shell = new VirtualShell(folder, 136, 46, false, "docs/app.js")) {
      shell.see(".*> ");
      shell.enter("why binding:attach.cache");
      shell.enter("policy used");
      shell.enter("break alloc refill");
      shell.enter("run");
      shell.enter("session.user + ', ' + cache.length");
      shell.type("whatif").see(".*> whatif TARGET.*");
      html = ScreenPage.of(shell.cells(), 136);
    }
    if (Boolean.getBoolean("lexscope.update")) {
      Files.writeString(PAGE, html);
      photograph();
    }
    assertThat(html).isEqualTo(Files.readString(PAGE));
    assertThat(PICTURE).isRegularFile();
  }

  /// At twice the size, so that it is sharp on screens of today.
  private static void photograph() throws Exception {
    try (Browser browser = Browser.start();
        BrowserPage page = browser.open(PAGE.toAbsolutePath())) {
      JsonObject box =
          page.evaluate(
                  "(({ width, height }) => ({ width, height"
                      + " }))(document.querySelector('pre').getBoundingClientRect())")
              .getAsJsonObject();
      JsonObject metrics = new JsonObject();
      metrics.addProperty("width", (int) Math.ceil(box.get("width").getAsDouble()));
      metrics.addProperty("height", (int) Math.ceil(box.get("height").getAsDouble()));
      metrics.addProperty("deviceScaleFactor", 2);
      metrics.addProperty("mobile", false);
      page.call("Emulation.setDeviceMetricsOverride", metrics);
      Files.copy(page.screenshot("shell"), PICTURE, StandardCopyOption.REPLACE_EXISTING);
      assertThat(page.errors()).isEmpty();
    }
  }
}
