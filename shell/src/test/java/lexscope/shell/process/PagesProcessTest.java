package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the documentation shows as output is what the program prints, and its links lead
/// somewhere.
final class PagesProcessTest {
  private static final Path DOCS = Path.of("docs");
  private static final Path README = Path.of("..", "README.md");
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:)(?<target>[\\w./-]+)(#[^)]*)?\\)");

  static List<Path> pages() throws Exception {
    try (Stream<Path> files = Files.list(DOCS)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatAPageShowsIsRealOutput(Path page) throws Exception {
    String name = String.valueOf(page.getFileName()).replace(".md", "");
    Path folder = Files.createDirectories(Path.of("target", "pages", name).toAbsolutePath());
    DocumentPage.check(page, Files.readAllLines(page), folder);
  }

  @Test
  void whatTheReadmeShowsIsRealOutput() throws Exception {
    DocumentPage.check(README, Files.readAllLines(README), Path.of("..").toRealPath());
  }

  @Test
  void everyLinkLeadsToAFile() throws Exception {
    List<Path> all = new ArrayList<>(List.of(README));
    try (Stream<Path> files = Files.walk(DOCS)) {
      files.filter(file -> file.toString().endsWith(".md")).forEach(all::add);
    }
    assertThat(all).hasSizeGreaterThan(20);
    for (Path page : all) {
      for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
        Path parent = Objects.requireNonNull(page.toAbsolutePath().getParent());
        assertThat(parent.resolve(link.group("target"))).as("%s", page).exists();
      }
    }
  }
}
