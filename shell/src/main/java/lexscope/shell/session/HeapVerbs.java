package lexscope.shell.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.diff.SnapshotDiff;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.Target;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.paths.TargetResolver;
import lexscope.profiler.paths.WhatIf;
import lexscope.profiler.report.EdgeListing;
import lexscope.profiler.report.TextReport;
import lexscope.profiler.report.WhatIfText;
import lexscope.shell.command.CommonOptions;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.UserDataException;
import lexscope.shell.invocation.UserSyntaxException;
import lexscope.shell.session.ShellVerb.Operand;
import org.jspecify.annotations.Nullable;

/// Verbs that walk about in the heap as it stands, and compare its moments.
final class HeapVerbs {
  /// A terminal has a pager; a pipe gets as many rows as the other answers have.
  private static final int MOST_ROWS = 1_000;

  private static final String WHERE =
      """
      NODE is a target as for 'why', or the number of a row of the last listing. Without it, the node
      that the last 'goto' went to is meant.
      """;

  private final Session session;
  private @Nullable EdgeListing listing;

  HeapVerbs(Session session) {
    this.session = session;
  }

  List<ShellVerb> verbs() {
    return List.of(
        new ShellVerb(
            "policy",
            "[whole|v8|used]",
            "choose the capture policy of all answers; the heap is traced anew, nothing runs again",
            """
            The program ran with a collector that drops nothing that any policy keeps, so one heap
            answers for all of them.
            """,
            "policy used",
            Operand.POLICY,
            this::policy),
        new ShellVerb(
            "goto",
            "NODE",
            "go to a node, and list what it refers to",
            WHERE,
            "goto closure:onClick",
            Operand.TARGET,
            this::go),
        new ShellVerb(
            "back",
            "",
            "go back to the node before",
            "",
            "back",
            Operand.NOTHING,
            _ -> move(session.trail().back(), "back")),
        new ShellVerb(
            "forward",
            "",
            "go forward again after 'back'",
            "",
            "forward",
            Operand.NOTHING,
            _ -> move(session.trail().forward(), "forward")),
        new ShellVerb(
            "refs",
            "[NODE]",
            "list what a node refers to, what retains most first",
            WHERE,
            "refs #120",
            Operand.TARGET,
            words -> list(words, false)),
        new ShellVerb(
            "retainers",
            "[NODE]",
            "list what refers to a node",
            WHERE,
            "retainers class:Session",
            Operand.TARGET,
            words -> list(words, true)),
        new ShellVerb(
            "whatif",
            "TARGET | #ID.LABEL",
            "say what would go if a binding were null or a listener dropped",
            """
            whatif binding:FUNCTION.NAME  the binding is null in all records of the function
            whatif #ID.LABEL              this property, binding or element of a node is null
            whatif TARGET                 nothing refers to what the target means, as if a listener
                                          were dropped
            Nothing changes: the heap stays as it is.
            """,
            "whatif binding:attach.cache",
            Operand.TARGET,
            this::whatIf),
        new ShellVerb(
            "mark",
            "[NAME]",
            "keep what is alive now under a name, or list the names",
            """
            A program's own lexscope.snapshot("NAME") sets marks, too.
            """,
            "mark before",
            Operand.MARK,
            this::mark),
        new ShellVerb(
            "diff",
            "MARK [MARK]",
            "show what came and went between two marks, or from a mark to now",
            """
            With files instead of marks it is the command of that name.
            """,
            "diff before after",
            Operand.MARK,
            this::diff),
        new ShellVerb(
            "export",
            "OUT",
            "write the heap as it stands to a file",
            """
            What can be written is what the command 'snapshot' writes, by the end of the name.
            """,
            "export now.heapsnapshot",
            Operand.FILE,
            this::export));
  }

