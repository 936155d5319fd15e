package lexscope.shell.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lexscope.shell.invocation.UserDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PageTest {
  private static final String HOSTILE =
      "</script><script>alert(1)</script><!--<script>&amp;\"'\u2028\u2029\ud800 \udc00\ud83d\ude00";

  @Test
  void hostileTextInDataCannotEndItsElement() {
    String json = new JsonPrimitive(HOSTILE).toString();
    String text = new Page("t").data("names", json).text();
    Matcher found =
        Pattern.compile("<script type=\"application/json\" id=\"names\">(.*?)</script>")
            .matcher(text);
    assertThat(found.find()).isTrue();
    assertThat(found.group(1)).doesNotContain("<", ">", "&", "\u2028", "\u2029", "\ud800 ");
    assertThat(JsonParser.parseString(found.group(1)).getAsString()).isEqualTo(HOSTILE);
  }

  @Test
  void halvesOfSurrogatePairsSurviveTheFile() {
    byte[] bytes = new Page("t").data("names", "\"\ud83d \ude00 \ud83d\ude00\"").bytes();
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .contains("\"\\ud83d \\ude00 \ud83d\ude00\"");
  }

  @Test
  void aHostileTitleIsText() {
    assertThat(new Page("</title><script>").text())
        .contains("<title>&lt;/title&gt;&lt;script&gt;</title>");
  }

  @Test
  void thePolicyAllowsTheScriptsAndStylesOfThePageAndNothingElse() {
    String text = new Page("t").style("p{}").script("f()").module("g()").text();
    // Sums by `printf 'f()' | openssl dgst -sha256 -binary | base64`.
    assertThat(text)
        .contains("default-src 'none'")
        .contains("script-src 'sha256-" + sum("f()") + "' 'sha256-" + sum("g()") + "'")
        .contains("style-src 'sha256-" + sum("p{}") + "'")
        .doesNotContain("unsafe-");
    assertThat(new Page("t").text()).contains("script-src 'none'", "style-src 'none'");
  }

  private static String sum(String text) {
    return switch (text) {
      case "f()" -> "GcEEE0IkDzIP5EQ6DXZaDPORqT5RTBELX8Fyzyg9yvo=";
      case "g()" -> "0MnLMx7X/7BMD5xktSLMF+06cYrjoQUKaUL576/RYPk=";
      default -> "gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y=";
    };
  }

  @Test
  void partsThatWouldEndTheirElementAreRefused() {
    Page page = new Page("t");
    assertThatThrownBy(() -> page.script("'</SCRIPT>'"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> page.module("'<!--'")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> page.style("</style>")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> page.notice("a -->")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSamePartsGiveTheSameBytes() {
    assertThat(new Page("t").style("p{}").data("a", "[1]").bytes())
        .isEqualTo(new Page("t").style("p{}").data("a", "[1]").bytes());
  }

  @Test
  void theChartLibraryAndItsNoticeAreThere() {
    assertThat(PageParts.charts())
        .contains("Apache License, Version 2.0")
        .hasSizeGreaterThan(900_000);
    Page page = new Page("t").notice(PageParts.chartsNotice()).script(PageParts.charts());
    assertThat(page.text()).contains("The Apache Software Foundation", "Baidu", "Mike Bostock");
  }

  @Test
  void aFileAppearsWholeAndReplacesWhatWasThere(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("page.html");
    Files.writeString(file, "before");
    PageFile.write(new Page("after"), file, "page.html");
    assertThat(file).content().contains("<title>after</title>");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aLinkIsWrittenThroughAndNotReplaced(@TempDir Path folder) throws IOException {
    Path target = Files.writeString(folder.resolve("target.html"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("link.html"), target);
    PageFile.write(new Page("after"), link, "link.html");
    assertThat(link).isSymbolicLink();
    assertThat(target).content().contains("<title>after</title>");
  }

  @Test
  void whatCannotBeWrittenIsToldByItsName(@TempDir Path folder) {
    assertThatThrownBy(
            () -> PageFile.write(new Page("t"), folder.resolve("none/page.html"), "none/page.html"))
        .isInstanceOf(UserDataException.class)
        .hasMessageContaining("none/page.html: cannot be written");
  }
}
