package lexscope.gc;

import org.jspecify.annotations.Nullable;

/// Receives the edges of a cell. Labels are any objects whose `toString` names the edge; they are
/// not rendered while marking. A target that is not a [Cell] (a number, a boolean, undefined, null)
/// keeps nothing alive and is ignored by the marker.
public interface EdgeVisitor {
  /// An edge to a whole value.
  void edge(EdgeKind kind, Object label, @Nullable Object target);

  /// An edge to an element, labelled with an index.
  void element(long index, @Nullable Object target);

  /// An edge to one part of a parted cell: a binding's slot, [PartedCell#WHOLE] or
  /// [PartedCell#CONTEXT].
  void part(EdgeKind kind, Object label, PartedCell target, int part);

  /// A weak edge: it keeps nothing alive. The cell that reports it is a [WeakHolder] and is asked
  /// to clear it.
  void weak(Object label, @Nullable Object target);

  /// An ephemeron of the table that is being visited: `value` is alive if both the table and `key`
  /// are.
  void ephemeron(Cell key, @Nullable Object value);
}
