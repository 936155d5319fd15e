package lexscope.js.test262;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A suite laid out as test262 is, for tests of its runner.
final class TinyCheckout {
  private final Path root;

  /// Lays one out in an empty folder, still without tests.
  TinyCheckout(Path root) {
    this.root = root;
    write(
        "features.txt",
        """
        ## Proposed language features
        # https://example.org/decorators
        decorators
        ## a note of the proposal
        ShadowRealm  # a link
        ## Standard language features
        class
        Temporal
        tail-call-optimization
        ## Test-Harness Features
        IsHTMLDDA
        """);
    write(
        "harness/assert.js",
        """
        function assert(value, message) {
          if (value !== true) throw new Test262Error(message);
        }
        """);
    write(
        "harness/sta.js",
        """
        function Test262Error(message) { this.message = message; }
        """);
    write(
        "harness/doneprintHandle.js",
        """
        function $DONE(error) {
          print(error ? 'Test262:AsyncTestFailure:' + error : 'Test262:AsyncTestComplete');
        }
        """);
  }

  /// Adds a test.
  ///
  /// @param matter the lines of its front matter
  TinyCheckout with(String name, String matter, String text) {
    return write("test/" + name, "/*---\n" + matter.strip() + "\n---*/\n" + text + "\n");
  }

  /// Adds any file.
  TinyCheckout write(String name, String text) {
    Path file = root.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Path root() {
    return root;
  }
}
