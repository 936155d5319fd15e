package lexscope.js.value;

import java.util.Arrays;
import java.util.Objects;
import lexscope.gc.Cell;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// Where the properties of an object are kept: named ones in slots that its [Shape] numbers, those
/// with array indices in `Elements`. No checks are made here and no guest code runs; the internal
/// methods of [JsObject] are built on it, and so are the fast paths of the interpreter.
public abstract sealed class PropertyStorage extends Cell permits JsObject {
  private static final @Nullable Object[] NO_SLOTS = {};

  private Shape shape;
  private @Nullable Object[] slots = NO_SLOTS;
  private boolean slotsShared = true;
  private boolean servesAsPrototype;
  @Nullable Elements elements;

  PropertyStorage(Shape shape) {
    this.shape = shape;
  }

  /// The hidden class. Cost: one load.
  public final Shape shape() {
    return shape;
  }

  /// The value in a slot of [#shape()], or a [SpecialSlot] that stands for it.
  public final Object slot(int index) {
    return Objects.requireNonNull(slots[index]);
  }

  /// Stores into a slot of [#shape()]; the property must be a writable data property. Cost: one
  /// store.
  public final void setSlot(int index, Object value) {
    if (slotsShared) {
      slots = slots.clone();
      slotsShared = false;
    }
    slots[index] = value;
  }

  /// Adds the property that leads from the present (shared) shape to `next`.
  public final void addSlot(Agent agent, Shape next, Object value) {
    int index = next.slotCount() - 1;
    ensureSlot(agent, index);
    slots[index] = value;
    Shape old = shape;
    shape = next;
    changedFrom(agent, old);
  }

  /// Gives a new object all its slots at once. With `shared`, the array is copied before the first
  /// store, so several objects may start with the same one.
  public final void initializeSlots(Shape newShape, @Nullable Object[] values, boolean shared) {
    shape = newShape;
    slots = values;
    slotsShared = shared;
  }

  private void ensureSlot(Agent agent, int index) {
    if (index >= slots.length) {
      slots = index == 0 ? new @Nullable Object[4] : Arrays.copyOf(slots, Math.max(4, index * 2));
      slotsShared = false;
    } else if (slotsShared) {
      slots = slots.clone();
      slotsShared = false;
    }
    int outside = index - Math.max(shape.inObjectSlots(), 0);
    if (outside >= 0 && outside % ModelledSizes.PROPERTY_STEP == 0) {
      agent.heap().grew(ModelledSizes.PROPERTY_STEP * (long) ModelledSizes.SLOT);
    }
  }

  /// Adds or overwrites a property, without any check.
  public final void put(Agent agent, PropertyKey key, Object slot, int attributes) {
    if (key.isIndex()) {
      putElement(agent, key.index(), slot, attributes);
      return;
    }
    int index = shape.lookup(key);
    if (index < 0) {
      addNamed(agent, key, slot, attributes);
    } else {
      if (shape.attributes(index) != attributes) {
        changeAttributes(agent, index, attributes);
      }
      if (slot instanceof SpecialSlot || slots[index] instanceof SpecialSlot) {
        structureChanged(agent);
      }
      setSlot(index, slot);
    }
  }

  final void addNamed(Agent agent, PropertyKey key, Object slot, int attributes) {
    Shape old = shape;
    if (old.isUnique() || old.slotCount() >= Shape.MAX_SHARED_PROPERTIES) {
      makeChangeable(agent);
      if (!old.isUnique() && !servesAsPrototype) {
        shape.becomeDictionary(1);
      }
      ensureSlot(agent, shape.slotCount());
      slots[shape.append(key, attributes)] = slot;
      structureChanged(agent);
    } else {
      addSlot(agent, old.withProperty(agent, key, attributes), slot);
    }
  }

  private void changeAttributes(Agent agent, int index, int attributes) {
    if (shape.isUnique()) {
      makeChangeable(agent);
      shape.setAttributes(index, attributes);
    } else {
      shape = shape.withAttributes(agent, index, attributes);
    }
    structureChanged(agent);
  }

  final void removeNamed(Agent agent, int index) {
    setSlot(index, Undefined.UNDEFINED);
    Shape before = shape.beforeAdding(index);
    if (before != null) {
      shape = before;
      slots[index] = null;
    } else {
      makeChangeable(agent);
      if (!servesAsPrototype) {
        shape.becomeDictionary(2);
      }
      shape.remove(index, slots);
    }
    structureChanged(agent);
  }

  /// To be called after a computed member assignment (`object[key] = value`) to a string key. It
  /// only matters to modelled sizes and speed: an object that is used as a map becomes a hash
  /// table. Cost: constant, but once in the object's life.
  public final void keyedAssignment(Agent agent) {
    if (!shape.isUnique() && shape.isMapLike()) {
      makeChangeable(agent);
      shape.becomeDictionary(1);
    }
  }

