package lexscope.profiler.format;

import static lexscope.profiler.format.GeneratedKinds.ARRAY;
import static lexscope.profiler.format.GeneratedKinds.CLOSURE;
import static lexscope.profiler.format.GeneratedKinds.CODE;
import static lexscope.profiler.format.GeneratedKinds.CONCATENATED;
import static lexscope.profiler.format.GeneratedKinds.CONTEXT_EDGE;
import static lexscope.profiler.format.GeneratedKinds.ELEMENT;
import static lexscope.profiler.format.GeneratedKinds.HIDDEN;
import static lexscope.profiler.format.GeneratedKinds.HIDDEN_EDGE;
import static lexscope.profiler.format.GeneratedKinds.INTERNAL;
import static lexscope.profiler.format.GeneratedKinds.META;
import static lexscope.profiler.format.GeneratedKinds.NUMBER;
import static lexscope.profiler.format.GeneratedKinds.OBJECT;
import static lexscope.profiler.format.GeneratedKinds.PROPERTY;
import static lexscope.profiler.format.GeneratedKinds.SHAPE;
import static lexscope.profiler.format.GeneratedKinds.SHORTCUT;
import static lexscope.profiler.format.GeneratedKinds.STRING;
import static lexscope.profiler.format.GeneratedKinds.SYNTHETIC;
import static lexscope.profiler.format.GeneratedKinds.WEAK;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes V8 snapshots of any size as the engine would write them for a server: registries of
/// sessions whose closures share contexts, emitters with listeners, a cache linked both ways, a
/// WeakMap, links across, and two lists of great depth. The same size gives the same bytes.
///
/// Nothing is kept: what a node is and where its edges lead follows from its number, so thirty
/// million nodes take no more memory than thirty.
public final class SnapshotGenerator {
  // The fixed nodes at the beginning.
  private static final int GC_ROOTS = 1;
  private static final int STRONG_ROOTS = 2;
  private static final int HANDLES = 3;
  private static final int GLOBAL = 4;
  private static final int NATIVE_CONTEXT = 5;
  private static final int EMITTER = 6;
  private static final int LISTENERS = 7;
  private static final int CACHE = 8;
  private static final int CACHE_TABLE = 9;
  private static final int WEAK_MAP = 10;
  private static final int WEAK_TABLE = 11;
  private static final int SCRIPT = 12;
  private static final int SCOPE_INFO = 13;
  private static final int FEEDBACK = 14;
  private static final int BUILTIN = 15;
  private static final int SHAPES = 16;
  private static final int SHAPE_COUNT = 8;
  private static final int FUNCTIONS = SHAPES + SHAPE_COUNT;
  private static final int FUNCTION_COUNT = 4;
  private static final int REGISTRIES = FUNCTIONS + FUNCTION_COUNT;
  private static final int REGISTRY_COUNT = 64;
  private static final int FIRST_UNIT = REGISTRIES + 2 * REGISTRY_COUNT;

  /// How many nodes one session is.
  private static final int UNIT = 16;

  /// One session in so many is a key of the WeakMap.
  private static final int WEAK_STEP = 8;

  private static final int DATA_STRINGS = 1000;
  private static final List<String> CLOSURE_NAMES =
      List.of("get", "onEvent", "dispose", "listener");

  private final Digits out;
  private final int units;
  private final int depth;
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private boolean counting;
  private boolean first;

  private SnapshotGenerator(OutputStream out, int nodes) {
    this.out = new Digits(out);
    this.depth = Math.max(1, Math.min(200_000, nodes / 5));
    this.units = Math.max(1, (nodes - FIRST_UNIT - 2 * depth) / UNIT);
  }

  /// Writes a snapshot of about so many nodes; leaves the stream open.
  ///
  /// @throws IOException if the stream does
  public static void write(OutputStream out, int nodes) throws IOException {
    SnapshotGenerator generator = new SnapshotGenerator(out, nodes);
    generator.write();
    generator.out.flush();
  }

