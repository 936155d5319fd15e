package lexscope.shell.command;

import java.util.Locale;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.find.Found;
import lexscope.profiler.find.NodePredicate;
import lexscope.profiler.find.PredicateSyntaxException;
import lexscope.profiler.report.FindReport;
import lexscope.shell.invocation.UserSyntaxException;
import org.apache.commons.cli.Options;

/// `find PREDICATE FILE`: the nodes for which a predicate holds.
final class FindCommand extends HeapQuestion {
  @Override
  public String name() {
    return "find";
  }

  @Override
  public String summary() {
    return "find what a predicate holds for, such as 'kind = closure and retained > 4 KiB'";
  }

  @Override
  public String synopsis() {
    return "PREDICATE FILE...";
  }

  @Override
  public int operandsBeforeFile() {
    return 1;
  }

  @Override
  public String details() {
    return """
    PREDICATE is one word for your own shell, so quote it. It is made of
      kind, name, function, script, site   = TEXT   != TEXT   contains TEXT   ~ /PATTERN/  ~ /PATTERN/i
      self, retained                       = != < <= > >=  a size: 400, 1.5 MB, 4 KiB
      nodes, distance, id, record          = != < <= > >=  a whole number
      retained by TARGET                   some path leads to it from there
      dominated by TARGET                  every path leads to it from there: it goes when that goes
      held by TARGET, holds TARGET         an edge leads to it from there, or from it to there
      made by FUNCTION, made in FILE       one of the calls that made it is of this function, in this file
      P and Q, P or Q, not P, (P)          'and' binds closer than 'or'
    kind is object, closure, record, string, native and so on; name is that of the constructor, of
    the function, or the text of a string; site is FILE:LINE; nodes is how many go with it; distance
    counts edges from the roots; record is the number of an Environment Record. Texts with spaces or
    signs are quoted by ' or ". PATTERN is a regular expression of Java. TARGET is one of #ID,
    record:FUNCTION, closure:NAME, binding:FUNCTION.NAME, class:NAME, site:FILE:LINE. Before a
    FUNCTION or FILE that made something =, !=, contains or ~ may stand, and FILE:LINE is the place of
    a call. Which calls made it is known of programs with --allocation-stacks, and of files that V8
    took with allocation tracking; --stacks shows them.
    """;
  }

  @Override
  public Options options() {
    return super.options()
        .addOption(CommonOptions.rows("" + CommonOptions.DEFAULT_ROWS))
        .addOption(CommonOptions.flag("stacks", "show the calls that made what was found"))
        .addOption(CommonOptions.valued("limit", "N", "the same as --rows"))
        .addOption(
            CommonOptions.valued("sort", "KEY", "retained (default), self, distance, id or name"));
  }

  @Override
  void check(Arguments arguments) {
    super.check(arguments);
    predicate(arguments);
    order(arguments);
    limit(arguments);
  }

  @Override
  String answer(HeapFile heap, Arguments arguments) {
    DominatorTree tree = tree(heap, arguments);
    NodePredicate predicate = predicate(arguments);
    if (predicate.asksForCalls() || arguments.has("stacks")) {
      heap.checkAllocationStacks(tree.graph());
    }
    Found found = Found.of(tree, predicate, order(arguments), limit(arguments));
    return arguments.has("json")
        ? FindReport.json(tree, arguments.operands().getFirst(), found)
        : FindReport.text(tree, found, arguments.has("stacks"));
  }

  private static NodePredicate predicate(Arguments arguments) {
    try {
      return NodePredicate.parse(arguments.operands().getFirst());
    } catch (PredicateSyntaxException e) {
      throw new UserSyntaxException(
          "\"" + arguments.operands().getFirst() + "\", " + e.getMessage());
    }
  }

  private static Found.Order order(Arguments arguments) {
    String key = arguments.value("sort").orElse("retained");
    for (Found.Order order : Found.Order.values()) {
      if (order.name().toLowerCase(Locale.ROOT).equals(key)) {
        return order;
      }
    }
    throw new UserSyntaxException(
        "no sort key '" + key + "': it is one of retained, self, distance, id, name");
  }

  private static int limit(Arguments arguments) {
    long limit = arguments.number("limit", 0).orElse(CommonOptions.rows(arguments));
    return (int) Math.min(limit, Integer.MAX_VALUE);
  }
}