  private ExitCode policy(List<String> words) {
    if (words.size() > 1) {
      throw new UserSyntaxException("policy takes one name");
    }
    if (words.isEmpty()) {
      session.out().println("policy " + session.policy().ruleName());
      return ExitCode.DONE;
    }
    if (session.subject().isSnapshot()) {
      throw new UserDataException("a snapshot shows one policy only, its own");
    }
    CapturePolicy chosen =
        switch (words.getFirst().toLowerCase(Locale.ROOT)) {
          case "whole" -> CapturePolicy.WHOLE;
          case "v8" -> CapturePolicy.V8;
          case "used" -> CapturePolicy.USED;
          default ->
              throw new UserSyntaxException(
                  "no policy '" + words.getFirst() + "': it is one of whole, v8, used");
        };
    session.policy(chosen);
    listing = null;
    if (session.subject().isBegun()) {
      session.out().print(TextReport.header(session.tree()));
    }
    return ExitCode.DONE;
  }

  private int rows() {
    return session.isTyped() ? MOST_ROWS : CommonOptions.DEFAULT_ROWS;
  }

  /// The node that words mean.
  private int node(DominatorTree tree, List<String> words) {
    if (words.size() > 1) {
      throw new UserSyntaxException("one node at a time");
    }
    if (words.isEmpty()) {
      long id =
          session
              .trail()
              .current()
              .orElseThrow(
                  () -> new UserSyntaxException("which node? Name one, or go to it first"));
      return alive(tree, tree.graph().ordinalOf(id), "#" + id);
    }
    String word = words.getFirst();
    if (word.matches("\\d{1,9}")) {
      EdgeListing last = listing;
      int row = Integer.parseInt(word);
      if (last == null || row < 1 || row > last.rows().size()) {
        throw new UserSyntaxException("no row " + word + " in the last listing");
      }
      long id = last.rows().get(row - 1).other().id();
      return alive(tree, tree.graph().ordinalOf(id), "#" + id);
    }
    Optional<Target> found = new TargetResolver(tree).resolve(target(word));
    if (found.isPresent() && found.get().matches() > 1) {
      session
          .out()
          .println(
              "(the one of "
                  + found.get().matches()
                  + " alive that retains most; the others have ids)");
    }
    return found.map(Target::node).orElseGet(() -> alive(tree, -1, word));
  }

  private int alive(DominatorTree tree, int node, String name) {
    if (node < 0 || !tree.isAlive(node)) {
      throw new UserDataException(name + ": not alive under " + session.policy().ruleName());
    }
    return node;
  }

  private static TargetQuery target(String word) {
    try {
      return TargetQuery.parse(word);
    } catch (IllegalArgumentException e) {
      throw new UserSyntaxException(String.valueOf(e.getMessage()));
    }
  }

  private ExitCode go(List<String> words) {
    DominatorTree tree = session.tree();
    int node = node(tree, words);
    session.trail().go(tree.graph().id(node));
    return show(tree, EdgeListing.references(tree, node));
  }

  private ExitCode move(boolean moved, String verb) {
    if (!moved) {
      throw new UserDataException("nothing to go " + verb + " to");
    }
    DominatorTree tree = session.tree();
    return show(tree, EdgeListing.references(tree, node(tree, List.of())));
  }

  private ExitCode list(List<String> words, boolean incoming) {
    DominatorTree tree = session.tree();
    int node = node(tree, words);
    return show(
        tree, incoming ? EdgeListing.retainers(tree, node) : EdgeListing.references(tree, node));
  }

  private ExitCode show(DominatorTree tree, EdgeListing shown) {
    listing = shown;
    session.out().print(shown.text(tree, rows()));
    return ExitCode.DONE;
  }

  private ExitCode whatIf(List<String> words) {
    if (words.size() != 1) {
      throw new UserSyntaxException("whatif needs one target");
    }
    DominatorTree tree = session.tree();
    List<Integer> targets = new ArrayList<>();
    List<Integer> edges = removedEdges(tree, words.getFirst(), targets);
    if (edges.isEmpty()) {
      throw new UserDataException(
          words.getFirst() + ": not alive under " + session.policy().ruleName());
    }
    WhatIf answer = WhatIf.of(tree, edges);
    targets.removeIf(answer.gone()::get);
    session.out().print(WhatIfText.text(tree, answer, targets, rows()));
    return ExitCode.DONE;
  }