  /// Writes one file: the number of nodes and the name of the file.
  public static void main(String[] args) throws IOException {
    try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
      write(out, Integer.parseInt(args[0].replace("_", "")));
    }
  }

  private int nodeCount() {
    return FIRST_UNIT + units * UNIT + 2 * depth;
  }

  private void write() throws IOException {
    // The names get their numbers in the order of first use: walk once without writing.
    out.muted = true;
    long edges = countEdges();
    out.muted = false;
    out.text(META);
    out.text("\"node_count\":").number(nodeCount()).text(",\"edge_count\":").number(edges);
    out.text(",\"trace_function_count\":0,\"extra_native_bytes\":0},\n\"nodes\":[");
    first = true;
    for (int node = 0; node < FIRST_UNIT; node++) {
      fixedNode(node);
    }
    for (int unit = 0; unit < units; unit++) {
      unitNodes(unit);
    }
    for (int link = 0; link < 2 * depth; link++) {
      int here = link;
      node(OBJECT, "Link", FIRST_UNIT + units * UNIT + link, 32, count(() -> linkEdges(here)));
    }
    out.text("],\n\"edges\":[");
    first = true;
    allEdges();
    out.text(
        "],\n\"trace_function_infos\":[],\n\"trace_tree\":[],\n\"samples\":[],\n\"locations\":[");
    locations();
    out.text("],\n\"strings\":[");
    strings();
    out.text("]}\n");
  }

  private long countEdges() throws IOException {
    first = true;
    for (int node = 0; node < FIRST_UNIT; node++) {
      fixedNode(node);
    }
    unitNodes(0);
    node(OBJECT, "Link", FIRST_UNIT, 32, 0);
    long count = 0;
    for (int node = 0; node < FIRST_UNIT; node++) {
      count += fixedEdges(node);
    }
    for (int part = 0; part < UNIT; part++) {
      long before = count;
      count += unitEdges(0, part);
      // Only the key of the WeakMap has one more.
      long plain = count - before - (part == 0 ? 1 : 0);
      count += plain * (units - 1);
    }
    count += (units - 1) / WEAK_STEP;
    for (int link : new int[] {0, 2 * depth - 1}) {
      count += linkEdges(link);
    }
    return count + 2L * (depth - 1) * linkEdges(0) + linkEdges(depth - 1) - linkEdges(0);
  }

  private void allEdges() throws IOException {
    for (int node = 0; node < FIRST_UNIT; node++) {
      fixedEdges(node);
    }
    for (int unit = 0; unit < units; unit++) {
      for (int part = 0; part < UNIT; part++) {
        unitEdges(unit, part);
      }
    }
    for (int link = 0; link < 2 * depth; link++) {
      linkEdges(link);
    }
  }

  private void node(int type, String name, int ordinal, int size, int edges) throws IOException {
    node(type, name(name), ordinal, size, edges);
  }

  private void node(int type, int name, int ordinal, int size, int edges) throws IOException {
    out.text(first ? "" : "\n,");
    first = false;
    out.number(type).comma().number(name).comma().number(2L * ordinal + 1).comma().number(size);
    out.comma().number(edges).text(",0,0");
  }

  private int edge(int type, int name, int target) throws IOException {
    if (!counting) {
      out.text(first ? "" : "\n,");
      first = false;
      out.number(type).comma().number(name).comma().number(7L * target);
    }
    return 1;
  }

  private int edge(int type, String name, int target) throws IOException {
    return edge(type, name(name), target);
  }

  private int name(String name) {
    return names.computeIfAbsent(name, _ -> names.size());
  }

  private static int unit(int unit, int part) {
    return FIRST_UNIT + unit * UNIT + part;
  }

  private int count(EdgesOf edges) throws IOException {
    counting = true;
    int count = edges.write();
    counting = false;
    return count;
  }

  private interface EdgesOf {
    int write() throws IOException;
  }

  private void fixedNode(int node) throws IOException {
    int edges = count(() -> fixedEdges(node));
    if (node >= REGISTRIES) {
      boolean table = (node - REGISTRIES) % 2 != 0;
      node(table ? ARRAY : OBJECT, table ? "" : "Map", node, table ? 16 + 8 * edges : 32, edges);
      return;
    }
    if (node >= SHAPES) {
      boolean shape = node < FUNCTIONS;
      String name =
          shape
              ? "system / Map"
              : "system / SharedFunctionInfo / " + CLOSURE_NAMES.get(node - FUNCTIONS);
      node(shape ? SHAPE : CODE, name, node, shape ? 40 : 64, edges);
      return;
    }
    switch (node) {
      case 0 -> node(SYNTHETIC, "", node, 0, edges);
      case GC_ROOTS -> node(SYNTHETIC, "(GC roots)", node, 0, edges);
      case STRONG_ROOTS -> node(SYNTHETIC, "(Strong roots)", node, 0, edges);
      case HANDLES -> node(SYNTHETIC, "(Global handles)", node, 0, edges);
      case GLOBAL -> node(OBJECT, "global", node, 48, edges);
      case NATIVE_CONTEXT -> node(HIDDEN, "system / NativeContext", node, 2200, edges);
      case EMITTER -> node(OBJECT, "EventEmitter", node, 56, edges);
      case CACHE -> node(OBJECT, "Cache", node, 40, edges);
      case WEAK_MAP -> node(OBJECT, "WeakMap", node, 32, edges);
      case LISTENERS, CACHE_TABLE, WEAK_TABLE -> node(ARRAY, "", node, 16 + 8 * edges, edges);
      case SCRIPT -> node(CODE, "system / Script / server.js", node, 112, edges);
      case SCOPE_INFO -> node(CODE, "system / ScopeInfo", node, 48, edges);
      case FEEDBACK -> node(CODE, "system / FeedbackCell", node, 16, edges);
      default -> node(CODE, "(builtin)", node, 64, edges);
    }
  }

  private int fixedEdges(int node) throws IOException {
    if (node >= REGISTRIES) {
      return registryEdges(node - REGISTRIES);
    }
    if (node >= FUNCTIONS) {
      return edge(INTERNAL, "script", SCRIPT) + edge(INTERNAL, "name_or_scope_info", SCOPE_INFO);
    }
    if (node >= SHAPES) {
      return edge(WEAK, "transition", SHAPES + (node + 1 - SHAPES) % SHAPE_COUNT)
          + edge(INTERNAL, "native_context", NATIVE_CONTEXT);
    }
    return switch (node) {
      case 0 -> edge(ELEMENT, 1, GC_ROOTS) + edge(SHORTCUT, "global", GLOBAL);
      case GC_ROOTS -> edge(ELEMENT, 1, STRONG_ROOTS) + edge(ELEMENT, 2, HANDLES);
      case STRONG_ROOTS -> edge(INTERNAL, "builtin", BUILTIN) + edge(INTERNAL, "script", SCRIPT);
      case HANDLES ->
          edge(INTERNAL, "context", NATIVE_CONTEXT) + edge(INTERNAL, "pending", unit(0, 14));
      case GLOBAL -> globalEdges();
      case NATIVE_CONTEXT -> edge(INTERNAL, "global", GLOBAL) + shapeEdges();
      case EMITTER -> edge(INTERNAL, "map", SHAPES) + edge(PROPERTY, "_events", LISTENERS);
      case CACHE -> edge(INTERNAL, "map", SHAPES + 1) + edge(PROPERTY, "entries", CACHE_TABLE);
      case WEAK_MAP -> edge(INTERNAL, "map", SHAPES + 2) + edge(INTERNAL, "table", WEAK_TABLE);
      case LISTENERS -> elementsOf(15, 0, 1);
      case CACHE_TABLE -> elementsOf(9, 0, 1);
      case WEAK_TABLE -> weakEntries();
      case SCOPE_INFO -> edge(HIDDEN_EDGE, 1, BUILTIN);
      default -> 0;
    };
  }

  private int globalEdges() throws IOException {
    int count =
        edge(INTERNAL, "map", SHAPES)
            + edge(PROPERTY, "emitter", EMITTER)
            + edge(PROPERTY, "cache", CACHE)
            + edge(PROPERTY, "notes", WEAK_MAP)
            + edge(PROPERTY, "list", FIRST_UNIT + units * UNIT)
            + edge(PROPERTY, "other", FIRST_UNIT + units * UNIT + depth);
    for (int registry = 0; registry < REGISTRY_COUNT; registry++) {
      count += edge(PROPERTY, "registry" + registry, REGISTRIES + 2 * registry);
    }
    return count;
  }

  private int shapeEdges() throws IOException {
    int count = 0;
    for (int shape = 0; shape < SHAPE_COUNT; shape++) {
      count += edge(INTERNAL, "shape" + shape, SHAPES + shape);
    }
    return count;
  }

  private int registryEdges(int at) throws IOException {
    return at % 2 == 0
        ? edge(INTERNAL, "map", SHAPES + 3) + edge(INTERNAL, "table", REGISTRIES + at + 1)
        : elementsOf(0, at / 2, REGISTRY_COUNT);
  }

  private int elementsOf(int part, int from, int step) throws IOException {
    int count = 0;
    for (int unit = from; unit < units; unit += step) {
      count += edge(INTERNAL, Math.floorMod(unit, 4) == 0 ? "value" : "entry", unit(unit, part));
    }
    return count;
  }

  private int weakEntries() throws IOException {
    int count = 0;
    for (int unit = 0; unit < units; unit += WEAK_STEP) {
      count += edge(INTERNAL, weakLabel(unit), unit(unit, 14));
    }
    return count;
  }

  /// The labels of WeakMap entries stand behind all other strings.
  private int weakLabel(int unit) {
    return fixedStrings() + DATA_STRINGS + units + unit / WEAK_STEP;
  }

  private int fixedStrings() {
    return out.muted ? 0 : names.size();
  }

  private void unitNodes(int unit) throws IOException {
    int hash = hash(unit);
    for (int part = 0; part < UNIT; part++) {
      int here = part;
      int edges = count(() -> unitEdges(unit, here));
      int at = unit(unit, part);
      switch (part) {
        case 0 -> node(OBJECT, "Session", at, 72, edges);
        case 1 -> node(ARRAY, "(object properties)", at, 40, edges);
        case 2 -> node(OBJECT, "system / Context", at, 40, edges);
        case 3, 4, 5 -> node(CLOSURE, CLOSURE_NAMES.get(part - 3), at, 64, edges);
        case 6 -> node(STRING, fixedStrings() + DATA_STRINGS + unit, at, 32, edges);
        case 7, 13 ->
            node(STRING, fixedStrings() + (hash >>> part) % DATA_STRINGS, at, 24 + hash % 512, 0);
        case 8 -> node(NUMBER, "heap number", at, 16, edges);
        case 9 -> node(OBJECT, "Entry", at, 48, edges);
        case 10 -> node(OBJECT, "Array", at, 32, edges);
        case 11 -> node(ARRAY, "(object elements)", at, 48, edges);
        case 12 -> node(CONCATENATED, "(concatenated string)", at, 32, edges);
        case 14 -> node(OBJECT, "Object", at, 56, edges);
        default -> node(CLOSURE, "listener", at, 64, edges);
      }
    }
  }

  private int unitEdges(int unit, int part) throws IOException {
    return switch (part) {
      case 0 -> sessionEdges(unit);
      case 1 ->
          edge(PROPERTY, "tag", unit(unit, 7))
              + edge(PROPERTY, "weight", unit(unit, 8))
              + edge(INTERNAL, "map", SHAPES + 4);
      case 2 ->
          edge(CONTEXT_EDGE, "session", unit(unit, 0))
              + edge(CONTEXT_EDGE, "entry", unit(unit, 9))
              + edge(CONTEXT_EDGE, "name", unit(unit, 6))
              + edge(INTERNAL, "scope_info", SCOPE_INFO)
              + edge(INTERNAL, "previous", NATIVE_CONTEXT)
              + edge(INTERNAL, "map", SHAPES + 5);
      case 3, 4, 5, 15 -> closureEdges(unit, part);
      case 9 ->
          edge(INTERNAL, "map", SHAPES + 6)
              + edge(PROPERTY, "key", unit(unit, 6))
              + edge(PROPERTY, "value", unit(unit, 14))
              + edge(PROPERTY, "older", unit(Math.max(0, unit - 1), 9))
              + edge(PROPERTY, "newer", unit(Math.min(units - 1, unit + 1), 9));
      case 10 -> edge(INTERNAL, "map", SHAPES + 7) + edge(INTERNAL, "elements", unit(unit, 11));
      case 11 ->
          edge(ELEMENT, 0, unit(unit, 7))
              + edge(ELEMENT, 1, unit(unit, 8))
              + edge(ELEMENT, 2, unit(unit, 12));
      case 12 -> edge(INTERNAL, "first", unit(unit, 6)) + edge(INTERNAL, "second", unit(unit, 13));
      case 14 -> edge(INTERNAL, "map", SHAPES) + edge(PROPERTY, "text", unit(unit, 12));
      default -> 0;
    };
  }

  private int sessionEdges(int unit) throws IOException {
    int count =
        edge(INTERNAL, "map", SHAPES + 1)
            + edge(INTERNAL, "properties", unit(unit, 1))
            + edge(PROPERTY, "id", unit(unit, 6))
            + edge(PROPERTY, "data", unit(unit, 14))
            + edge(PROPERTY, "get", unit(unit, 3))
            + edge(PROPERTY, "items", unit(unit, 10))
            + edge(PROPERTY, "peer", unit(hash(unit) % units, 0));
    if (unit % WEAK_STEP == 0) {
      count += edge(INTERNAL, weakLabel(unit), unit(unit, 14));
    }
    return count;
  }

  private int closureEdges(int unit, int part) throws IOException {
    int function = part == 15 ? 3 : part - 3;
    int count =
        edge(INTERNAL, "context", unit(unit, 2))
            + edge(INTERNAL, "shared", FUNCTIONS + function)
            + edge(INTERNAL, "feedback_cell", FEEDBACK)
            + edge(part == 15 ? WEAK : INTERNAL, "code", BUILTIN);
    // The session names only its getter; the getter's neighbours are reached from it.
    return count
        + (part == 3
            ? edge(PROPERTY, "onEvent", unit(unit, 4)) + edge(PROPERTY, "dispose", unit(unit, 5))
            : edge(INTERNAL, "map", SHAPES + 2));
  }

  private int linkEdges(int link) throws IOException {
    boolean last = (link + 1) % depth == 0;
    int at = FIRST_UNIT + units * UNIT + link;
    return edge(INTERNAL, "map", SHAPES + 3) + (last ? 0 : edge(PROPERTY, "next", at + 1));
  }

  private void locations() throws IOException {
    first = true;
    for (int unit = 0; unit < units; unit++) {
      for (int part : new int[] {3, 4, 5, 15}) {
        out.text(first ? "" : "\n,");
        first = false;
        out.number(7L * unit(unit, part)).text(",7,").number(part).comma().number(part * 2L);
      }
    }
  }

  private void strings() throws IOException {
    first = true;
    for (String name : names.keySet()) {
      out.text(first ? "\"" : ",\n\"").text(name).text("\"");
      first = false;
    }
    for (int i = 0; i < DATA_STRINGS; i++) {
      out.text(",\n\"note ").number(i);
      out.text(i % 50 == 0 ? " \\\"quoted\\\" \\u00e4 \u00fc\\n" : " of the day, ".repeat(i % 7));
      out.text("\"");
    }
    for (int unit = 0; unit < units; unit++) {
      out.text(",\n\"session-").number(unit).text("\"");
    }
    for (int unit = 0; unit < units; unit += WEAK_STEP) {
      out.text(",\n\"").number(unit / WEAK_STEP).text(" / part of key (Session @");
      out.number(2L * unit(unit, 0) + 1).text(") -> value (Object @");
      out.number(2L * unit(unit, 14) + 1).text(") pair in WeakMap (table @");
      out.number(2L * WEAK_TABLE + 1).text(")\"");
    }
  }

  private static int hash(int unit) {
    int mixed = (unit + 1) * 0x9e3779b1;
    return (mixed ^ mixed >>> 15) & Integer.MAX_VALUE;
  }
}
