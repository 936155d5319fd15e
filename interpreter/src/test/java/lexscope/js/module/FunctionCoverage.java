package lexscope.js.module;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lexscope.gc.Cell;
import lexscope.gc.CollectionListener;
import lexscope.gc.CollectionSummary;
import lexscope.gc.Heap;
import lexscope.js.bytecode.FunctionTemplate;
import lexscope.js.scope.Scope;

/// Which functions of packages were called: code is made at the first call, so a function that has
/// some was called. Of a package those files count that were loaded.
final class FunctionCoverage {
  private static final Pattern PACKAGE = Pattern.compile(".*/node_modules/((?:@[^/]+/)?[^/]+)/.*");

  /// Functions of a package.
  ///
  /// @param all how many its loaded files have
  /// @param called how many of them were called
  record Count(int all, int called) {
    int percent() {
      return all == 0 ? 0 : 100 * called / all;
    }
  }

  private final Map<String, Set<String>> called = new TreeMap<>();
  private final Map<String, Map<String, Integer>> files = new TreeMap<>();

  /// Watches a heap from before its program runs; the dead are counted when they are swept.
  void watch(Heap heap) {
    heap.addListener(
        new CollectionListener() {
          @Override
          public void cellSwept(Cell cell) {
            note(cell);
          }

          @Override
          public boolean wantsSweptCells() {
            return true;
          }

          @Override
          public void collectionFinished(CollectionSummary summary) {}
        });
  }

  /// Counts those that are alive when the program has ended.
  void end(Heap heap) {
    for (int i = 0; i < heap.cellCount(); i++) {
      note(heap.cellAt(i));
    }
  }

  private void note(Cell cell) {
    if (!(cell instanceof FunctionTemplate function)) {
      return;
    }
    String file = function.source().name();
    Matcher matcher = PACKAGE.matcher(file);
    if (!matcher.matches()) {
      return;
    }
    String name = matcher.group(1);
    files
        .computeIfAbsent(name, _ -> new TreeMap<>())
        .computeIfAbsent(
            file,
            _ ->
                (int)
                    function.tree().scopes().stream()
                        .filter(scope -> scope.kind() == Scope.Kind.FUNCTION)
                        .count());
    Set<String> reached = called.computeIfAbsent(name, _ -> new HashSet<>());
    if (function.codeOrNull() != null && function.node() != null) {
      reached.add(file + ":" + function.start());
    }
  }

  /// What was counted, by package.
  Map<String, Count> counts() {
    Map<String, Count> counts = new TreeMap<>();
    files.forEach((name, sizes) ->
        counts.put(
            name,
            new Count(
                sizes.values().stream().mapToInt(Integer::intValue).sum(),
                called.getOrDefault(name, Set.of()).size())));
    return counts;
  }
}
