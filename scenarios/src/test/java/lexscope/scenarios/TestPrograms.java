package lexscope.scenarios;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The programs that properties of the collector are tried on.
final class TestPrograms {
  private static final long SEED = 4_711;

  private TestPrograms() {}

  /// The scenarios by name.
  static Map<String, Path> library() {
    Map<String, Path> files = new LinkedHashMap<>();
    BundledScenarios.all().forEach(each -> files.put(each.name(), each.path()));
    return files;
  }

  /// Generated programs, half of them from a seed that is new each time and is printed.
  static Map<String, Path> generated(int count, Path folder) throws IOException {
    long fresh = Long.getLong("lexscope.seed", System.currentTimeMillis());
    System.out.println("generated programs: -Dlexscope.seed=" + fresh);
    List<ClosureProgram> programs =
        new ArrayList<>(GeneratedProgramsTest.programs(SEED, count / 2));
    programs.addAll(GeneratedProgramsTest.programs(fresh, count - count / 2));
    Map<String, Path> files = new LinkedHashMap<>();
    for (EngineHost.Request request : GeneratedProgramsTest.requests(programs, folder)) {
      files.put("seed " + request.id(), request.path());
    }
    return files;
  }
}
