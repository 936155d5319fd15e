package lexscope.shell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// One browser for all tests of a class, which is started before the first.
///
/// ```java
/// @RegisterExtension static final OneBrowser BROWSER = new OneBrowser();
/// ```
public final class OneBrowser implements BeforeAllCallback, AfterAllCallback {
  private @Nullable Browser browser;

  @Override
  public void beforeAll(ExtensionContext context) {
    browser = Browser.start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Browser started = browser;
    if (started != null) {
      started.close();
    }
  }

  /// Opens a file in a tab of its own and waits until it is loaded.
  public BrowserPage open(Path file) {
    Browser started = browser;
    if (started == null) {
      throw new IllegalStateException("no browser: the extension must be a static field");
    }
    return started.open(file);
  }

  /// Opens a report, in light colours and without animations, and waits until it shows something.
  public BrowserPage openReport(Path file) {
    BrowserPage page = open(file);
    page.media(Map.of("prefers-reduced-motion", "reduce", "prefers-color-scheme", "light"));
    page.await("document.documentElement.dataset.ready === 'true'");
    return page;
  }

  /// Asserts that a page complained of nothing and asked for nothing but itself.
  public static void isQuiet(BrowserPage page) {
    assertThat(page.errors()).isEmpty();
    assertThat(page.requests()).isEmpty();
  }
}
