package lexscope.profiler.capture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lexscope.gc.Cell;
import lexscope.gc.ScopeLayout;
import lexscope.gc.ScopeUnit;
import lexscope.gc.ScopedCell;
import lexscope.gc.SourcePlace;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// Collects the scopes of all source texts that living cells belong to, and numbers them in
/// pre-order at the end. Scopes of dead functions count too: a function that was never called can
/// be why a binding is shared.
final class ScopeCollector {
  private static final Map<String, NodeDetail> DETAIL_OF_TITLE =
      Arrays.stream(NodeDetail.values())
          .filter(detail -> !detail.title().isEmpty())
          .collect(Collectors.toUnmodifiableMap(NodeDetail::title, detail -> detail));

  /// What is known of a scope once the first node of it was met.
  private static final class Known {
    final ScopeLayout scope;
    final int place;

    /// The number of the owner's name, -1 before it was asked for.
    int ownerName = -1;

    Known(ScopeLayout scope, int place) {
      this.scope = scope;
      this.place = place;
    }
  }

  private final IdentityHashMap<ScopeLayout, Known> known = new IdentityHashMap<>();
  private final List<Known> inOrder = new ArrayList<>();
  private @Nullable Known last;
  private String lastKind = "";
  private NodeDetail lastDetail = NodeDetail.NONE;
  private final IdentityHashMap<ScopeUnit, Boolean> knownUnits = new IdentityHashMap<>();
  private final List<ScopeUnit> units = new ArrayList<>();

  /// Says of a node for a whole cell which record it is and which scope it belongs to.
  void describe(SnapshotGraphBuilder graph, int node, ScopedCell scoped, Cell cell) {
    Known scope = scopeOf(scoped);
    String recordKind = scoped.recordKind();
    if (!recordKind.isEmpty()) {
      NodeDetail detail = detail(recordKind);
      if (detail != NodeDetail.NONE) {
        graph.setDetail(node, detail);
        graph.setName(node, ownerName(graph, scope, cell));
      }
      long number = scoped.recordNumber();
      if (number >= 0 && detail.isRecord()) {
        graph.setRecordNumber(node, number);
      }
    }
    noteScope(graph, node, scope);
  }

  /// The same for the context or one binding of a record.
  void describePart(
      SnapshotGraphBuilder graph, int node, ScopedCell scoped, Cell cell, boolean isContext) {
    Known scope = scopeOf(scoped);
    if (isContext) {
      graph.setName(node, ownerName(graph, scope, cell));
    }
    long number = scoped.recordNumber();
    if (number >= 0) {
      graph.setRecordNumber(node, number);
    }
    noteScope(graph, node, scope);
  }

  private NodeDetail detail(String recordKind) {
    if (lastKind != recordKind) {
      lastKind = recordKind;
      lastDetail = DETAIL_OF_TITLE.getOrDefault(recordKind, NodeDetail.NONE);
    }
    return lastDetail;
  }

  private static int ownerName(SnapshotGraphBuilder graph, @Nullable Known scope, Cell cell) {
    if (scope == null || scope.scope.ownerName().isEmpty()) {
      return graph.strings().intern(HeapCapture.shortened(cell.name()));
    }
    if (scope.ownerName < 0) {
      scope.ownerName = graph.strings().intern(HeapCapture.shortened(scope.scope.ownerName()));
    }
    return scope.ownerName;
  }

  private @Nullable Known scopeOf(ScopedCell scoped) {
    ScopeLayout scope = scoped.scope();
    if (scope == null) {
      return null;
    }
    // Many in a row come from one scope.
    Known found = last;
    if (found == null || found.scope != scope) {
      found = known.get(scope);
      if (found == null) {
        found = new Known(scope, inOrder.size());
        known.put(scope, found);
        inOrder.add(found);
        noteUnit(scope.unit());
      }
      last = found;
    }
    return found;
  }

  /// Scopes have their numbers at the end only; until then the order in which they were met.
  private static void noteScope(SnapshotGraphBuilder graph, int node, @Nullable Known scope) {
    if (scope != null) {
      graph.setScope(node, scope.place);
    }
  }

