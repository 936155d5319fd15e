package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import lexscope.shell.process.Launcher.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// TypeScript given to the packed program.
final class TypeScriptProcessTest {
  @TempDir Path folder;

  @Test
  void anErrorInTypeScriptShowsTheOriginalLine() throws Exception {
    Files.writeString(
        folder.resolve("app.ts"),
        """
        import type { Nothing } from "./nowhere";
        enum Level { Low, High = 4 }
        const level = <T extends Level>(x: T): T => x;
        console.log(Level[level<Level>(4)]);
        throw new TypeError(`no ${level(Level.Low) as number}`);
        """);
    Result result = Launcher.lexscope(folder, "run", "app.ts").endsWith(1);
    assertThat(result.out()).isEqualTo("High\n");
    assertThat(result.err())
        .contains("app.ts:5\nthrow new TypeError(`no ${level(Level.Low) as number}`);\n      ^")
        .contains("TypeError: no 0\n    at")
        .contains("app.ts:5:7")
        .doesNotContain("java.");
  }
}
