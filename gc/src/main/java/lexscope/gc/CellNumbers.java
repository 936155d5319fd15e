package lexscope.gc;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/// Numbers that a walk over a standing heap gives to cells. They lie where marks do, so asking for
/// one costs a load from the cell, which a walk looks at anyway; a cell that was never numbered by
/// its heap may be shared between heaps, and its number stands in a table.
///
/// One walk at a time and no collection meanwhile. Whoever gave numbers takes them back with
/// [#take] before anybody else walks the heap.
public final class CellNumbers {
  /// What stands for no number.
  public static final int NONE = -1;

  /// Marks below this one are numbers.
  private static final int FIRST = Cell.DEAD - 1;

  private final IdentityHashMap<Cell, Integer> apart = new IdentityHashMap<>();

  /// The number of a cell, or [#NONE]. Cost: a load, for cells without an id a look-up.
  public int get(Cell cell) {
    int mark = cell.mark;
    if (mark <= FIRST) {
      return FIRST - mark;
    }
    if (cell.id != 0 && mark != Cell.DEAD) {
      return NONE;
    }
    @Nullable Integer number = apart.get(cell);
    return number == null ? NONE : number;
  }

  /// Gives a cell a number, from 0 to 2^31 - 3.
  public void put(Cell cell, int number) {
    if (cell.id != 0 && cell.mark != Cell.DEAD) {
      cell.mark = FIRST - number;
    } else {
      apart.put(cell, number);
    }
  }

  /// Takes a cell's number back. The next marking finds it unmarked, as every marking does.
  public void take(Cell cell) {
    if (cell.mark <= FIRST) {
      cell.mark = 0;
    }
  }

  /// How many of the numbered cells have no id.
  public int countApart() {
    return apart.size();
  }
}
