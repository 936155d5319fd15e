package lexscope.scenarios.leaks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lexscope.scenarios.leaks.Expectation.Measure;

/// What grew from round to round.
///
/// The first rounds fill caches and are not counted. After them a sort of things leaks if it never
/// becomes fewer and grows in half of the rounds or more.
///
/// @param rounds how many rounds were counted
/// @param rows what leaks, most bytes first
/// @param bytes by how much all together grew
record Growth(int rounds, List<Row> rows, long bytes) {
  /// So many rounds are not counted.
  static final int WARM_UP = 2;

  /// A sort of things that leaks.
  ///
  /// @param counts how many were alive after each round, from the last of the warm-up on
  record Row(Census.Sort sort, List<Integer> counts, long bytes) {
    Row {
      counts = List.copyOf(counts);
    }

    int added() {
      return counts.getLast() - counts.getFirst();
    }
  }

  Growth {
    rows = List.copyOf(rows);
  }

  /// The growth through a series of censuses, one for each round.
  static Growth of(List<Census> series) {
    List<Census> measured = series.subList(WARM_UP - 1, series.size());
    Census first = measured.getFirst();
    Census last = measured.getLast();
    Set<Census.Sort> sorts = new LinkedHashSet<>(last.counts().keySet());
    List<Row> rows = new ArrayList<>();
    for (Census.Sort sort : sorts) {
      List<Integer> counts =
          measured.stream()
              .map(each -> each.counts().getOrDefault(sort, Census.NONE).nodes())
              .toList();
      if (leaks(counts)) {
        rows.add(
            new Row(
                sort,
                counts,
                last.counts().getOrDefault(sort, Census.NONE).bytes()
                    - first.counts().getOrDefault(sort, Census.NONE).bytes()));
      }
    }
    rows.sort(Comparator.comparingLong(Row::bytes).reversed().thenComparing(Row::sort));
    return new Growth(measured.size() - 1, rows, last.totalBytes() - first.totalBytes());
  }

  private static boolean leaks(List<Integer> counts) {
    int grew = 0;
    for (int i = 1; i < counts.size(); i++) {
      int step = counts.get(i) - counts.get(i - 1);
      if (step < 0) {
        return false;
      }
      grew += step > 0 ? 1 : 0;
    }
    return grew > 0 && 2 * grew >= counts.size() - 1;
  }

  /// What leaks and counts as that; for bytes everything that leaks.
  List<Row> of(Measure measure) {
    return rows.stream()
        .filter(row -> measure == Measure.BYTES || row.sort().measure() == measure)
        .toList();
  }

  /// By how many a round, rounded up.
  long perRound(Measure measure) {
    long total =
        measure == Measure.BYTES
            ? Math.max(0, bytes)
            : of(measure).stream().mapToLong(Row::added).sum();
    return perRound(total);
  }

  /// A sum over the rounds as a number for one round, rounded up.
  long perRound(long total) {
    return Math.ceilDiv(total, rounds);
  }
}
