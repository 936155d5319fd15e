package lexscope.profiler.graph;

import java.util.List;

/// The heap of this program, as `whole` traces it:
///
///     function setup() {
///       const big = new Big();            // 1000 bytes
///       const small = new Small();        // 10 bytes
///       function unused() { big; }
///       return function onClick() { small; };
///     }
///     let handlers = [setup()];           // the global binding
///
/// `unused` is dead or alive as asked for.
public final class AppGraph {
  /// The ids of its cells.
  public static final long ARRAY = 10;

  public static final long ON_CLICK = 11;
  public static final long RECORD = 12;
  public static final long BIG = 13;
  public static final long SMALL = 14;
  public static final long UNUSED = 15;
  public static final long GLOBAL = 16;

  private AppGraph() {}

  /// The scopes: 0 is the script, 1 is `setup`, 2 is `unused`, 3 is `onClick`.
  public static ScopeTable scopes() {
    return new ScopeTable(
        List.of(
            new ScopeTable.Scope(
                -1, "GlobalEnvironmentRecord", "", false, null, 0, 300, List.of(), List.of()),
            new ScopeTable.Scope(
                0,
                "FunctionEnvironmentRecord",
                "setup",
                true,
                new SourceLocation("app.js", 1, 1),
                10,
                200,
                List.of(
                    new ScopeTable.Variable("big", true),
                    new ScopeTable.Variable("small", true),
                    new ScopeTable.Variable("unused", false)),
                List.of()),
            new ScopeTable.Scope(
                1,
                "FunctionEnvironmentRecord",
                "unused",
                true,
                new SourceLocation("app.js", 4, 3),
                50,
                80,
                List.of(),
                List.of(new ScopeTable.Use(1, 0))),
            new ScopeTable.Scope(
                1,
                "FunctionEnvironmentRecord",
                "onClick",
                true,
                new SourceLocation("app.js", 12, 3),
                90,
                120,
                List.of(),
                List.of(new ScopeTable.Use(1, 1)))));
  }

  /// The heap under `whole`; the record keeps the closure `unused` in its third slot.
  public static SnapshotGraph whole() {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    Nodes nodes = new Nodes(builder);
    int unused = nodes.closure("unused", UNUSED, 2, 4);
    int record = builder.addNode(NodeKind.OBJECT, NodeDetail.FUNCTION_RECORD, "setup", RECORD, 48);
    builder.setRecordNumber(record, 12);
    builder.setScope(record, 1);
    builder.addEdge(nodes.onClick, EdgeKind.INTERNAL, "[[Environment]]", record);
    builder.addEdge(unused, EdgeKind.INTERNAL, "[[Environment]]", record);
    builder.addEdge(record, EdgeKind.CONTEXT, "big", nodes.big);
    builder.addEdge(record, EdgeKind.CONTEXT, "small", nodes.small);
    builder.addEdge(record, EdgeKind.CONTEXT, "unused", unused);
    return builder.build(new GraphInfo("app.js", "end", "whole", "run-1"));
  }

  /// The same heap under `v8`: `unused` is on the stack and dead, `big` and `small` share a
  /// context.
  public static SnapshotGraph v8() {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    Nodes nodes = new Nodes(builder);
    int context = builder.addNode(NodeKind.OBJECT, NodeDetail.CONTEXT, "setup", RECORD, 40);
    builder.setRecordNumber(context, 12);
    builder.setScope(context, 1);
    builder.setCellPart(context, new CellPart(RECORD, CellPart.CONTEXT));
    builder.addEdge(nodes.onClick, EdgeKind.INTERNAL, "context", context);
    builder.addEdge(context, EdgeKind.CONTEXT, "big", nodes.big);
    builder.addEdge(context, EdgeKind.CONTEXT, "small", nodes.small);
    return builder.build(new GraphInfo("app.js", "end", "v8", "run-1"));
  }

  /// The same heap under `used`: `onClick` keeps `small` and nothing else.
  public static SnapshotGraph used() {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    Nodes nodes = new Nodes(builder, false);
    CellPart part = new CellPart(RECORD, 1);
    int box = builder.addNode(NodeKind.OBJECT, NodeDetail.BINDING, "small", part.nodeId(), 16);
    builder.setScope(box, 1);
    builder.setCellPart(box, part);
    builder.setRecordNumber(box, 12);
    builder.addEdge(nodes.onClick, EdgeKind.CONTEXT, "small", box);
    builder.addEdge(box, EdgeKind.CONTEXT, "small", nodes.small);
    return builder.build(new GraphInfo("app.js", "end", "used", "run-1"));
  }

  /// What all three have.
  private static final class Nodes {
    final SnapshotGraphBuilder builder;
    final int onClick;
    final int big;
    final int small;

    Nodes(SnapshotGraphBuilder builder) {
      this(builder, true);
    }

    Nodes(SnapshotGraphBuilder builder, boolean withBig) {
      this.builder = builder;
      RootedGraphBuilder roots = new RootedGraphBuilder(builder);
      int global = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "global", GLOBAL, 100);
      int array = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Array", ARRAY, 32);
      onClick = closure("onClick", ON_CLICK, 3, 12);
      big = withBig ? builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Big", BIG, 1000) : -1;
      small = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Small", SMALL, 10);
      roots.addRoot("global object", "", global);
      roots.addRoot("global binding", "handlers", array);
      roots.addUserRoot("global", global);
      builder.addEdge(array, EdgeKind.ELEMENT, 0, onClick);
      builder.setScopes(scopes());
    }

    int closure(String name, long id, int scope, int line) {
      int node = builder.addNode(NodeKind.CLOSURE, NodeDetail.NONE, name, id, 64);
      builder.setScope(node, scope);
      builder.setLocation(node, "app.js", line, 3);
      return node;
    }
  }
}
