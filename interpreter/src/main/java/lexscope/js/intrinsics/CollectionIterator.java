package lexscope.js.intrinsics;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.gc.Untraced;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// Map Iterators (24.1.5) and Set Iterators (24.2.6): the collection until its end was reached, and
/// a cursor on its table.
public final class CollectionIterator extends JsObject {
  /// What an iterator gives for each entry.
  public enum Kind {
    KEYS,
    VALUES,
    ENTRIES
  }

  private @Nullable JsObject collection;

  @Untraced("it gives out what is in the collection's present table; one outgrown may hold more")
  private OrderedTable.@Nullable Cursor cursor;

  private final Kind kind;
  private final boolean ofMap;

  private CollectionIterator(Shape shape, JsObject collection, OrderedTable data, Kind kind) {
    super(shape);
    this.collection = collection;
    this.cursor = data.cursor();
    this.kind = kind;
    this.ofMap = collection instanceof MapObject;
  }

  /// 24.1.5.1 CreateMapIterator ( map, kind ).
  static CollectionIterator create(Agent agent, MapObject map, Kind kind) {
    Shape shape = Shape.root(agent, agent.realm().get(Intrinsic.MAP_ITERATOR_PROTOTYPE), 0);
    return agent.heap().allocate(new CollectionIterator(shape, map, map.data(), kind));
  }

  /// 24.2.6.1 CreateSetIterator ( set, kind ).
  static CollectionIterator create(Agent agent, SetObject set, Kind kind) {
    Shape shape = Shape.root(agent, agent.realm().get(Intrinsic.SET_ITERATOR_PROTOTYPE), 0);
    return agent.heap().allocate(new CollectionIterator(shape, set, set.data(), kind));
  }

  /// Makes %MapIteratorPrototype% (24.1.5.2) and %SetIteratorPrototype% (24.2.6.2).
  static void createPrototypes(Realm realm) {
    IntrinsicBuilder.ordinary(realm, Intrinsic.MAP_ITERATOR_PROTOTYPE, Intrinsic.ITERATOR_PROTOTYPE)
        .method("next", 0, (agent, thisValue, _, _) -> next(agent, thisValue, true))
        .tag("Map Iterator");
    IntrinsicBuilder.ordinary(realm, Intrinsic.SET_ITERATOR_PROTOTYPE, Intrinsic.ITERATOR_PROTOTYPE)
        .method("next", 0, (agent, thisValue, _, _) -> next(agent, thisValue, false))
        .tag("Set Iterator");
  }

  /// Whether it walks a Map.
  public boolean isOfMap() {
    return ofMap;
  }

  /// What it gives.
  public Kind iterationKind() {
    return kind;
  }

  /// A walk over the entries still to come, beside the iterator's own; null at the end.
  public OrderedTable.@Nullable Cursor rest() {
    OrderedTable.Cursor own = cursor;
    return own == null ? null : own.copy();
  }

  /// 24.1.5.2.1 %MapIteratorPrototype%.next ( ) and 24.2.6.2.1 %SetIteratorPrototype%.next ( ).
  private static Object next(Agent agent, Object thisValue, boolean map) {
    if (!(thisValue instanceof CollectionIterator iterator) || iterator.ofMap != map) {
      throw agent.typeError(
          ErrorMessages.incompatibleReceiver(
              map ? "Map Iterator.prototype.next" : "Set Iterator.prototype.next", thisValue));
    }
    OrderedTable.Cursor cursor = iterator.cursor;
    if (cursor == null || !cursor.advance()) {
      iterator.cursor = null;
      iterator.collection = null;
      return IteratorOperations.createIterResultObject(agent, Undefined.UNDEFINED, true);
    }
    return IteratorOperations.createIterResultObject(agent, iterator.result(agent, cursor), false);
  }

  private Object result(Agent agent, OrderedTable.Cursor at) {
    Object key = at.key();
    Object value = ofMap ? at.value() : key;
    return switch (kind) {
      case KEYS -> key;
      case VALUES -> value;
      case ENTRIES -> JsArray.of(agent, key, value);
    };
  }

  @Override
  protected long headerBytes() {
    return ModelledSizes.OBJECT_HEADER + 2L * ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, ofMap ? "[[IteratedMap]]" : "[[IteratedSet]]", collection);
  }

  @Override
  public String className() {
    return ofMap ? "Map Iterator" : "Set Iterator";
  }
}
