package lexscope.shell.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import lexscope.shell.invocation.UserDataException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserBrowserTest {
  @TempDir Path folder;

  private Path script(String name, String text) throws IOException {
    Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private UserBrowser linux(String... variables) {
    return variables.length == 0
        ? new UserBrowser("Linux", Map.of("PATH", "::" + folder))
        : new UserBrowser("Linux", Map.of("PATH", "/none", variables[0], variables[1]));
  }

  @Test
  @DisplayName("each operating system has its own way to open a file")
  void systems() throws IOException {
    Path page = folder.resolve("a b.html");
    Map<String, String> nothing = Map.of();
    assertThat(new UserBrowser("Mac OS X", nothing).command(page))
        .isEqualTo(List.of("open", page.toString()));
    assertThat(new UserBrowser("Windows 11", nothing).command(page))
        .isEqualTo(List.of("rundll32", "url.dll,FileProtocolHandler", page.toUri().toString()));
    assertThat(linux().command(page)).isEmpty();
    script("wslview", "");
    assertThat(linux().command(page)).isEqualTo(List.of("wslview", page.toString()));
    script("xdg-open", "");
    assertThat(linux().command(page)).isEqualTo(List.of("xdg-open", page.toString()));
    assertThat(linux("BROWSER", "lynx:w3m").command(page))
        .isEqualTo(List.of("lynx", page.toUri().toString()));
  }

  @Test
  @DisplayName("the program is started with the page, and what it says is not shown")
  void opens() throws Exception {
    Path seen = folder.resolve("seen");
    Path browser = script("browser", "echo noise; echo \"$1\" > " + seen);
    Path page = Files.writeString(folder.resolve("a b.html"), "");
    linux("BROWSER", browser.toString()).open(page);
    assertThat(seen).hasContent(page.toUri().toString());
  }

  @Test
  @DisplayName("where there is no browser, or it fails, the user is told which page to open")
  void failures() throws IOException {
    Path page = folder.resolve("r.html");
    assertThatThrownBy(() -> linux().open(page))
        .isInstanceOf(UserDataException.class)
        .hasMessage(
            page
                + ": there is no browser to open it in (no xdg-open on the PATH): open it"
                + " yourself");
    Path failing = script("failing", "exit 3");
    assertThatThrownBy(() -> linux("BROWSER", failing.toString()).open(page))
        .hasMessage(
            page + ": no browser opened it (" + failing + " ended with 3): open it yourself");
    assertThatThrownBy(() -> linux("BROWSER", "/none/at/all").open(page))
        .isInstanceOf(UserDataException.class)
        .hasMessageContaining("no browser opened it");
  }
}
