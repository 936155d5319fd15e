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

  private @Nullable JsObject prototype;
  private final @Nullable Shape parent;

  @Untraced(
      "shared along the transition chain; each shape reports the symbols that it added itself")
  private final PropertyTable table;

  private final int count;
  private final PropertyLayout layout;
  private final boolean unique;
  private final int sharedObjectBytes;
  private final int sharedStoreBytes;
  private int accessors;
  private @Nullable NameDictionary dictionary;
  private long firstGetter;
  private long firstSetter;
  private boolean extensible = true;
  private boolean cached;
  private @Nullable Map<Transition, Shape> transitions;
  private @Nullable Map<PropertyLayout, Shape> childRoots;

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
      int accessors,
      PropertyLayout layout,
      boolean unique) {
    this.prototype = prototype;
    this.parent = parent;
    this.table = table;
    this.count = count;
    this.accessors = accessors;
    this.layout = layout;
    this.unique = unique;
    int fields = count - accessors;
    sharedObjectBytes = layout.objectBytes(fields);
    sharedStoreBytes =
        layout.isTable()
            ? (int) ModelledSizes.nameDictionary(Math.max(count, layout.tableRoom()))
                + ModelledSizes.ACCESSOR_PAIR * accessors
            : layout.storeBytes(fields);
  }

  /// The shape of an object without properties.
  ///
  /// @param inObjectSlots how many named properties have their place in the object, for modelled
  ///   sizes
  public static Shape root(Agent agent, @Nullable JsObject prototype, int inObjectSlots) {
    if (prototype != null) {
      Shape last = prototype.becomePrototype(agent).lastRoot;
      if (last != null && last.layout.isSlots(inObjectSlots)) {
        return last;
      }
    }
    return root(agent, prototype, PropertyLayout.slots(inObjectSlots));
  }

  /// The shape of an object without properties.
  public static Shape root(Agent agent, @Nullable JsObject prototype, PropertyLayout layout) {
    Map<PropertyLayout, Shape> roots;
    if (prototype == null) {
      roots = agent.shapesWithoutPrototype();
    } else {
      Shape own = prototype.becomePrototype(agent);
      if (own.childRoots == null) {
        own.childRoots = new LinkedHashMap<>();
      }
      roots = own.childRoots;
    }
    Shape shape = roots.get(layout);
    if (shape == null) {
      shape =
          agent
              .heap()
              .number(new Shape(prototype, null, new PropertyTable(4), 0, 0, layout, false));
      roots.put(layout, shape);
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

  /// Where V8 would keep the properties, for modelled sizes.
  PropertyLayout layout() {
    return layout;
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

  /// The shape after adding a data property; its slot is the old slot count. The key must not be
  /// there. Repeated additions are found again. For a shared shape; cost: one map look-up.
  public Shape withProperty(Agent agent, PropertyKey key, int attributes) {
    Shape last = lastChild;
    if (last != null && key == lastKey && attributes == lastAttributes) {
      return last;
    }
    Shape next = extended(agent, new Transition(key, attributes, Transition.Change.ADD_DATA));
    lastKey = key;
    lastAttributes = attributes;
    lastChild = next;
    return next;
  }

  /// The shape after adding an accessor property, as [#withProperty].
  Shape withAccessor(Agent agent, PropertyKey key, int attributes) {
    return extended(agent, new Transition(key, attributes, Transition.Change.ADD_ACCESSOR));
  }

  private Shape extended(Agent agent, Transition transition) {
    Shape next = find(transition);
    if (next == null) {
      PropertyTable longer =
          table.size() == count ? table : new PropertyTable(table, count, count * 2);
      longer.append(transition.key(), transition.attributes());
      next = child(agent, transition, longer, count + 1);
    }
    return next;
  }

  /// Whether an object of this fast shape, whose last property is an accessor, stays fast with
  /// these functions: V8 keeps them in the hidden class, so only the first ones do.
  boolean takesAccessor(Accessor accessor) {
    long getter = idOf(accessor.getter());
    long setter = idOf(accessor.setter());
    if (firstGetter == 0 && firstSetter == 0) {
      firstGetter = getter;
      firstSetter = setter;
    }
    return firstGetter == getter && firstSetter == setter;
  }

  private static long idOf(@Nullable JsObject function) {
    return function == null ? 0 : function.id();
  }

  /// The shape after changing the attributes of a property. For a shared shape.
  Shape withAttributes(Agent agent, int slot, int attributes) {
    var transition =
        new Transition(
            java.util.Objects.requireNonNull(table.key(slot)),
            attributes,
            Transition.Change.RECONFIGURE);
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
    int more = transition.change() == Transition.Change.ADD_ACCESSOR ? 1 : 0;
    Shape next =
        agent
            .heap()
            .number(
                new Shape(prototype, this, entries, entryCount, accessors + more, layout, false));
    if (transitions == null) {
      transitions = new LinkedHashMap<>();
    }
    transitions.put(transition, next);
    return next;
  }

  /// A unique shape with the same properties.
  Shape toUnique(Agent agent) {
    int n = visible();
    Shape shape = unique(agent, new PropertyTable(table, n, n + 4));
    if (layout.isTable()) {
      shape.dictionary = new NameDictionary(n, layout.tableRoom());
    }
    return shape;
  }

  /// Called before a unique shape changes: the shape that may be changed. It is this one unless an
  /// inline cache relies on it.
  Shape changeable(Agent agent) {
    if (!cached) {
      return this;
    }
    Shape next = unique(agent, table);
    next.childRoots = childRoots;
    childRoots = null;
    lastRoot = null;
    return next;
  }

  private Shape unique(Agent agent, PropertyTable entries) {
    Shape shape =
        agent.heap().number(new Shape(prototype, null, entries, 0, accessors, layout, true));
    shape.extensible = extensible;
    shape.dictionary = dictionary;
    return shape;
  }

  /// Called once before each [#append]: how many modelled bytes that takes.
  long makeRoom() {
    return dictionary == null ? ModelledSizes.SLOT : dictionary.add();
  }

  /// Adds a property to a changeable unique shape.
  int append(PropertyKey key, int attributes) {
    return table.append(key, attributes);
  }

  /// So many more of the properties of a changeable unique shape are accessors.
  void countAccessors(int more) {
    accessors += more;
  }

  /// Changes the attributes of a property of a changeable unique shape.
  void setAttributes(int slot, int attributes) {
    table.setAttributes(slot, attributes);
  }

  /// Removes a property from a changeable unique shape; true if the slots were moved together.
  boolean remove(int slot, @Nullable Object[] slots) {
    table.remove(slot);
    slots[slot] = null;
    if (dictionary != null) {
      dictionary.remove();
    }
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
    if (dictionary == null) {
      int n = propertyCount();
      dictionary = new NameDictionary(n, n + spare);
    }
  }

  /// Whether V8 has the properties in a hash table.
  boolean isDictionary() {
    return layout.isTable() || dictionary != null;
  }

  /// The shape before the last property was added, if that is what the property in `slot` is; null
  /// otherwise.
  @Nullable Shape beforeAdding(int slot) {
    return !unique && parent != null && parent.count == slot && count == slot + 1 ? parent : null;
  }

  /// The modelled bytes of all slots and stores of named properties. For a shared shape.
  int sharedBytes() {
    return sharedObjectBytes + sharedStoreBytes;
  }

  /// The modelled bytes of the slots that the object itself has.
  long inObjectBytes() {
    if (!unique) {
      return sharedObjectBytes;
    }
    return dictionary != null ? 0 : layout.objectBytes(slotCount() - accessors);
  }

  /// The modelled bytes of the named properties' backing store.
  long storeBytes() {
    if (!unique) {
      return sharedStoreBytes;
    }
    return dictionary != null
        ? dictionary.bytes() + (long) ModelledSizes.ACCESSOR_PAIR * accessors
        : layout.storeBytes(slotCount() - accessors);
  }

  /// In-object slots that V8 gives to what `{...source}` makes of a source of this shape; -1 when
  /// it copies the properties one by one. V8 learns it when such code has run some times.
  int slotsOfClone() {
    if (unique || layout.isTable() || layout.isTemplate() || accessors > 0 || count == 0) {
      return -1;
    }
    for (int i = 0; i < count; i++) {
      if (table.attributes(i) != Attributes.ALL) {
        return -1;
      }
    }
    return layout.inObject() < 0 ? count : layout.inObject();
  }

  /// Whether V8 would turn the object into a hash table because keys keep being added by computed
  /// member assignments. An object that is one already is told apart here, too: many shared shapes
  /// would only cost time.
  boolean isMapLike() {
    return dictionary == null
        && slotCount() - accessors - layout.ownSlots() > ModelledSizes.MAX_KEYED_OUTSIDE;
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
