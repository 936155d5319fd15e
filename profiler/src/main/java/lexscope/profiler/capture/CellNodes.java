package lexscope.profiler.capture;

import java.util.IdentityHashMap;
import lexscope.gc.Cell;
import lexscope.gc.PartedCell;
import lexscope.profiler.graph.CellPart;

/// Which node stands for which cell or part. Cells are known by their ids; those that were never
/// numbered, by themselves, and they get negative ids, which mean nothing beyond the snapshot.
final class CellNodes {
  private static final long FIRST_MADE_ID = -(1L << 62);

  private final PagedNumbers wholes = new PagedNumbers();
  private final PagedNumbers parts = new PagedNumbers();
  private final IdentityHashMap<Cell, Integer> unnumbered = new IdentityHashMap<>();

  /// The node of a part of a cell, or -1.
  int node(Cell cell, int part) {
    if (part != PartedCell.WHOLE) {
      return parts.get(key(cell, part));
    }
    return cell.id() == 0 ? unnumbered.getOrDefault(cell, -1) : wholes.get(cell.id());
  }

  /// The first node that stands for a cell or any part of it, or -1.
  int anyNode(Cell cell) {
    int whole = node(cell, PartedCell.WHOLE);
    if (whole >= 0 || !(cell instanceof PartedCell parted)) {
      return whole;
    }
    int context = node(cell, PartedCell.CONTEXT);
    for (int part = 0; context < 0 && part < parted.partCount(); part++) {
      context = node(cell, part);
    }
    return context;
  }

  /// The id that the next node for a part of a cell is to have.
  long idFor(Cell cell, int part) {
    if (part != PartedCell.WHOLE) {
      return key(cell, part);
    }
    return cell.id() == 0 ? FIRST_MADE_ID - unnumbered.size() : cell.id();
  }

  /// Notes the node of a part of a cell.
  void put(Cell cell, int part, int node) {
    if (part != PartedCell.WHOLE) {
      parts.put(key(cell, part), node);
    } else if (cell.id() == 0) {
      unnumbered.put(cell, node);
    } else {
      wholes.put(cell.id(), node);
    }
  }

  private static long key(Cell cell, int part) {
    return new CellPart(cell.id(), part).nodeId();
  }
}
