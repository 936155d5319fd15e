package lexscope.shell.invocation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

final class ProcessOutputTest {
  @Test
  void writingToAClosedPipeThrowsWhatMainTakesForTheEnd() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    PrintStream out = ProcessOutput.of(closed, false);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100_000; i++) {
                out.println("row " + i);
              }
            })
        .isInstanceOf(ClosedPipeException.class);
  }
}
