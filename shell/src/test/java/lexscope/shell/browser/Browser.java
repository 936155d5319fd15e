package lexscope.shell.browser;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A headless Chromium with a fresh profile. It ends with the process of the tests at the latest,
/// since its pipe ends then.
///
/// ```java
/// try (Browser browser = Browser.start(); BrowserPage page = browser.open(file)) {
///   page.click("#next");
///   page.await("document.title === 'done'");
/// }
/// ```
public final class Browser implements AutoCloseable {
  /// Generous: a start under load may take 20 seconds.
  private static final int START_SECONDS = 120;

  private final Process process;
  private final Path profile;
  private final DevToolsPipe pipe;

  private Browser(Process process, Path profile, DevToolsPipe pipe) {
    this.process = process;
    this.profile = profile;
    this.pipe = pipe;
  }

  /// Starts one.
  ///
  /// @throws org.opentest4j.TestAbortedException if there is none and none can be installed
  public static Browser start() {
    Path executable = Chromium.executable();
    try {
      Path profile = Files.createTempDirectory("lexscope-chromium");
      List<String> command = new ArrayList<>();
      // The protocol is spoken on the descriptors 3 and 4: no port, no race for it.
      command.addAll(List.of("sh", "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 1>&2 </dev/null"));
      command.add(executable.toString());
      command.addAll(
          List.of(
              "--headless=new",
              "--remote-debugging-pipe",
              "--user-data-dir=" + profile,
              "--no-first-run",
              "--no-default-browser-check",
              "--disable-background-networking",
              "--disable-component-update",
              "--disable-default-apps",
              "--disable-dev-shm-usage",
              "--disable-extensions",
              "--disable-gpu",
              "--disable-sync",
              "--font-render-hinting=none",
              "--force-color-profile=srgb",
              "--hide-scrollbars",
              "--mute-audio"));
      if ("root".equals(System.getProperty("user.name"))) {
        command.add("--no-sandbox");
      }
      command.add("about:blank");
      Process process =
          new ProcessBuilder(command).redirectError(profile.resolve("stderr.txt").toFile()).start();
      Browser browser =
          new Browser(
              process,
              profile,
              new DevToolsPipe(process.getInputStream(), process.getOutputStream()));
      browser.pipe.call("", "Browser.getVersion", new JsonObject(), START_SECONDS);
      return browser;
    } catch (IOException e) {
      throw new UncheckedIOException("Chromium does not start", e);
    }
  }

  /// Opens a file in a tab of its own, 1280 by 800 pixels, and waits until it is loaded.
  public BrowserPage open(Path file) {
    return open(file.toUri().toString());
  }

  /// Opens an address in a tab of its own, 1280 by 800 pixels, and waits until it is loaded.
  public BrowserPage open(String address) {
    JsonObject blank = new JsonObject();
    blank.addProperty("url", "about:blank");
    String target =
        pipe.call("", "Target.createTarget", blank, START_SECONDS).get("targetId").getAsString();
    JsonObject attaching = new JsonObject();
    attaching.addProperty("targetId", target);
    attaching.addProperty("flatten", true);
    String session =
        pipe.call("", "Target.attachToTarget", attaching, START_SECONDS)
            .get("sessionId")
            .getAsString();
    BrowserPage page = new BrowserPage(pipe, target, session);
    page.load(address);
    return page;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException _) {
      // A temporary folder that stays behind fails no test.
    }
  }
}
