package lexscope.scenarios;

import java.util.List;
import java.util.function.Function;

/// Makes a failing program smaller by dropping one piece at a time, as long as it still fails.
final class ProgramShrinker {
  private static final int BATCH = 100;
  private static final int MAX_STEPS = 60;

  private ProgramShrinker() {}

  /// The smallest program found.
  ///
  /// @param failing a program that fails
  /// @param fails says which of the given programs fail: their indexes, in order; running many at
  ///   once is cheaper than running each
  static ClosureProgram shrink(
      ClosureProgram failing, Function<List<ClosureProgram>, List<Integer>> fails) {
    ClosureProgram smallest = failing;
    for (int step = 0; step < MAX_STEPS; step++) {
      ClosureProgram smaller = oneStep(smallest, fails);
      if (smaller == smallest) {
        break;
      }
      smallest = smaller;
    }
    return smallest;
  }

  private static ClosureProgram oneStep(
      ClosureProgram program, Function<List<ClosureProgram>, List<Integer>> fails) {
    List<ClosureProgram> variants =
        Piece.smaller(program.pieces()).stream()
            .sorted(java.util.Comparator.comparingInt(pieces -> Piece.render(pieces).length()))
            .map(program::with)
            .toList();
    for (int from = 0; from < variants.size(); from += BATCH) {
      List<ClosureProgram> batch = variants.subList(from, Math.min(variants.size(), from + BATCH));
      List<Integer> failing = fails.apply(batch);
      if (!failing.isEmpty()) {
        return batch.get(failing.getFirst());
      }
    }
    return program;
  }
}
