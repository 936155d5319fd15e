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
    ensureSlot(index);
    slots[index] = value;
    Shape old = shape;
    shape = next;
    int more = next.sharedBytes() - old.sharedBytes();
    if (more > 0) {
      agent.heap().grew(more);
    }
    changedFrom(agent, old);
  }

  /// Gives a new object all its slots at once. With `shared`, the array is copied before the first
  /// store, so several objects may start with the same one.
  public final void initializeSlots(Shape newShape, @Nullable Object[] values, boolean shared) {
    shape = newShape;
    slots = values;
    slotsShared = shared;
  }

  private void ensureSlot(int index) {
    if (index >= slots.length) {
      slots = index == 0 ? new @Nullable Object[4] : Arrays.copyOf(slots, Math.max(4, index * 2));
      slotsShared = false;
    } else if (slotsShared) {
      slots = slots.clone();
      slotsShared = false;
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
      Object old = slot(index);
      if (slot instanceof SpecialSlot || old instanceof SpecialSlot) {
        specialReplaced(agent, index, old, slot);
        structureChanged(agent);
      }
      setSlot(index, slot);
    }
  }

  final void addNamed(Agent agent, PropertyKey key, Object slot, int attributes) {
    Shape old = shape;
    if (old.isUnique() || old.slotCount() >= Shape.MAX_SHARED_PROPERTIES) {
      addToUnique(agent, key, slot, attributes);
    } else if (slot instanceof Accessor accessor) {
      addAccessor(agent, key, accessor, attributes);
    } else {
      addSlot(agent, old.withProperty(agent, key, attributes), slot);
    }
  }

  /// To be called before the properties of `source` are copied into an object literal. It only
  /// matters to modelled sizes: the clone of an ordinary object has the slots of its source. Cost:
  /// the number of its properties.
  public final void takeSlotsOf(Agent agent, Object source) {
    if (source.getClass() == JsObject.class
        && shape.slotCount() == 0
        && shape.layout().isSlots(ModelledSizes.EMPTY_LITERAL_SLOTS)) {
      int inObject = ((JsObject) source).shape().slotsOfClone();
      if (inObject >= 0) {
        shape = Shape.root(agent, shape.prototype(), inObject);
      }
    }
  }

  /// Adds a private element.
  ///
  /// @param takesSlot whether it has a slot in V8, for modelled sizes
  final void addPrivateElement(
      Agent agent, PropertyKey key, Object slot, int attributes, boolean takesSlot) {
    if (shape.isUnique() || shape.slotCount() >= Shape.MAX_SHARED_PROPERTIES) {
      addToUnique(agent, key, slot, attributes);
    } else if (takesSlot) {
      addSlot(agent, shape.withProperty(agent, key, attributes), slot);
    } else {
      addSlot(agent, shape.withAccessor(agent, key, attributes), slot);
    }
  }

  private void addToUnique(Agent agent, PropertyKey key, Object slot, int attributes) {
    boolean wasUnique = shape.isUnique();
    makeChangeable(agent);
    if (!wasUnique && !servesAsPrototype) {
      shape.becomeDictionary(1);
    }
    long more = shape.makeRoom();
    if (more > 0) {
      agent.heap().grew(more);
    }
    ensureSlot(shape.slotCount());
    slots[shape.append(key, attributes)] = slot;
    if (slot instanceof Accessor) {
      shape.countAccessors(1);
    }
    structureChanged(agent);
  }

  /// Adds an accessor to a shared shape. V8 keeps the functions of the first object in the hidden
  /// class; the next one, with functions of its own, becomes a hash table. Not so built-in
  /// functions and what classes are made with.
  private void addAccessor(Agent agent, PropertyKey key, Accessor accessor, int attributes) {
    Shape next = shape.withAccessor(agent, key, attributes);
    PropertyLayout layout = shape.layout();
    if (!layout.isTable()
        && !layout.isTemplate()
        && !accessor.isBuiltIn()
        && !next.takesAccessor(accessor)) {
      int room = shape.slotCount() + ModelledSizes.NORMALIZED_SPARE;
      shape = rebuilt(agent, shape.prototype(), PropertyLayout.table(room));
      next = shape.withAccessor(agent, key, attributes);
    }
    addSlot(agent, next, accessor);
  }

  /// What is kept in a slot turns from a value into an accessor, back, or into another accessor: V8
  /// turns the object into a hash table, unless the last property only gets the function that it
  /// lacked. For modelled sizes.
  private void specialReplaced(Agent agent, int index, Object old, Object slot) {
    boolean was = old instanceof Accessor;
    boolean becomes = slot instanceof Accessor;
    if (!was && !becomes) {
      return;
    }
    boolean fixed = servesAsPrototype || shape.layout().isTemplate();
    if (old instanceof Accessor before && slot instanceof Accessor after) {
      boolean completes = index == shape.slotCount() - 1 && after.completes(before);
      if (fixed || completes || shape.isDictionary()) {
        return;
      }
    }
    makeChangeable(agent);
    if (!fixed) {
      shape.becomeDictionary(ModelledSizes.NORMALIZED_SPARE);
    }
    shape.countAccessors((becomes ? 1 : 0) - (was ? 1 : 0));
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
    boolean accessor = slots[index] instanceof Accessor;
    setSlot(index, Undefined.UNDEFINED);
    Shape before = shape.isDictionary() ? null : shape.beforeAdding(index);
    if (before != null) {
      shape = before;
      slots[index] = null;
    } else {
      makeChangeable(agent);
      if (!servesAsPrototype) {
        shape.becomeDictionary(ModelledSizes.NORMALIZED_SPARE);
      }
      shape.remove(index, slots);
      if (accessor) {
        shape.countAccessors(-1);
      }
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
      shape = rebuilt(agent, prototype, shape.layout());
    }
    structureChanged(agent);
  }

  /// The shared shape with the same properties, another prototype and another layout.
  private Shape rebuilt(Agent agent, @Nullable JsObject prototype, PropertyLayout layout) {
    Shape next = Shape.root(agent, prototype, layout);
    for (int i = 0; i < shape.slotCount(); i++) {
      PropertyKey key = Objects.requireNonNull(shape.keyAt(i));
      int attributes = shape.attributes(i);
      next =
          slots[i] instanceof Accessor
              ? next.withAccessor(agent, key, attributes)
              : next.withProperty(agent, key, attributes);
    }
    return next;
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

  /// Makes room for exactly so many dense elements, when there are none yet.
  public final void reserveElements(Agent agent, int count) {
    if (elements == null && count > 0) {
      elements = Elements.of(new @Nullable Object[count], 0);
      agent.heap().grew(ModelledSizes.store(count));
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
    // Guest code that ran may have changed the object.
    if (index < shape.slotCount() && slot(index) == lazy) {
      setSlot(index, value);
    }
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

  /// What stands in the slot of an own property, for observers: null when there is none.
  public final @Nullable Object peekSlot(PropertyKey key) {
    if (key.isIndex()) {
      return elements == null ? null : elements.slot(key.index());
    }
    int index = shape.lookup(key);
    return index < 0 ? null : slots[index];
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
