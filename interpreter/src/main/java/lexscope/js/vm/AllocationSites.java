package lexscope.js.vm;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.SourcePlace;
import lexscope.js.bytecode.PositionTable;
import lexscope.js.source.Position;
import lexscope.js.source.SourceText;
import org.jspecify.annotations.Nullable;

/// What the numbers of allocation sites mean. It holds positions only, no cells.
public final class AllocationSites {
  /// A place that allocates.
  ///
  /// @param function the function's name
  public record Site(String function, SourcePlace place) {}

  private record Block(int base, String function, SourceText source, PositionTable positions) {}

  private final List<Block> blocks = new ArrayList<>();
  private int next = 1;

  /// Reserves numbers for the instructions of a function's code.
  int reserve(String function, SourceText source, PositionTable positions, int length) {
    int base = next;
    blocks.add(new Block(base, function, source, positions));
    next += length;
    return base;
  }

  /// The site of a number; null for 0. Cost: a binary search.
  public @Nullable Site site(int number) {
    int low = 0;
    int high = blocks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (blocks.get(middle).base <= number) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    if (number <= 0 || blocks.isEmpty()) {
      return null;
    }
    Block block = blocks.get(low);
    Position position = block.source.position(block.positions.offset(number - block.base));
    return new Site(
        block.function, new SourcePlace(block.source.name(), position.line(), position.column()));
  }
}
