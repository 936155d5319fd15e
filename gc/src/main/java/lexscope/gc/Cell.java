package lexscope.gc;

import org.jspecify.annotations.Nullable;

/// Base of everything on the guest heap.
///
/// A cell has an id that is never reused, the epoch of the last marking that reached it, and the
/// number of the site that allocated it. It reports each of its outgoing edges exactly once, in
/// [#visitEdges]: marking and snapshots are two visitors of that one method, so they cannot drift
/// apart.
///
/// Most cells stand in the heap's allocation-ordered table ([Heap#allocate]). A cell may also be
/// only numbered ([Heap#number]), as strings are: it is marked and sized like the others, and the
/// host frees it.
public abstract class Cell {
  /// The mark of a swept cell. Reading through such a cell is an error of the collector's client.
  static final int DEAD = -1;

  long id;
  int mark;
  int site;
  boolean listed;

  /// The cell's number: unique in its heap, in order of allocation, never reused; 0 before it was
  /// numbered.
  public final long id() {
    return id;
  }

  /// The number of the place that allocated the cell ([Heap#setSite]); 0 when unknown.
  public final int site() {
    return site;
  }

  /// Whether the cell was swept.
  public final boolean isDead() {
    return mark == DEAD;
  }

  /// The modelled size in bytes of the cell itself, without what it refers to. The model is V8's on
  /// 64 bits with 8-byte tagged slots, so that sizes can be read beside Node's; it does not depend
  /// on the Java VM.
  public abstract long shallowBytes();

  /// Reports every outgoing edge once. Must not allocate cells, change the heap or run guest code.
  /// Cost: the number of edges.
  protected abstract void visitEdges(TracingRule rule, EdgeVisitor visitor);

  /// What sort of node the cell is in a snapshot.
  public abstract CellKind kind();

  /// The name of the cell's node in a snapshot: a constructor, function or class name, a string's
  /// text. It runs no guest code.
  public abstract String name();

  /// Where the thing was written, for functions and what else has a place in the source; null
  /// otherwise.
  public @Nullable SourcePlace place() {
    return null;
  }
}
