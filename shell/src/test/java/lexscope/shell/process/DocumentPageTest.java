package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// How what a page shows is held against what is printed.
final class DocumentPageTest {
  private static final List<String> PRINTED = List.of("one 1", "two 22", "three", "four #4");

  @Test
  void whatIsPrintedTakesThePlaceOfWhatIsShown() {
    assertThat(DocumentPage.merged(List.of(), PRINTED)).isEqualTo(PRINTED);
    assertThat(DocumentPage.merged(List.of("stale"), PRINTED)).isEqualTo(PRINTED);
  }

  @Test
  void omittedLinesStayOmittedAndNumbersAreRenewed() {
    assertThat(DocumentPage.merged(List.of("…", "two 2", "…"), PRINTED))
        .containsExactly("…", "two 22", "…");
    assertThat(DocumentPage.merged(List.of("one 7", "…", "four #5"), PRINTED))
        .containsExactly("one 1", "…", "four #4");
    assertThat(DocumentPage.merged(List.of("one…", "two 22", "…"), PRINTED))
        .containsExactly("one…", "two 22", "…");
  }

  @Test
  void whatDoesNotMatchIsShownAsItIs() {
    assertThat(DocumentPage.merged(List.of("…", "five", "…"), PRINTED)).isEqualTo(PRINTED);
    assertThat(DocumentPage.merged(List.of("one 1", "three", "…"), PRINTED)).isEqualTo(PRINTED);
    assertThat(DocumentPage.merged(List.of("…", "three"), PRINTED)).isEqualTo(PRINTED);
  }

  @Test
  void idsTotalsAndTimesAreNoDifferenceAndOtherNumbersAre() {
    assertThat(DocumentPage.steady("Array  #12")).isEqualTo(DocumentPage.steady("Array #3"));
    assertThat(DocumentPage.steady("a.js whole 12 kB> histo")).isEqualTo("a.js whole> histo");
    assertThat(DocumentPage.steady("whole 12 kB 1,200"))
        .isEqualTo(DocumentPage.steady("whole 1.2 MB 90"));
    assertThat(DocumentPage.steady("paused 1.5 ms")).isEqualTo(DocumentPage.steady("paused 2 ms"));
    assertThat(DocumentPage.steady("retains 8.0 kB"))
        .isNotEqualTo(DocumentPage.steady("retains 8.1 kB"));
  }
}
