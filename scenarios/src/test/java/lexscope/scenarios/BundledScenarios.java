package lexscope.scenarios;

import java.util.List;

/// The scenarios of the library, as tests want them.
final class BundledScenarios {
  private BundledScenarios() {}

  static List<Scenario> all() {
    try (ScenarioLibrary library = ScenarioLibrary.bundled()) {
      return library.scenarios();
    }
  }

  static List<EngineHost.Request> requests(List<Scenario> scenarios) {
    return scenarios.stream()
        .map(s -> new EngineHost.Request(s.name(), s.kind(), s.path()))
        .toList();
  }
}
