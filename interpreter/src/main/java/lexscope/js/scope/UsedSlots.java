package lexscope.js.scope;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The bindings that a function uses, as places in the chain of records that starts at its
/// `[[Environment]]`.
///
/// @param places sorted by hops, then slot
/// @param names names that a sloppy direct eval or a `with` around may have bound: they are looked
///   up when tracing
/// @param everyDynamic whether every binding that an eval added on the chain is used, because the
///   function contains an eval itself
public record UsedSlots(List<Place> places, Set<String> names, boolean everyDynamic) {
  /// A slot of the record that is `hops` records outward.
  public record Place(int hops, int slot) {}

  static UsedSlots of(FunctionInfo function) {
    var places = new ArrayList<Place>();
    for (Binding binding : function.uses) {
      int hops = 0;
      for (Scope scope = function.definitionScope();
          scope != null && scope != binding.scope();
          scope = scope.outer()) {
        if (scope.isMaterialized()) {
          hops++;
        }
      }
      places.add(new Place(hops, binding.slot()));
    }
    places.sort(Comparator.comparingInt(Place::hops).thenComparingInt(Place::slot));
    return new UsedSlots(
        List.copyOf(places),
        Collections.unmodifiableSet(new LinkedHashSet<>(function.dynamicUses)),
        function.usesEveryDynamicBinding);
  }
}