  /// The edges that a target of `whatif` means.
  ///
  /// @param targets takes the nodes that they lead to
  private List<Integer> removedEdges(DominatorTree tree, String word, List<Integer> targets) {
    SnapshotGraph graph = tree.graph();
    List<Integer> edges = new ArrayList<>();
    int dot = word.indexOf('.');
    if (word.startsWith("#") && dot > 0) {
      int source = node(tree, List.of(word.substring(0, dot)));
      String label = word.substring(dot + 1);
      for (int edge = graph.firstEdge(source); edge < graph.endEdge(source); edge++) {
        if (tree.edges().retains(edge) && graph.edgeLabel(edge).equals(label)) {
          add(graph, edge, edges, targets);
        }
      }
      if (edges.isEmpty()) {
        throw new UserDataException(word + ": the node retains nothing by '" + label + "'");
      }
      return edges;
    }
    List<Target> found = new TargetResolver(tree).resolveAll(target(word));
    for (Target each : found) {
      if (each.edge() >= 0) {
        add(graph, each.edge(), edges, targets);
      } else {
        targets.add(each.node());
        var retainers = graph.retainers();
        for (int at = retainers.first(each.node()); at < retainers.end(each.node()); at++) {
          if (tree.edges().retains(retainers.edge(at)) && tree.isAlive(retainers.source(at))) {
            edges.add(retainers.edge(at));
          }
        }
      }
    }
    return edges;
  }

  private static void add(
      SnapshotGraph graph, int edge, List<Integer> edges, List<Integer> targets) {
    edges.add(edge);
    if (!targets.contains(graph.edgeTarget(edge))) {
      targets.add(graph.edgeTarget(edge));
    }
  }

  private ExitCode mark(List<String> words) {
    if (words.size() > 1) {
      throw new UserSyntaxException("mark takes one name");
    }
    if (words.isEmpty()) {
      for (String name : session.marks().names()) {
        session.out().print(name + ": " + TextReport.header(session.marks().get(name)));
      }
      return ExitCode.DONE;
    }
    session.marks().set(words.getFirst(), session.subject().heap(), session.policy());
    session
        .out()
        .print(words.getFirst() + ": " + TextReport.header(session.marks().get(words.getFirst())));
    return ExitCode.DONE;
  }

  private ExitCode diff(List<String> words) {
    if (words.size() > 2) {
      throw new UserSyntaxException("diff takes two marks");
    }
    DominatorTree before = session.marks().get(words.getFirst());
    DominatorTree after = words.size() == 2 ? session.marks().get(words.get(1)) : session.tree();
    GraphInfo from = named(before, words.getFirst());
    GraphInfo to = named(after, words.size() == 2 ? words.get(1) : after.graph().info().snapshot());
    if (!from.policy().equals(to.policy())) {
      throw new UserDataException(
          "the moments were traced under different policies, "
              + from.policy()
              + " and "
              + to.policy()
              + ": set the marks under one");
    }
    session
        .out()
        .print(TextReport.diff(from, to, EdgeRule.STRONG, SnapshotDiff.of(before, after), rows()));
    return ExitCode.DONE;
  }

  private static GraphInfo named(DominatorTree tree, String mark) {
    GraphInfo info = tree.graph().info();
    return new GraphInfo(info.source(), mark, info.policy(), info.run());
  }

  private ExitCode export(List<String> words) {
    if (words.size() != 1) {
      throw new UserSyntaxException("export needs a file to write");
    }
    ExitCode code = session.command(List.of("snapshot", "-o", words.getFirst()));
    if (code.equals(ExitCode.DONE)) {
      session.out().println("written: " + words.getFirst());
    }
    return code;
  }
}
