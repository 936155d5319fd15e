package lexscope.js.intrinsics;

import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;

/// What Map, Set, WeakMap and WeakSet objects share: the table behind `[[MapData]]`, `[[SetData]]`
/// and their weak kin. What they differ in is how the collector sees the entries.
public abstract sealed class KeyedCollectionObject extends JsObject
    permits MapObject, SetObject, WeakMapObject, WeakSetObject {
  private final OrderedTable data = new OrderedTable();
  private final boolean values;

  /// @param values whether entries have values beside their keys
  KeyedCollectionObject(Shape shape, boolean values) {
    super(shape);
    this.values = values;
  }

  /// The entries. What adds to them goes through the collection, so that it is sized.
  public final OrderedTable data() {
    return data;
  }

  /// Sets an entry and tells the heap how the table grew.
  final void put(Agent agent, Object key, Object value) {
    long before = tableBytes();
    data.set(key, value);
    long grown = tableBytes() - before;
    if (grown != 0) {
      agent.heap().grew(grown);
    }
  }

  @Override
  protected final long headerBytes() {
    return ModelledSizes.OBJECT_HEADER + ModelledSizes.SLOT + tableBytes();
  }

  /// The modelled bytes of the table.
  long tableBytes() {
    return data.modelledBytes(values);
  }
}
