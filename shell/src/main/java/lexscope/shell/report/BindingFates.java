package lexscope.shell.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lexscope.js.scope.Binding;
import lexscope.profiler.compare.RecordGroups;

/// What became of the bindings that a source declares: how many living records hold them, and
/// whether anybody uses them.
final class BindingFates {
  /// What became of one.
  ///
  /// @param records how many living records hold something by it
  /// @param retainedBytes what goes with the values
  /// @param state `used`, `unused` (in at least one record), `unknown`, `idle` if nobody uses it
  ///   and it holds nothing on the heap, or `gone` if there is no living record
  record Fate(int records, long retainedBytes, String state) {}

  private static final Fate GONE = new Fate(0, 0, "gone");

  private final Map<String, Fate> fates = new HashMap<>();

  /// Takes them from the living records.
  BindingFates(List<RecordGroups.Group> groups) {
    for (RecordGroups.Group group : groups) {
      for (RecordGroups.Binding binding : group.bindings()) {
        String held = binding.records() > 0 ? "unknown" : "idle";
        String state = binding.unused() > 0 ? "unused" : binding.used() > 0 ? "used" : held;
        fates.putIfAbsent(
            key(String.valueOf(group.location()), group.recordKind(), binding.name()),
            new Fate(binding.records(), binding.retainedBytes(), state));
      }
    }
  }

  /// What became of a binding.
  Fate of(Binding binding) {
    return fates.getOrDefault(
        key(String.valueOf(binding.scope().place()), binding.scope().recordKind(), binding.name()),
        GONE);
  }

  private static String key(String place, String kind, String name) {
    return place + " " + kind + " " + name;
  }
}
