package lexscope.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import lexscope.js.policy.CapturePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a using declaration binds is captured as what a `const` binds. (V8 11.3 has no using
/// declarations, so these are no scenarios of the library.)
class UsingDeclarationTest {
  private static final String PROGRAM =
      """
      const disposable = name => track(name, { [Symbol.dispose]() {} });
      function make() {
        using used = disposable("used");
        using shared = disposable("shared");
        using alone = disposable("alone");
        () => shared;
        return () => used;
      }
      keep.push(make());
      {
        using block = disposable("block");
      }
      function* suspended() {
        using inside = disposable("inside");
        yield;
      }
      const generator = suspended();
      generator.next();
      keep.push(generator);
      """;

  @TempDir private Path folder;

  @Test
  void aBindingIsKeptByWhatThePolicySays() throws IOException {
    assertThat(alive(CapturePolicy.WHOLE))
        .isEqualTo(new TreeSet<>(Set.of("used", "shared", "alone", "inside")));
    assertThat(alive(CapturePolicy.V8))
        .isEqualTo(new TreeSet<>(Set.of("used", "shared", "inside")));
    assertThat(alive(CapturePolicy.USED)).isEqualTo(new TreeSet<>(Set.of("used", "inside")));
  }

  @Test
  void leftOutRecordsChangeNothing() throws IOException {
    var settings = GuestRun.Settings.under(CapturePolicy.UNION);
    assertThat(
            GuestRun.<Object>of(
                file(), settings.withEveryRecord(), PoliciesOfOneRunTest::tracedEachWay))
        .isEqualTo(GuestRun.<Object>of(file(), settings, PoliciesOfOneRunTest::tracedEachWay));
  }

  private Set<String> alive(CapturePolicy policy) throws IOException {
    return GuestRun.of(
        file(),
        GuestRun.Settings.under(policy).stressed(1),
        run -> new TreeSet<>(run.alive().keySet()));
  }

  private Path file() throws IOException {
    Path file = folder.resolve("using.js");
    Files.writeString(file, PROGRAM);
    return file;
  }
}
