package lexscope.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lexscope.gc.Cell;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.Heap;
import lexscope.gc.HeapCorruptionException;
import lexscope.gc.HeapVerifier;
import lexscope.gc.PartedCell;
import lexscope.gc.RootKind;
import lexscope.gc.RootVisitor;
import lexscope.js.policy.CapturePolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No edge report can be left out without the heap verifier noticing: for each sort of edge that a
/// cell of each class reports in the heaps of the scenarios, the report without it is found wrong.
class EdgeReportTest {
  /// Edges that no field stands for, and why.
  private static final Map<String, String> NOT_IN_FIELDS =
      Map.of(
          "property __proto__", "the object's shape has it, and reports it",
          "ArgumentsObject hidden", "under the union the record is reported as a whole, too",
          "ArgumentsObject context", "under the union the record is reported as a whole, too",
          "ArgumentsObject internal [[ParameterMap]]", "the record is reported by bindings, too",
          "GlobalEnvironmentRecord internal [[ObjectRecord]]", "the same as [[GlobalThisValue]]",
          "GlobalEnvironmentRecord internal [[GlobalThisValue]]", "the same as [[ObjectRecord]]",
          "Shape internal key", "shapes share a table of keys: symbolsLiveAsLongAsTheirObjects");

  /// Edges that no scenario has by themselves.
  private static final Map<String, String> PROGRAMS =
      Map.of(
          "last-match.js",
          "/bc+/.exec(['a', 'bcc', 'd'].join('')); RegExp.input = ['e', 'f'].join('');",
          "inner.mjs",
          "export const inner = {};",
          "outer.mjs",
          "export * from './inner.mjs'; import * as self from './outer.mjs'; keep.push(self);",
          "iterators.js",
          """
          const turns = () => Iterator.from({ next: () => ({ done: false, value: {} }) });
          const zip = Iterator.zip([turns(), [].values()], { mode: "longest", padding: [{}, {}] });
          const zipKeyed = Iterator.zipKeyed({ [Symbol("key")]: turns() });
          const concat = Iterator.concat({ [Symbol.iterator]: turns }, { [Symbol.iterator]: turns });
          const chunks = turns().chunks(2);
          const windows = turns().windows(2);
          for (const made of [zip, zipKeyed, concat, chunks, windows]) {
            made.next();
            keep.push(made);
          }
          """,
          "disposal.js",
          """
          const never = new Promise(() => {});
          const stack = new DisposableStack();
          stack.use({ [Symbol.dispose]() {} });
          stack.adopt({}, () => {});
          stack.defer(() => {});
          keep.push(stack, never);
          const later = new AsyncDisposableStack();
          later.defer(() => { throw {}; });
          later.defer(() => never);
          later.defer(() => { throw {}; });
          later.disposeAsync();
          (async () => {
            await using held = { [Symbol.asyncDispose]: () => never };
          })();
          const made = class { constructor() {} };
          const holder = {};
          Array.fromAsync.call(made, [{}], () => never, holder);
          Array.fromAsync({ length: 1, 0: {} }, () => never);
          Array.fromAsync(
            { [Symbol.asyncIterator]: () => ({ next: () => ({ value: {} }), return: () => never }) },
            () => { throw {}; });
          """);

  /// How many cells a sort of edge is tried on before it counts as not noticed: cells often hold
  /// one thing in two ways.
  private static final int TRIES = 400;

  @TempDir private Path folder;

  private final Set<String> reported = new TreeSet<>();
  private final Set<String> noticed = new TreeSet<>();
  private final Map<String, Integer> tries = new HashMap<>();

  @Test
  void everySortOfEdgeIsMissedWhenItIsNotReported() throws IOException {
    TestPrograms.library()
        .forEach((name, file) ->
            GuestRun.of(
                file,
                GuestRun.Settings.under(CapturePolicy.UNION).watched(16, this::examine),
                GuestRun::failure));
    for (String file : new TreeSet<>(PROGRAMS.keySet())) {
      Files.writeString(folder.resolve(file), PROGRAMS.get(file));
    }
    tries.clear();
    for (String file : List.of("last-match.js", "outer.mjs", "iterators.js", "disposal.js")) {
      assertThat(
              GuestRun.of(
                  folder.resolve(file),
                  GuestRun.Settings.under(CapturePolicy.UNION).watched(16, this::examine),
                  GuestRun::failure))
          .isEmpty();
    }
    Set<String> unnoticed = new TreeSet<>(reported);
    unnoticed.removeAll(noticed);
    unnoticed.removeAll(NOT_IN_FIELDS.keySet());
    assertThat(unnoticed).isEmpty();
    assertThat(reported).hasSizeGreaterThan(100).containsAll(NOT_IN_FIELDS.keySet());
  }

