package lexscope.js.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lexscope.js.syntax.Expression;
import org.jspecify.annotations.Nullable;

/// What instructions are about, as it is written: the callee of a call, what a loop or a pattern
/// iterates, what a pattern takes apart. Error messages quote it.
public final class SubjectTable {
  private int[] pcs = new int[4];
  private final List<Expression> subjects = new ArrayList<>(4);

  /// Notes what the instruction at `pc` is about; `pc` is past all others.
  void add(int pc, Expression subject) {
    if (subjects.size() == pcs.length) {
      pcs = Arrays.copyOf(pcs, pcs.length * 2);
    }
    pcs[subjects.size()] = pc;
    subjects.add(subject);
  }

  /// What the instruction at `pc` is about; null if that was not noted. Cost: a binary search.
  public @Nullable Expression at(int pc) {
    int index = Arrays.binarySearch(pcs, 0, subjects.size(), pc);
    return index < 0 ? null : subjects.get(index);
  }
}
