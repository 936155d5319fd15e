package lexscope.shell.command;

import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.paths.Target;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.paths.TargetResolver;
import lexscope.shell.invocation.UserSyntaxException;

/// A question about one thing in the heap, named by the first operand.
abstract class TargetQuestion extends HeapQuestion {
  @Override
  public int operandsBeforeFile() {
    return 1;
  }

  @Override
  public String details() {
    return """
    TARGET is one of
      #ID                    the node with this id
      record:FUNCTION        Environment Records of a function
      closure:NAME           closures of a function
      binding:FUNCTION.NAME  what a variable of a function holds
      class:NAME             objects by the name of their constructor
      site:FILE:LINE         what was made in a line
    Of several that match, the one that retains most is answered for.
    """;
  }

  @Override
  void check(Arguments arguments) {
    super.check(arguments);
    target(arguments);
  }

  /// All alive nodes that match, each once, those that retain most first.
  static int[] nodes(DominatorTree tree, TargetQuery query) {
    return new TargetResolver(tree)
        .resolveAll(query).stream().mapToInt(Target::node).distinct().toArray();
  }

  static TargetQuery target(Arguments arguments) {
    try {
      return TargetQuery.parse(arguments.operands().getFirst());
    } catch (IllegalArgumentException e) {
      throw new UserSyntaxException(String.valueOf(e.getMessage()));
    }
  }
}