  @Test
  void symbolsLiveAsLongAsTheirObjects() throws IOException {
    Path file = folder.resolve("symbols.js");
    Files.writeString(
        file,
        """
        keep.push({ [track("kept", Symbol("kept"))]: 1 });
        ({ [track("dropped", Symbol("dropped"))]: 1 });
        """);
    Set<String> alive =
        GuestRun.of(
            file,
            GuestRun.Settings.under(CapturePolicy.UNION).stressed(1),
            run -> run.alive().keySet());
    assertThat(alive).containsExactly("kept");
  }

  private void examine(Heap heap) {
    var walk = new Walk();
    heap.visitRoots(CapturePolicy.UNION, walk);
    while (!walk.queue.isEmpty()) {
      Cell cell = walk.queue.removeFirst();
      assertThat(cell.id()).as(cell.getClass().getSimpleName()).isPositive();
      walk.sorts.clear();
      walk.reporter = cell;
      heap.visitEdges(cell, CapturePolicy.UNION, walk);
      for (String sort : walk.sorts) {
        reported.add(sort);
        if (!noticed.contains(sort) && tries.merge(sort, 1, Integer::sum) <= TRIES) {
          leaveOut(heap, cell, sort);
        }
      }
    }
  }

  private void leaveOut(Heap heap, Cell cell, String sort) {
    var verifier =
        new HeapVerifier(
            heap, CapturePolicy.UNION, (reporter, visitor) -> new Lossy(reporter, visitor, sort));
    try {
      verifier.verifyCell(cell);
    } catch (HeapCorruptionException _) {
      noticed.add(sort);
    }
  }

  /// What edges of one class and label have in common: not the names of bindings and properties,
  /// not indexes.
  private static String sort(Cell reporter, EdgeKind kind, Object label) {
    if (kind == EdgeKind.PROPERTY && label.toString().equals("__proto__")) {
      return "property __proto__";
    }
    String name =
        kind == EdgeKind.INTERNAL || kind == EdgeKind.WEAK
            ? label instanceof String ? " " + label : " " + label.getClass().getSimpleName()
            : "";
    return reporter.getClass().getSimpleName()
        + " "
        + kind.name().toLowerCase(java.util.Locale.ROOT)
        + name;
  }

  /// Meets all living cells, and notes the sorts of edges that one reports.
  private static final class Walk implements EdgeVisitor, RootVisitor {
    final ArrayDeque<Cell> queue = new ArrayDeque<>();
    final Set<Cell> met = Collections.newSetFromMap(new IdentityHashMap<>());
    final Set<String> sorts = new TreeSet<>();
    @Nullable Cell reporter;

    private void meet(@Nullable Object target) {
      if (target instanceof Cell cell && met.add(cell)) {
        queue.add(cell);
      }
    }

    private void note(EdgeKind kind, Object label, @Nullable Object target) {
      if (target instanceof Cell && target != reporter && reporter != null) {
        sorts.add(sort(reporter, kind, label));
      }
    }

    @Override
    public void edge(EdgeKind kind, Object label, @Nullable Object target) {
      note(kind, label, target);
      meet(target);
    }

    @Override
    public void element(long index, @Nullable Object target) {
      note(EdgeKind.ELEMENT, index, target);
      meet(target);
    }

    @Override
    public void part(EdgeKind kind, Object label, PartedCell target, int part) {
      note(kind, label, target);
      meet(target);
    }

    @Override
    public void weak(Object label, @Nullable Object target) {
      note(EdgeKind.WEAK, label, target);
    }

    @Override
    public void ephemeron(Cell key, @Nullable Object value) {
      note(EdgeKind.WEAK, "ephemeron", key);
    }

    @Override
    public void root(RootKind kind, Object place, @Nullable Object value) {
      meet(value);
    }

    @Override
    public void rootPart(RootKind kind, Object place, PartedCell cell, int part) {
      meet(cell);
    }
  }

  /// Passes on a report without the edges of one sort.
  private record Lossy(Cell reporter, EdgeVisitor visitor, String lost) implements EdgeVisitor {
    private boolean passes(EdgeKind kind, Object label) {
      return !sort(reporter, kind, label).equals(lost);
    }

    @Override
    public void edge(EdgeKind kind, Object label, @Nullable Object target) {
      if (passes(kind, label)) {
        visitor.edge(kind, label, target);
      }
    }

    @Override
    public void element(long index, @Nullable Object target) {
      if (passes(EdgeKind.ELEMENT, index)) {
        visitor.element(index, target);
      }
    }

    @Override
    public void part(EdgeKind kind, Object label, PartedCell target, int part) {
      if (passes(kind, label)) {
        visitor.part(kind, label, target, part);
      }
    }

    @Override
    public void weak(Object label, @Nullable Object target) {
      if (passes(EdgeKind.WEAK, label)) {
        visitor.weak(label, target);
      }
    }

    @Override
    public void ephemeron(Cell key, @Nullable Object value) {
      if (passes(EdgeKind.WEAK, "ephemeron")) {
        visitor.ephemeron(key, value);
      }
    }
  }
}