  private void noteUnit(ScopeUnit unit) {
    if (knownUnits.put(unit, true) == null) {
      units.add(unit);
    }
  }

  /// The scopes of one text.
  static ScopeTable table(ScopeUnit unit) {
    List<ScopeLayout> all = new ArrayList<>(unit.scopes());
    return table(all, number(all));
  }

  private static ScopeTable table(
      List<ScopeLayout> all, IdentityHashMap<ScopeLayout, Integer> numbers) {
    ScopeLayout[] ordered = new ScopeLayout[all.size()];
    numbers.forEach((scope, number) -> ordered[number] = scope);
    List<ScopeTable.Scope> scopes = new ArrayList<>();
    for (ScopeLayout scope : ordered) {
      scopes.add(convert(scope, numbers));
    }
    return new ScopeTable(scopes);
  }

  /// Writes the scopes, and gives each node's scope its number.
  void writeTo(SnapshotGraphBuilder graph) {
    List<ScopeLayout> all = allScopes();
    IdentityHashMap<ScopeLayout, Integer> numbers = number(all);
    graph.setScopes(table(all, numbers));
    int[] numberOf = new int[inOrder.size()];
    for (Known scope : inOrder) {
      numberOf[scope.place] = numbers.getOrDefault(scope.scope, -1);
    }
    graph.renumberScopes(numberOf);
  }

  /// The scopes of all texts; direct eval code brings in the text around it.
  private List<ScopeLayout> allScopes() {
    List<ScopeLayout> all = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      for (ScopeLayout scope : units.get(i).scopes()) {
        all.add(scope);
        ScopeLayout outer = scope.outer();
        if (outer != null) {
          noteUnit(outer.unit());
        }
      }
    }
    return all;
  }

  private static IdentityHashMap<ScopeLayout, Integer> number(List<ScopeLayout> all) {
    IdentityHashMap<ScopeLayout, List<ScopeLayout>> inner = new IdentityHashMap<>();
    List<ScopeLayout> tops = new ArrayList<>();
    for (ScopeLayout scope : all) {
      ScopeLayout outer = scope.outer();
      if (outer == null) {
        tops.add(scope);
      } else {
        inner.computeIfAbsent(outer, _ -> new ArrayList<>()).add(scope);
      }
    }
    Comparator<ScopeLayout> bySource =
        Comparator.comparingInt(ScopeLayout::start)
            .thenComparing(ScopeLayout::end, Comparator.reverseOrder());
    IdentityHashMap<ScopeLayout, Integer> numbers = new IdentityHashMap<>();
    Deque<ScopeLayout> work = new ArrayDeque<>(tops);
    while (!work.isEmpty()) {
      ScopeLayout scope = work.pop();
      numbers.put(scope, numbers.size());
      List<ScopeLayout> children = inner.getOrDefault(scope, List.of());
      List<ScopeLayout> sorted = new ArrayList<>(children);
      sorted.sort(bySource);
      sorted.reversed().forEach(work::push);
    }
    return numbers;
  }

  private static ScopeTable.Scope convert(
      ScopeLayout scope, IdentityHashMap<ScopeLayout, Integer> numbers) {
    List<ScopeTable.Variable> variables = new ArrayList<>();
    for (int slot = 0; slot < scope.slotCount(); slot++) {
      variables.add(
          new ScopeTable.Variable(
              scope.slotName(slot), scope.isShared(slot), scope.isExported(slot)));
    }
    List<ScopeTable.Use> uses = new ArrayList<>();
    if (scope.isFunction()) {
      scope.visitUses((declaring, slot) -> {
        Integer number = numbers.get(declaring);
        if (number != null) {
          uses.add(new ScopeTable.Use(number, slot));
        }
      });
    }
    ScopeLayout outer = scope.outer();
    Integer parent = outer == null ? null : numbers.get(outer);
    SourcePlace place = scope.place();
    return new ScopeTable.Scope(
        parent == null ? -1 : parent,
        scope.recordKind(),
        scope.ownerName(),
        scope.isFunction(),
        place == null ? null : new SourceLocation(place.file(), place.line(), place.column()),
        scope.start(),
        scope.end(),
        scope.newestRecordNumber(),
        variables,
        uses);
  }
}
