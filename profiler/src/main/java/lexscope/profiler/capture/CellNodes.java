package lexscope.profiler.capture;

import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;
import lexscope.gc.Cell;
import lexscope.gc.CellNumbers;
import lexscope.gc.PartedCell;
import lexscope.profiler.graph.CellPart;
import org.jspecify.annotations.Nullable;

/// Which node stands for which cell or part, and back. The first node of a cell stands in the cell
/// itself for the time of the walk; of a record that is met in several parts the others lie in a
/// table. Cells that were never numbered by their heap get negative ids, which mean nothing beyond
/// the snapshot.
final class CellNodes {
  private static final long FIRST_MADE_ID = -(1L << 62);

  private final CellNumbers first = new CellNumbers();
  private final PagedNumbers others = new PagedNumbers();
  private final IntArrayList partNodes = new IntArrayList();
  // By node; synthetic nodes have no cell.
  private @Nullable Cell[] cells;

  /// By node; without entries as long as all nodes stand for whole cells.
  private int[] parts = {};

  private int size;

  /// Room for as many nodes; it grows beyond them.
  CellNodes(int expectedNodes) {
    cells = new Cell[expectedNodes];
  }

  /// The node of a part of a cell, or -1.
  int node(Cell cell, int part) {
    int node = first.get(cell);
    if (node < 0 || part(node) == part) {
      return node;
    }
    return cell instanceof PartedCell ? others.get(key(cell, part)) : -1;
  }

  /// The first node that stands for a cell or any part of it, or -1: the whole cell's before its
  /// context's before those of its slots.
  int anyNode(Cell cell) {
    int node = first.get(cell);
    if (node < 0 || part(node) == PartedCell.WHOLE || !(cell instanceof PartedCell parted)) {
      return node;
    }
    int best = node(cell, PartedCell.WHOLE);
    if (best < 0) {
      best = node(cell, PartedCell.CONTEXT);
    }
    for (int part = 0; best < 0 && part < parted.partCount(); part++) {
      best = node(cell, part);
    }
    return best;
  }

  /// The id that the next node for a part of a cell is to have.
  long idFor(Cell cell, int part) {
    if (part != PartedCell.WHOLE) {
      return new CellPart(cell.id(), part).nodeId();
    }
    return cell.id() == 0 ? FIRST_MADE_ID - first.countApart() : cell.id();
  }

  /// Notes the node of a part of a cell.
  void put(Cell cell, int part, int node) {
    if (node >= cells.length) {
      int capacity = node + (node >> 1) + 16;
      cells = Arrays.copyOf(cells, capacity);
    }
    cells[node] = cell;
    size = node + 1;
    if (first.get(cell) < 0) {
      first.put(cell, node);
    } else {
      others.put(key(cell, part), node);
    }
    if (part != PartedCell.WHOLE) {
      partNodes.add(node);
      if (node >= parts.length) {
        int known = parts.length;
        parts = Arrays.copyOf(parts, Math.max(cells.length, node + 1));
        Arrays.fill(parts, known, parts.length, PartedCell.WHOLE);
      }
      parts[node] = part;
    }
  }

  /// The cell of a node; null for a synthetic one.
  @Nullable Cell cell(int node) {
    return node < size ? cells[node] : null;
  }

  /// Which part of its cell a node stands for.
  int part(int node) {
    return node < parts.length ? parts[node] : PartedCell.WHOLE;
  }

  /// The nodes that stand for parts, in ascending order.
  IntArrayList partNodes() {
    return partNodes;
  }

  /// Takes the numbers of all cells back.
  void clear() {
    for (int node = 0; node < size; node++) {
      Cell cell = cells[node];
      if (cell != null) {
        first.take(cell);
      }
    }
  }

  /// Tells the parts of all cells apart: those that are no slots have negative numbers.
  private static long key(Cell cell, int part) {
    return cell.id() << CellPart.SLOT_BITS | (part - PartedCell.CONTEXT);
  }
}
