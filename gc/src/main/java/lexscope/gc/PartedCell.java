package lexscope.gc;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// A cell that is marked part by part, as an Environment Record is when a closure keeps only some
/// of its bindings.
///
/// Parts `0 … partCount()-1` are its slots. [#WHOLE] stands for the cell as a whole and [#CONTEXT]
/// for the subset that a shared context holds; what these two reach is for the subclass to say. A
/// parted cell that is reached through single parts only stays in the table as a shell: after
/// marking, [#sweepParts] overwrites the slots that nothing reached.
public abstract class PartedCell extends Cell {
  /// The cell with everything in it.
  public static final int WHOLE = -1;

  /// The parts that a shared context holds, with the link to the context around it.
  public static final int CONTEXT = -2;

  /// Nothing but the cell itself: it stays in the table because a path to a part leads through it.
  public static final int SHELL = -3;

  private int partsEpoch;
  private boolean wholeMarked;
  private boolean contextMarked;
  private long lowMarks;
  private @Nullable BitSet highMarks;

  /// How many single parts the cell has.
  public abstract int partCount();

  /// Reports the edges that leave one part ([#WHOLE] and [#CONTEXT] included), each once.
  protected abstract void visitPart(int part, TracingRule rule, EdgeVisitor visitor);

  /// The modelled bytes of one part, for graphs whose nodes are parts.
  public abstract long partBytes(int part);

  /// The name of one part: a binding's name.
  public abstract String partName(int part);

  /// Overwrites what no mark of this epoch reached. Called after marking, also when [#WHOLE] was
  /// marked: under some rules that does not reach every part.
  protected abstract void sweepParts(TracingRule rule);

  @Override
  protected final void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitPart(WHOLE, rule, visitor);
  }

  /// Whether the last marking reached the part itself (not by way of [#WHOLE] or [#CONTEXT]). Cost:
  /// constant.
  protected final boolean isPartMarked(int part) {
    return switch (part) {
      case WHOLE -> wholeMarked;
      case CONTEXT -> contextMarked;
      default ->
          part < 64 ? (lowMarks & (1L << part)) != 0 : highMarks != null && highMarks.get(part);
    };
  }

  /// Marks a part in an epoch; false if it was marked before.
  final boolean markPart(int part, int epoch) {
    if (partsEpoch != epoch) {
      partsEpoch = epoch;
      wholeMarked = false;
      contextMarked = false;
      lowMarks = 0;
      highMarks = null;
    }
    if (part == SHELL || isPartMarked(part)) {
      return false;
    }
    switch (part) {
      case WHOLE -> wholeMarked = true;
      case CONTEXT -> contextMarked = true;
      default -> {
        if (part < 64) {
          lowMarks |= 1L << part;
        } else {
          if (highMarks == null) {
            highMarks = new BitSet();
          }
          highMarks.set(part);
        }
      }
    }
    return true;
  }
}
