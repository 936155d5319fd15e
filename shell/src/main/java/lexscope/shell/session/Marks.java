package lexscope.shell.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.shell.command.HeapFile;
import lexscope.shell.invocation.UserDataException;
import org.jspecify.annotations.Nullable;

/// Moments that the user, or the program by `lexscope.snapshot(name)`, gave a name, with what was
/// alive then.
final class Marks {
  /// So many marks of a program's own are kept: each holds a graph.
  private static final int MOST_OF_PROGRAMS = 32;

  private final Map<String, DominatorTree> trees = new LinkedHashMap<>();
  private final List<String> ofProgram = new ArrayList<>();

  /// Keeps what is alive now under a name.
  void set(String name, HeapFile heap, CapturePolicy policy) {
    trees.put(name, heap.tree(policy, EdgeRule.STRONG));
  }

  /// Keeps what is alive at a snapshot of the program's own. The second of one name is `NAME#2`.
  void snapshot(String name, HeapFile heap, CapturePolicy policy) {
    if (ofProgram.size() < MOST_OF_PROGRAMS) {
      int number = 1;
      String full = name;
      while (trees.containsKey(full)) {
        full = name + "#" + ++number;
      }
      set(full, heap, policy);
      ofProgram.add(full);
    }
  }

  /// The program begins anew: its own marks go.
  void restart() {
    ofProgram.forEach(trees::remove);
    ofProgram.clear();
  }

  /// Forgets all: they are of another program.
  void clear() {
    trees.clear();
    ofProgram.clear();
  }

  /// What was alive at a mark; null if there is none of that name.
  @Nullable DominatorTree find(String name) {
    return trees.get(name);
  }

  /// What was alive at a mark.
  ///
  /// @throws UserDataException if there is none of that name
  DominatorTree get(String name) {
    DominatorTree tree = trees.get(name);
    if (tree == null) {
      throw new UserDataException(
          "no mark '"
              + name
              + "'"
              + (trees.isEmpty() ? "" : "; there are: " + String.join(", ", trees.keySet())));
    }
    return tree;
  }

  /// The names in the order in which they were set first.
  List<String> names() {
    return new ArrayList<>(trees.keySet());
  }
}
