package lexscope.shell.page;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lexscope.shell.invocation.UserDataException;

/// The browser that the user of this machine has chosen, asked for by the program of the operating
/// system that opens files.
public final class UserBrowser {
  /// A program that has not failed until then shows the page. Some end at once, others with the
  /// browser.
  private static final long FAILS_WITHIN_MILLIS = 2_000;

  private final String system;
  private final Map<String, String> environment;

  /// @param system the name of the operating system as Java calls it
  /// @param environment the variables of the process: `PATH`, and `BROWSER` where nothing else is
  public UserBrowser(String system, Map<String, String> environment) {
    this.system = system.toLowerCase(Locale.ROOT);
    this.environment = Map.copyOf(environment);
  }

  /// That of the machine that this runs on.
  public static UserBrowser ofThisMachine() {
    return new UserBrowser(System.getProperty("os.name", ""), System.getenv());
  }

  /// Opens a page.
  ///
  /// @throws UserDataException if there is nothing to open it with, or that fails
  public void open(Path page) {
    List<String> command = command(page.toAbsolutePath().normalize());
    if (command.isEmpty()) {
      throw new UserDataException(
          page + ": there is no browser to open it in (no xdg-open on the PATH): open it yourself");
    }
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(
                  ProcessBuilder.Redirect.from(
                      new File(system.startsWith("windows") ? "NUL" : "/dev/null")))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(FAILS_WITHIN_MILLIS, TimeUnit.MILLISECONDS) && process.exitValue() != 0) {
        throw new UserDataException(
            page
                + ": no browser opened it ("
                + command.getFirst()
                + " ended with "
                + process.exitValue()
                + "): open it yourself");
      }
    } catch (IOException e) {
      throw new UserDataException(page + ": no browser opened it (" + e.getMessage() + ")");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The command line that opens a file; empty if there is none.
  List<String> command(Path page) {
    if (system.startsWith("windows")) {
      // What `start` of its shell does, without a shell that would read the name anew.
      return List.of("rundll32", "url.dll,FileProtocolHandler", page.toUri().toString());
    }
    if (system.startsWith("mac")) {
      return List.of("open", page.toString());
    }
    for (String opener : List.of("xdg-open", "wslview")) {
      if (isOnPath(opener)) {
        return List.of(opener, page.toString());
      }
    }
    String browser = environment.getOrDefault("BROWSER", "").split(":", 2)[0];
    return browser.isBlank() ? List.of() : List.of(browser, page.toUri().toString());
  }

  private boolean isOnPath(String program) {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      try {
        if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
          return true;
        }
      } catch (InvalidPathException _) {
        // No folder of this machine.
      }
    }
    return false;
  }
}