  final void changePrototype(Agent agent, @Nullable JsObject prototype) {
    if (shape.isUnique()) {
      makeChangeable(agent);
      if (prototype != null) {
        prototype.becomePrototype(agent);
      }
      shape.setPrototype(prototype);
    } else {
      Shape next = Shape.root(agent, prototype, shape.inObjectSlots());
      for (int i = 0; i < shape.slotCount(); i++) {
        next =
            next.withProperty(agent, Objects.requireNonNull(shape.keyAt(i)), shape.attributes(i));
      }
      shape = next;
    }
    structureChanged(agent);
  }

  final void forbidExtensions(Agent agent) {
    if (shape.isExtensible()) {
      makeChangeable(agent);
      shape.forbidExtensions();
      structureChanged(agent);
    }
  }

  /// Takes attributes away from every property but private names; accessors keep theirs of the bit
  /// `WRITABLE`, which they never have.
  final void restrictAttributes(Agent agent, int keep) {
    makeChangeable(agent);
    for (int i = 0; i < shape.slotCount(); i++) {
      PropertyKey key = shape.keyAt(i);
      if (key != null && !key.isPrivateName()) {
        shape.setAttributes(i, shape.attributes(i) & keep);
      }
    }
    if (elements != null) {
      elements.restrict(keep);
    }
    structureChanged(agent);
  }

  private void makeChangeable(Agent agent) {
    shape = shape.isUnique() ? shape.changeable(agent) : shape.toUnique(agent);
  }

  /// The object serves as a prototype from now on: it gets a unique shape, and changes to it are
  /// announced ([Agent#prototypeEpoch()]).
  public final Shape becomePrototype(Agent agent) {
    if (!servesAsPrototype) {
      servesAsPrototype = true;
      if (!shape.isUnique()) {
        shape = shape.toUnique(agent);
      }
    }
    return shape;
  }

  private void changedFrom(Agent agent, Shape old) {
    if (servesAsPrototype && old != shape) {
      agent.bumpPrototypeEpoch();
    }
  }

  private void structureChanged(Agent agent) {
    if (servesAsPrototype) {
      agent.bumpPrototypeEpoch();
    }
  }

  final void putElement(Agent agent, long index, Object slot, int attributes) {
    Elements e = elements;
    if (e == null) {
      e = new Elements();
      elements = e;
    }
    int before = e.dense().length;
    e.put(index, slot, attributes);
    int after = e.dense().length;
    if (after > before) {
      agent.heap().grew((long) ModelledSizes.SLOT * (after - before));
    }
  }

  final Object materialize(Agent agent, JsObject owner, int index, LazySlot lazy) {
    Object value = lazy.materialize(agent, owner);
    setSlot(index, value);
    return value;
  }

  /// Whether there is no property with an array index at all, as far as the elements tell.
  public final boolean hasNoElements() {
    Elements e = elements;
    return e == null || (e.isDense() && e.used() == 0);
  }

  /// The value of an own data property, for observers: null when there is none, when it is an
  /// accessor, or when it was never asked for. Runs nothing and changes nothing.
  public final @Nullable Object peek(PropertyKey key) {
    Object slot;
    if (key.isIndex()) {
      slot = elements == null ? null : elements.slot(key.index());
    } else {
      int index = shape.lookup(key);
      slot = index < 0 ? null : slots[index];
    }
    return slot instanceof SpecialSlot ? null : slot;
  }

  /// The modelled bytes of the object itself with its in-object slots, without backing stores.
  protected long headerBytes() {
    return ModelledSizes.OBJECT_HEADER + shape.inObjectBytes();
  }

  @Override
  public long shallowBytes() {
    Elements e = elements;
    return headerBytes() + shape.storeBytes() + (e == null ? 0 : e.modelledBytes());
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "map", shape);
    visitor.edge(EdgeKind.PROPERTY, PropertyKeys.PROTO, shape.prototype());
    int n = shape.slotCount();
    for (int i = 0; i < n; i++) {
      Object value = slots[i];
      if (value instanceof Cell) {
        visitor.edge(EdgeKind.PROPERTY, Objects.requireNonNull(shape.keyAt(i)), value);
      } else if (value instanceof Accessor accessor) {
        visitAccessor(Objects.requireNonNull(shape.keyAt(i)), accessor, visitor);
      }
    }
    Elements e = elements;
    if (e != null) {
      visitElements(e, visitor);
    }
  }

  private static void visitElements(Elements e, EdgeVisitor visitor) {
    @Nullable Object[] dense = e.dense();
    int used = e.used();
    for (int i = 0; i < used; i++) {
      Object value = dense[i];
      if (value instanceof Cell) {
        visitor.element(i, value);
      }
    }
    for (var entry : e.sparseEntries().entrySet()) {
      Object slot = entry.getValue().slot();
      if (slot instanceof Accessor accessor) {
        visitAccessor(entry.getKey(), accessor, visitor);
      } else {
        visitor.element(entry.getKey(), slot);
      }
    }
  }

  private static void visitAccessor(Object key, Accessor accessor, EdgeVisitor visitor) {
    if (accessor.getter() != null) {
      visitor.edge(EdgeKind.PROPERTY, new Accessor.Label("get ", key), accessor.getter());
    }
    if (accessor.setter() != null) {
      visitor.edge(EdgeKind.PROPERTY, new Accessor.Label("set ", key), accessor.setter());
    }
  }
}
