package lexscope.profiler.graph;

/// Which part of a heap cell a node stands for.
///
/// @param cell the id of the cell, the same under every capture policy
/// @param part the number of a binding slot, {@link #WHOLE} or {@link #CONTEXT}
public record CellPart(long cell, int part) {
  /// The node stands for the whole cell.
  public static final int WHOLE = -1;

  /// The node stands for the shared bindings of an Environment Record, as V8 would keep them.
  public static final int CONTEXT = -2;

  /// How many bits the number of a slot has.
  public static final int SLOT_BITS = 20;

  private static final int CONTEXT_BESIDE_WHOLE = (1 << SLOT_BITS) - 1;

  /// The id of the node for this part: the cell's own, except that single slots, of which a cell
  /// has many, have negative ids made of the cell's id and the slot.
  ///
  /// @throws IllegalStateException if the slot's number does not fit into twenty bits
  public long nodeId() {
    if (part < 0) {
      return cell;
    }
    if (part >= CONTEXT_BESIDE_WHOLE) {
      throw new IllegalStateException(
          "cell "
              + cell
              + " has a slot "
              + part
              + "; at most 2^"
              + SLOT_BITS
              + " can be told apart");
    }
    return -(((cell + 1) << SLOT_BITS) | part);
  }

  /// The id of the node for a context where the same graph has a node for the whole record too, as
  /// when a running activation holds the record and a closure its context.
  public long contextIdBesideWhole() {
    return -(((cell + 1) << SLOT_BITS) | CONTEXT_BESIDE_WHOLE);
  }
}
