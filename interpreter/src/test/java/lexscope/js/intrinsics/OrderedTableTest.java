package lexscope.js.intrinsics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderedTableTest {
  /// The List of the specification: deleted entries become empty and nothing ever moves.
  private static final class SpecificationList {
    final List<Object> keys = new ArrayList<>();

    boolean has(Object key) {
      return keys.contains(key);
    }

    void add(Object key) {
      if (!has(key)) {
        keys.add(key);
      }
    }

    void delete(Object key) {
      int at = keys.indexOf(key);
      if (at >= 0) {
        keys.set(at, "empty");
      }
    }

    void clear() {
      keys.replaceAll(_ -> "empty");
    }
  }

  @Test
  void cursorsSeeWhatTheSpecificationSaysWhileTheTableChanges() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var table = new OrderedTable();
      var list = new SpecificationList();
      OrderedTable.Cursor cursor = table.cursor();
      int index = 0;
      for (int step = 0; step < 400; step++) {
        int key = random.nextInt(60);
        switch (random.nextInt(20)) {
          case 0, 1, 2, 3, 4, 5 -> {
            table.set(key, key);
            list.add(key);
          }
          case 6, 7, 8, 9, 10, 11 -> {
            assertThat(table.delete(key)).isEqualTo(list.has(key));
            list.delete(key);
          }
          case 12 -> {
            if (random.nextInt(10) == 0) {
              table.clear();
              list.clear();
            }
          }
          default -> {
            while (index < list.keys.size() && list.keys.get(index).equals("empty")) {
              index++;
            }
            boolean more = index < list.keys.size();
            assertThat(cursor.advance()).as("seed %d step %d", seed, step).isEqualTo(more);
            if (more) {
              assertThat(cursor.key()).isEqualTo(list.keys.get(index++));
            }
          }
        }
      }
      var living = new ArrayList<Object>();
      table.forEach((_, key, _) -> living.add(key));
      assertThat(living).isEqualTo(list.keys.stream().filter(key -> !key.equals("empty")).toList());
      assertThat(table.size()).isEqualTo(living.size());
    }
  }

  @Test
  void minusZeroIsZeroAndNaNIsItself() {
    var table = new OrderedTable();
    table.set(-0.0, "zero");
    table.set(Double.NaN, "nan");
    assertThat(table.get(0)).isEqualTo("zero");
    assertThat(table.get(Double.NaN)).isEqualTo("nan");
  }
}
