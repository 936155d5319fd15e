package lexscope.js.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextTest {
  @Test
  void linesAndColumnsCountFromOneAndEveryTerminatorEndsALine() {
    SourceText source = new SourceText("a.js", "ab\ncd\r\nef\rgh\u2028ij\u2029kl");
    assertThat(source.position(0)).isEqualTo(new Position(1, 1));
    assertThat(source.position(2)).isEqualTo(new Position(1, 3));
    assertThat(source.position(3)).isEqualTo(new Position(2, 1));
    assertThat(source.position(7)).isEqualTo(new Position(3, 1));
    assertThat(source.position(10)).isEqualTo(new Position(4, 1));
    assertThat(source.position(13)).isEqualTo(new Position(5, 1));
    assertThat(source.position(source.length())).isEqualTo(new Position(6, 3));
    assertThat(source.lineCount()).isEqualTo(6);
    assertThat(source.lineText(2)).isEqualTo("cd");
    assertThat(source.lineText(6)).isEqualTo("kl");
  }

  @Test
  void anEmptyTextHasOneLine() {
    SourceText source = new SourceText("a.js", "");
    assertThat(source.lineCount()).isEqualTo(1);
    assertThat(source.position(0)).isEqualTo(new Position(1, 1));
    assertThat(source.lineText(1)).isEmpty();
  }

  @Test
  void codeAroundATextIsNeitherInItsPlacesNorAmongItsOwnLines() {
    SourceText source = new SourceText("a.js", "ab\ncd").between("head {", "\n}\n)");
    assertThat(source.position("head {".length() + 1)).isEqualTo(new Position(1, 2));
    assertThat(source.lineText(1)).isEqualTo("ab");
    assertThat(source.ownLineCount()).isEqualTo(2);
    assertThat(source.lineCount()).isEqualTo(4);
    assertThat(new SourceText("a.js", "ab\ncd\n").ownLineCount()).isEqualTo(3);
  }

  private static String render(String text, int from, int to) {
    SourceText source = new SourceText("a.js", text);
    return new SyntaxErrorException(
            SyntaxErrorException.Kind.SYNTAX, "Unexpected token", source, from, to)
        .render();
  }

  @Test
  void anErrorIsShownWithItsLineAndCarets() {
    assertThat(render("a;\n\tb cd;\ne", 6, 8))
        .isEqualTo("a.js:2:4\n\tb cd;\n\t  ^^\n\nSyntaxError: Unexpected token\n");
  }

  @Test
  void theCaretsStayOnTheFirstLineOfALongMistake() {
    assertThat(render("ab `c\nd", 3, 7))
        .isEqualTo("a.js:1:4\nab `c\n   ^^\n\nSyntaxError: Unexpected token\n");
    assertThat(render("ab", 2, 2))
        .isEqualTo("a.js:1:3\nab\n  ^\n\nSyntaxError: Unexpected token\n");
  }

  @Test
  void aLongLineIsCutAroundTheMistake() {
    String text = "x".repeat(1000) + "!" + "y".repeat(1000);
    String shown = render(text, 1000, 1001);
    String[] lines = shown.split("\n");
    assertThat(lines[1]).hasSize(160).contains("x!y");
    assertThat(lines[2].indexOf('^')).isEqualTo(lines[1].indexOf('!'));
  }
}
