package lexscope.js.value;

import java.util.LinkedHashMap;
import java.util.Map;
import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.Liveness;
import lexscope.gc.TracingRule;
import lexscope.gc.Untraced;
import lexscope.gc.WeakHolder;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A hidden class: the prototype, and which slot and attributes each named property has (C.
/// Chambers, D. Ungar, E. Lee, "An efficient implementation of SELF", OOPSLA 1989).
///
/// A *shared* shape never changes; adding or reconfiguring a property leads to another shape, found
/// again through the transition table, so objects built alike share shapes. A *unique* shape
/// belongs to one object and changes with it: objects that serve as prototypes, that had a property
/// deleted, that are not extensible, or that have very many properties. Before an inline cache
/// relies on a shape it calls [#markCached]; a unique shape that was cached is replaced by a new
/// identity when it changes. So for every shape: same identity, same slots.
///
/// Transitions are weak, and cleared only by the guest's collector: which shapes exist does not
/// depend on the Java VM.
public final class Shape extends Cell implements WeakHolder {
  /// An object with more named properties gets a unique shape.
  static final int MAX_SHARED_PROPERTIES = 128;

  /// For [#inObjectSlots()]: every property has its place in the object, as V8 learns it for what
  /// one constructor makes.
  public static final int ALL_IN_OBJECT = -1;

  private record Transition(PropertyKey key, int attributes, boolean reconfigures) {
    // Written out, since what the compiler makes of records is slow until it is compiled.
    @Override
    public int hashCode() {
      return key.hashCode() * 31 + attributes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Transition that
          && attributes == that.attributes
          && reconfigures == that.reconfigures
          && key.equals(that.key);
    }
  }

  private @Nullable JsObject prototype;
  private final @Nullable Shape parent;

  @Untraced(
      "shared along the transition chain; each shape reports the symbols that it added itself")
  private final PropertyTable table;

  private final int count;
  private final int inObjectSlots;
  private final boolean unique;
  private final int sharedInObjectBytes;
  private final int sharedStoreBytes;
  private int dictionaryFloor;
  private boolean extensible = true;
  private boolean cached;
  private @Nullable Map<Transition, Shape> transitions;
  private @Nullable Map<Integer, Shape> childRoots;

  @Untraced("one of the transitions")
  private @Nullable PropertyKey lastKey;

  private int lastAttributes;

  @Untraced("one of the transitions")
  private @Nullable Shape lastChild;

  @Untraced("one of the child roots")
  private @Nullable Shape lastRoot;

  private Shape(
      @Nullable JsObject prototype,
      @Nullable Shape parent,
      PropertyTable table,
      int count,
      int inObjectSlots,
      boolean unique) {
    this.prototype = prototype;
    this.parent = parent;
    this.table = table;
    this.count = count;
    this.inObjectSlots = inObjectSlots;
    this.unique = unique;
    sharedInObjectBytes = ModelledSizes.SLOT * (inObjectSlots < 0 ? count : inObjectSlots);
    sharedStoreBytes =
        inObjectSlots < 0 ? 0 : (int) ModelledSizes.propertyArray(count - inObjectSlots);
  }

  /// The shape of an object without properties.
  ///
  /// @param inObjectSlots how many named properties have their place in the object, for modelled
  ///   sizes
  public static Shape root(Agent agent, @Nullable JsObject prototype, int inObjectSlots) {
    Map<Integer, Shape> roots;
    if (prototype == null) {
      roots = agent.shapesWithoutPrototype();
    } else {
      Shape own = prototype.becomePrototype(agent);
      Shape last = own.lastRoot;
      if (last != null && last.inObjectSlots == inObjectSlots) {
        return last;
      }
      if (own.childRoots == null) {
        own.childRoots = new LinkedHashMap<>();
      }
      roots = own.childRoots;
    }
    Shape shape = roots.get(inObjectSlots);
    if (shape == null) {
      shape =
          agent
              .heap()
              .number(new Shape(prototype, null, new PropertyTable(4), 0, inObjectSlots, false));
      roots.put(inObjectSlots, shape);
    }
    if (prototype != null) {
      prototype.shape().lastRoot = shape;
    }
    return shape;
  }

  /// The shape of an object without properties, with the slots of an empty literal.
  public static Shape root(Agent agent, @Nullable JsObject prototype) {
    return root(agent, prototype, ModelledSizes.EMPTY_LITERAL_SLOTS);
  }

  /// The `[[Prototype]]` of the objects of this shape.
  public @Nullable JsObject prototype() {
    return prototype;
  }

  /// The slot of a property, or -1. Cost: constant on average.
  public int lookup(PropertyKey key) {
    return table.find(key, visible());
  }

  /// The attributes of the property in a slot, as bits of [Attributes].
  public int attributes(int slot) {
    return table.attributes(slot);
  }

  /// The key of the property in a slot; null for the gap that a deleted one left.
  public @Nullable PropertyKey keyAt(int slot) {
    return table.key(slot);
  }

  /// How many slots are in use, gaps included.
  public int slotCount() {
    return visible();
  }

  /// How many named properties there are.
  public int propertyCount() {
    return unique ? table.size() - table.gaps() : count;
  }

  /// How many named properties have their place in the object itself, for modelled sizes.
  public int inObjectSlots() {
    return inObjectSlots;
  }

  /// Whether properties may be added.
  public boolean isExtensible() {
    return extensible;
  }

  /// Whether the shape belongs to one object alone.
  public boolean isUnique() {
    return unique;
  }

  /// An inline cache relies on this shape from now on. Cost: one store.
  public void markCached() {
    cached = true;
  }

  private int visible() {
    return unique ? table.size() : count;
  }

  /// The shape after adding a property; its slot is the old slot count. The key must not be there.
  /// Repeated additions are found again. For a shared shape; cost: one map look-up.
  public Shape withProperty(Agent agent, PropertyKey key, int attributes) {
    Shape last = lastChild;
    if (last != null && key == lastKey && attributes == lastAttributes) {
      return last;
    }
    var transition = new Transition(key, attributes, false);
    Shape next = find(transition);
    if (next == null) {
      PropertyTable extended =
          table.size() == count ? table : new PropertyTable(table, count, count * 2);
      extended.append(key, attributes);
      next = child(agent, transition, extended, count + 1);
    }
    lastKey = key;
    lastAttributes = attributes;
    lastChild = next;
    return next;
  }

  /// The shape after changing the attributes of a property. For a shared shape.
  Shape withAttributes(Agent agent, int slot, int attributes) {
    var transition =
        new Transition(java.util.Objects.requireNonNull(table.key(slot)), attributes, true);
    Shape next = find(transition);
    if (next == null) {
      var changed = new PropertyTable(table, count, count);
      changed.setAttributes(slot, attributes);
      next = child(agent, transition, changed, count);
    }
    return next;
  }

  private @Nullable Shape find(Transition transition) {
    return transitions == null ? null : transitions.get(transition);
  }

  private Shape child(Agent agent, Transition transition, PropertyTable entries, int entryCount) {
    Shape next =
        agent.heap().number(new Shape(prototype, this, entries, entryCount, inObjectSlots, false));
    if (transitions == null) {
      transitions = new LinkedHashMap<>();
    }
    transitions.put(transition, next);
    return next;
  }

  /// A unique shape with the same properties.
  Shape toUnique(Agent agent) {
    int n = visible();
    Shape shape =
        agent
            .heap()
            .number(
                new Shape(
                    prototype, null, new PropertyTable(table, n, n + 4), 0, inObjectSlots, true));
    shape.extensible = extensible;
    shape.dictionaryFloor = dictionaryFloor;
    return shape;
  }

  /// Called before a unique shape changes: the shape that may be changed. It is this one unless an
  /// inline cache relies on it.
  Shape changeable(Agent agent) {
    if (!cached) {
      return this;
    }
    Shape next = agent.heap().number(new Shape(prototype, null, table, 0, inObjectSlots, true));
    next.extensible = extensible;
    next.dictionaryFloor = dictionaryFloor;
    next.childRoots = childRoots;
    childRoots = null;
    lastRoot = null;
    return next;
  }

  /// Adds a property to a changeable unique shape.
  int append(PropertyKey key, int attributes) {
    return table.append(key, attributes);
  }

  /// Changes the attributes of a property of a changeable unique shape.
  void setAttributes(int slot, int attributes) {
    table.setAttributes(slot, attributes);
  }

  /// Removes a property from a changeable unique shape; true if the slots were moved together.
  boolean remove(int slot, @Nullable Object[] slots) {
    table.remove(slot);
    slots[slot] = null;
    if (table.gaps() > 8 && table.gaps() * 2 > table.size()) {
      table.compact(slots);
      return true;
    }
    return false;
  }

  /// From now on modelled sizes take a changeable unique shape for a hash table, as V8 makes one
  /// after deletions and for maps.
  ///
  /// @param spare for how many properties more than now it has room from the beginning
  void becomeDictionary(int spare) {
    if (dictionaryFloor == 0) {
      dictionaryFloor = propertyCount() + spare;
    }
  }

  /// The shape before the last property was added, if that is what the property in `slot` is; null
  /// otherwise.
  @Nullable Shape beforeAdding(int slot) {
    return !unique && parent != null && parent.count == slot && count == slot + 1 ? parent : null;
  }

  /// The modelled bytes of the slots that the object itself has.
  long inObjectBytes() {
    if (!unique) {
      return sharedInObjectBytes;
    }
    if (dictionaryFloor > 0) {
      return 0;
    }
    return (long) ModelledSizes.SLOT * (inObjectSlots < 0 ? slotCount() : inObjectSlots);
  }

  /// The modelled bytes of the named properties' backing store.
  long storeBytes() {
    if (!unique) {
      return sharedStoreBytes;
    }
    if (dictionaryFloor > 0) {
      return ModelledSizes.nameDictionary(Math.max(propertyCount(), dictionaryFloor));
    }
    return inObjectSlots < 0 ? 0 : ModelledSizes.propertyArray(slotCount() - inObjectSlots);
  }

  /// Whether V8 would turn the object into a hash table because keys keep being added by computed
  /// member assignments.
  boolean isMapLike() {
    return dictionaryFloor == 0
        && slotCount() - Math.max(inObjectSlots, 0) > ModelledSizes.MAX_KEYED_OUTSIDE;
  }

  /// Changes the prototype of a changeable unique shape.
  void setPrototype(@Nullable JsObject newPrototype) {
    prototype = newPrototype;
  }

  /// Forbids additions to a changeable unique shape.
  void forbidExtensions() {
    extensible = false;
  }

  @Override
  public void clearDead(Liveness liveness) {
    boolean tailShared = false;
    lastKey = null;
    lastChild = null;
    lastRoot = null;
    if (transitions != null) {
      transitions.values().removeIf(shape -> !liveness.isAlive(shape));
      for (Shape shape : transitions.values()) {
        tailShared |= shape.table == table;
      }
      if (transitions.isEmpty()) {
        transitions = null;
      }
    }
    if (!unique && !tailShared && table.size() > count) {
      // Every other shape that saw the rest came after this one and is dead.
      table.truncate(count);
    }
    if (childRoots != null) {
      childRoots.values().removeIf(shape -> !liveness.isAlive(shape));
    }
  }

  @Override
  public long shallowBytes() {
    return ModelledSizes.SHAPE;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "prototype", prototype);
    visitor.edge(EdgeKind.INTERNAL, "back_pointer", parent);
    int from = parent != null && parent.table == table ? parent.count : 0;
    int to = visible();
    for (int i = from; i < to; i++) {
      PropertyKey key = table.key(i);
      if (key != null && key.isSymbol()) {
        visitor.edge(EdgeKind.INTERNAL, "key", key.symbol());
      }
    }
    if (transitions != null) {
      transitions.forEach((transition, shape) -> {
        visitor.weak("transition", shape);
        if (transition.key().isSymbol()) {
          visitor.weak("transition key", transition.key().symbol());
        }
      });
    }
    if (childRoots != null) {
      for (Shape shape : childRoots.values()) {
        visitor.weak("prototype_info", shape);
      }
    }
  }

  @Override
  public CellKind kind() {
    return CellKind.OBJECT_SHAPE;
  }

  @Override
  public String name() {
    return "system / Map";
  }
}
