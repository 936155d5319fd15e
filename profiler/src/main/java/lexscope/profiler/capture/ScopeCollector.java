package lexscope.profiler.capture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<Integer, ScopeLayout> scopeOfNode = new LinkedHashMap<>();
  private final IdentityHashMap<ScopeUnit, Boolean> known = new IdentityHashMap<>();
  private final List<ScopeUnit> units = new ArrayList<>();

  /// Says of a node for a whole cell which record it is and which scope it belongs to.
  void describe(SnapshotGraphBuilder graph, int node, ScopedCell scoped, Cell cell) {
    NodeDetail detail = detail(scoped.recordKind());
    if (detail != NodeDetail.NONE) {
      graph.setDetail(node, detail);
      graph.setName(node, graph.strings().intern(ownerName(scoped, cell)));
    }
    if (scoped.recordNumber() >= 0 && detail.isRecord()) {
      graph.setRecordNumber(node, scoped.recordNumber());
    }
    noteScope(node, scoped.scope());
  }

  /// The same for the context or one binding of a record.
  void describePart(
      SnapshotGraphBuilder graph, int node, ScopedCell scoped, Cell cell, boolean isContext) {
    if (isContext) {
      graph.setName(node, graph.strings().intern(ownerName(scoped, cell)));
    }
    if (scoped.recordNumber() >= 0) {
      graph.setRecordNumber(node, scoped.recordNumber());
    }
    noteScope(node, scoped.scope());
  }

  private static String ownerName(ScopedCell scoped, Cell cell) {
    ScopeLayout scope = scoped.scope();
    return HeapCapture.shortened(
        scope == null || scope.ownerName().isEmpty() ? cell.name() : scope.ownerName());
  }

  private static NodeDetail detail(String recordKind) {
    for (NodeDetail detail : NodeDetail.values()) {
      if (!recordKind.isEmpty() && detail.title().equals(recordKind)) {
        return detail;
      }
    }
    return NodeDetail.NONE;
  }

  private void noteScope(int node, @Nullable ScopeLayout scope) {
    if (scope != null) {
      scopeOfNode.put(node, scope);
      noteUnit(scope.unit());
    }
  }

  private void noteUnit(ScopeUnit unit) {
    if (known.put(unit, true) == null) {
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

  /// Writes the scopes and each node's scope.
  void writeTo(SnapshotGraphBuilder graph) {
    List<ScopeLayout> all = allScopes();
    IdentityHashMap<ScopeLayout, Integer> numbers = number(all);
    graph.setScopes(table(all, numbers));
    scopeOfNode.forEach((node, scope) -> {
      Integer number = numbers.get(scope);
      if (number != null) {
        graph.setScope(node, number);
      }
    });
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
