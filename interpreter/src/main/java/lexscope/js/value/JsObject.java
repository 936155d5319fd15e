package lexscope.js.value;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.CellKind;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// An object, section 6.1.7, with the ordinary internal methods of section 10.1. Exotic objects
/// override what is special about them and say so by flags, so that the others stay fast.
///
/// Walks along prototypes are loops: a chain may be a million objects long.
public non-sealed class JsObject extends PropertyStorage {
  /// The object has array-index properties that are not elements: a reader must ask
  /// [#getOwnProperty].
  protected static final int EXOTIC_INDEX = 1;

  /// The object has string-named properties that its shape does not show.
  protected static final int EXOTIC_NAMED = 2;

  /// The object overrides `[[Get]]`, `[[Set]]` and `[[HasProperty]]`.
  protected static final int EXOTIC_CHAIN = 4;

  private final byte exotic;

  /// An ordinary object.
  public JsObject(Shape shape) {
    this(shape, 0);
  }

  /// An object with the flags of what it overrides.
  protected JsObject(Shape shape, int exotic) {
    super(shape);
    this.exotic = (byte) exotic;
  }

  /// OrdinaryObjectCreate, section 10.1.12, on the heap. Without a prototype, V8 makes a hash
  /// table.
  public static JsObject create(Agent agent, @Nullable JsObject prototype) {
    Shape shape =
        prototype == null
            ? Shape.root(agent, null, PropertyLayout.table(0))
            : Shape.root(agent, prototype);
    return agent.heap().allocate(new JsObject(shape));
  }

  /// Whether reading a name may be answered by shapes along the prototypes, as inline caches do.
  public final boolean hasPlainNames() {
    return (exotic & (EXOTIC_NAMED | EXOTIC_CHAIN)) == 0;
  }

  private boolean isExotic(PropertyKey key) {
    return exotic != 0
        && (exotic & (key.isIndex() ? EXOTIC_INDEX : EXOTIC_NAMED)) != 0
        && key.isString();
  }

  // ---- [[GetPrototypeOf]] and the like -------------------------------------------------------

  /// `[[GetPrototypeOf]]`, section 10.1.1.
  public @Nullable JsObject getPrototypeOf(Agent agent) {
    return shape().prototype();
  }

  /// Whether `[[GetPrototypeOf]]` is the ordinary one.
  protected boolean hasOrdinaryPrototype() {
    return true;
  }

  /// `[[SetPrototypeOf]]`, section 10.1.2.
  public boolean setPrototypeOf(Agent agent, @Nullable JsObject prototype) {
    if (prototype == shape().prototype()) {
      return true;
    }
    if (!shape().isExtensible()) {
      return false;
    }
    JsObject p = prototype;
    while (p != null) {
      if (p == this) {
        return false;
      }
      if (!p.hasOrdinaryPrototype()) {
        break;
      }
      p = p.shape().prototype();
    }
    changePrototype(agent, prototype);
    return true;
  }

  /// `[[IsExtensible]]`, section 10.1.3.
  public boolean isExtensible(Agent agent) {
    return shape().isExtensible();
  }

  /// `[[PreventExtensions]]`, section 10.1.4.
  public boolean preventExtensions(Agent agent) {
    forbidExtensions(agent);
    return true;
  }

  // ---- own properties ------------------------------------------------------------------------

  /// The value or [Accessor] of an own property, null when there is none. Runs no guest code.
  /// Exotic objects whose own properties are not all in shape and elements override it together
  /// with [#getOwnProperty].
  protected @Nullable Object ownSlot(Agent agent, PropertyKey key) {
    if (key.isIndex()) {
      Elements e = elements;
      return e == null ? null : e.slot(key.index());
    }
    int index = shape().lookup(key);
    if (index < 0) {
      return null;
    }
    Object slot = slot(index);
    return slot instanceof SpecialSlot special ? resolved(agent, index, special) : slot;
  }

  /// What a slot stands for: a value, or an [Accessor].
  private Object resolved(Agent agent, int index, SpecialSlot slot) {
    return switch (slot) {
      case LazySlot lazy -> materialize(agent, this, index, lazy);
      case MomentarySlot momentary -> momentary.value(agent, this);
      case Accessor accessor -> accessor;
    };
  }

  /// `[[GetOwnProperty]]`, section 10.1.5; null for undefined.
  ///
  /// @throws ThrowCompletion if an exotic object throws
  public @Nullable PropertyDescriptor getOwnProperty(Agent agent, PropertyKey key) {
    return ordinaryGetOwnProperty(agent, key);
  }

  /// OrdinaryGetOwnProperty, section 10.1.5.1.
  protected final @Nullable PropertyDescriptor ordinaryGetOwnProperty(
      Agent agent, PropertyKey key) {
    Object slot;
    int attributes;
    if (key.isIndex()) {
      Elements e = elements;
      slot = e == null ? null : e.slot(key.index());
      attributes = e == null ? 0 : e.attributes(key.index());
    } else {
      int index = shape().lookup(key);
      if (index < 0) {
        return null;
      }
      slot = slot(index);
      if (slot instanceof SpecialSlot special) {
        slot = resolved(agent, index, special);
      }
      attributes = shape().attributes(index);
    }
    return slot == null ? null : PropertyDescriptor.ofSlot(slot, attributes);
  }

  /// `[[DefineOwnProperty]]`, section 10.1.6.
  ///
  /// @throws ThrowCompletion if an exotic object throws
  public boolean defineOwnProperty(Agent agent, PropertyKey key, PropertyDescriptor desc) {
    return ordinaryDefineOwnProperty(agent, key, desc);
  }

  /// OrdinaryDefineOwnProperty, section 10.1.6.1.
  protected final boolean ordinaryDefineOwnProperty(
      Agent agent, PropertyKey key, PropertyDescriptor desc) {
    PropertyDescriptor current = getOwnProperty(agent, key);
    if (!PropertyValidation.isCompatible(isExtensible(agent), desc, current)) {
      return false;
    }
    if (current == null) {
      put(agent, key, desc.toSlot(), desc.attributes());
    } else {
      PropertyDescriptor merged = PropertyValidation.merge(desc, current);
      put(agent, key, merged.toSlot(), merged.attributes());
    }
    return true;
  }

  /// `[[Delete]]`, section 10.1.10.
  ///
  /// @throws ThrowCompletion if an exotic object throws
  public boolean delete(Agent agent, PropertyKey key) {
    if (key.isIndex()) {
      Elements e = elements;
      if (e == null || e.slot(key.index()) == null) {
        return true;
      }
      if ((e.attributes(key.index()) & Attributes.CONFIGURABLE) == 0) {
        return false;
      }
      e.remove(key.index());
      return true;
    }
    int index = shape().lookup(key);
    if (index < 0) {
      return true;
    }
    if ((shape().attributes(index) & Attributes.CONFIGURABLE) == 0) {
      return false;
    }
    removeNamed(agent, index);
    return true;
  }

  /// `[[OwnPropertyKeys]]`, section 10.1.11: array indices ascending, then strings, then symbols,
  /// in order of creation.
  ///
  /// @throws ThrowCompletion if an exotic object throws
  public List<PropertyKey> ownPropertyKeys(Agent agent) {
    var keys = new ArrayList<PropertyKey>();
    addIndexKeys(keys);
    addNamedKeys(keys);
    return keys;
  }

  /// Adds the keys of the elements, ascending.
  protected final void addIndexKeys(List<PropertyKey> keys) {
    Elements e = elements;
    if (e == null) {
      return;
    }
    @Nullable Object[] dense = e.dense();
    for (int i = 0; i < e.used(); i++) {
      if (dense[i] != null) {
        keys.add(PropertyKey.ofIndex(i));
      }
    }
    for (long index : e.sparseEntries().keySet()) {
      keys.add(PropertyKey.ofIndex(index));
    }
  }

  /// Adds the string keys and then the symbols of the shape.
  protected final void addNamedKeys(List<PropertyKey> keys) {
    Shape s = shape();
    int n = s.slotCount();
    boolean symbols = false;
    for (int i = 0; i < n; i++) {
      PropertyKey key = s.keyAt(i);
      if (key != null) {
        if (key.isString()) {
          keys.add(key);
        } else {
          symbols = true;
        }
      }
    }
    for (int i = 0; symbols && i < n; i++) {
      PropertyKey key = s.keyAt(i);
      if (key != null && key.isSymbol() && !key.isPrivateName()) {
        keys.add(key);
      }
    }
  }

  // ---- [[HasProperty]], [[Get]], [[Set]] -----------------------------------------------------

  /// `[[HasProperty]]`, section 10.1.7.
  ///
  /// @throws ThrowCompletion if an exotic object throws
  public boolean hasProperty(Agent agent, PropertyKey key) {
    JsObject o = this;
    while (o.ownSlot(agent, key) == null) {
      o = o.shape().prototype();
      if (o == null) {
        return false;
      }
      if ((o.exotic & EXOTIC_CHAIN) != 0) {
        return o.hasProperty(agent, key);
      }
    }
    return true;
  }

  /// `[[Get]]`, section 10.1.8.
  ///
  /// @throws ThrowCompletion if a getter or an exotic object throws
  public Object get(Agent agent, PropertyKey key, Object receiver) {
    JsObject o = this;
    while (true) {
      Object slot = o.ownSlot(agent, key);
      if (slot != null) {
        return slot instanceof Accessor accessor ? accessor.get(agent, receiver) : slot;
      }
      o = o.shape().prototype();
      if (o == null) {
        return Undefined.UNDEFINED;
      }
      if ((o.exotic & EXOTIC_CHAIN) != 0) {
        return o.get(agent, key, receiver);
      }
    }
  }

  /// `[[Get]]` of a property of the object itself, with the object as receiver.
  ///
  /// @throws ThrowCompletion if a getter or an exotic object throws
  public final Object get(Agent agent, PropertyKey key) {
    return get(agent, key, this);
  }

  /// `[[Get]]` of an array index, without making a key where possible.
  ///
  /// @param index at least 0
  /// @throws ThrowCompletion if a getter or an exotic object throws
  public Object getIndex(Agent agent, int index, Object receiver) {
    JsObject o = this;
    do {
      if ((o.exotic & (EXOTIC_INDEX | EXOTIC_CHAIN)) != 0) {
        return o.get(agent, PropertyKey.ofIndex(index), receiver);
      }
      Elements e = o.elements;
      if (e != null) {
        Object slot = e.slot(index);
        if (slot != null) {
          return slot instanceof Accessor accessor ? accessor.get(agent, receiver) : slot;
        }
      }
      o = o.shape().prototype();
    } while (o != null);
    return Undefined.UNDEFINED;
  }

  /// `[[Set]]`, section 10.1.9; false if the property could not be set.
  ///
  /// @throws ThrowCompletion if a setter or an exotic object throws
  public boolean set(Agent agent, PropertyKey key, Object value, Object receiver) {
    JsObject o = this;
    while (true) {
      if (o.isExotic(key)) {
        PropertyDescriptor own = o.getOwnProperty(agent, key);
        if (own != null) {
          if (!own.isAccessor()) {
            return own.isWritable() && setOnReceiver(agent, key, value, receiver);
          }
          return own.setter() instanceof JsObject setter
              && new Accessor(null, setter).set(agent, value, receiver);
        }
      } else if (key.isIndex()) {
        Elements e = o.elements;
        Object slot = e == null ? null : e.slot(key.index());
        if (e != null && slot != null) {
          if (slot instanceof Accessor accessor) {
            return accessor.set(agent, value, receiver);
          }
          if ((e.attributes(key.index()) & Attributes.WRITABLE) == 0) {
            return false;
          }
          if (o == receiver) {
            e.replace(key.index(), value);
            return true;
          }
          return setOnReceiver(agent, key, value, receiver);
        }
      } else {
        int index = o.shape().lookup(key);
        if (index >= 0) {
          if ((o.shape().attributes(index) & Attributes.WRITABLE) != 0) {
            if (o == receiver) {
              o.setSlot(index, value);
              return true;
            }
            return setOnReceiver(agent, key, value, receiver);
          }
          return o.slot(index) instanceof Accessor accessor && accessor.set(agent, value, receiver);
        }
      }
      o = o.shape().prototype();
      if (o == null) {
        return this == receiver
            ? addOwn(agent, key, value)
            : setOnReceiver(agent, key, value, receiver);
      }
      if ((o.exotic & EXOTIC_CHAIN) != 0) {
        return o.set(agent, key, value, receiver);
      }
    }
  }

  /// `[[Set]]` of an array index, without making a key where possible.
  ///
  /// @param index at least 0
  /// @throws ThrowCompletion if a setter or an exotic object throws
  public boolean setIndex(Agent agent, int index, Object value, Object receiver) {
    Elements e = elements;
    if (e != null
        && this == receiver
        && (exotic & (EXOTIC_INDEX | EXOTIC_CHAIN)) == 0
        && e.isDefault()
        && index < e.used()) {
      @Nullable Object[] dense = e.dense();
      if (dense[index] != null) {
        dense[index] = value;
        return true;
      }
    }
    return set(agent, PropertyKey.ofIndex(index), value, receiver);
  }

  /// Adds a property that is known to be absent here and on the prototypes.
  private boolean addOwn(Agent agent, PropertyKey key, Object value) {
    if (key.isIndex()) {
      return addElement(agent, key.index(), value);
    }
    if (!shape().isExtensible()) {
      return false;
    }
    addNamed(agent, key, value, Attributes.ALL);
    return true;
  }

  /// Adds an element that is known to be absent; arrays check and lengthen themselves.
  protected boolean addElement(Agent agent, long index, Object value) {
    if (!shape().isExtensible()) {
      return false;
    }
    putElement(agent, index, value, Attributes.ALL);
    return true;
  }

  /// The last steps of OrdinarySetWithOwnDescriptor, section 10.1.9.2: the property goes to the
  /// receiver.
  protected static boolean setOnReceiver(
      Agent agent, PropertyKey key, Object value, Object receiver) {
    if (!(receiver instanceof JsObject target)) {
      return false;
    }
    PropertyDescriptor existing = target.getOwnProperty(agent, key);
    if (existing == null) {
      return target.defineOwnProperty(agent, key, PropertyDescriptor.data(value, Attributes.ALL));
    }
    return !existing.isAccessor()
        && existing.isWritable()
        && target.defineOwnProperty(agent, key, PropertyDescriptor.valueOnly(value));
  }

  // ---- integrity -----------------------------------------------------------------------------

  /// Seals or freezes at once, for objects all of whose properties are ordinary; false if that does
  /// not apply and the properties must be asked one by one.
  public boolean restrict(Agent agent, boolean freeze) {
    if (exotic != 0) {
      return false;
    }
    forbidExtensions(agent);
    restrictAttributes(agent, freeze ? Attributes.ENUMERABLE : ~Attributes.CONFIGURABLE);
    return true;
  }

  // ---- functions -----------------------------------------------------------------------------

  /// Whether the object has an `[[IsHTMLDDA]]` internal slot, section B.3.6: it is loosely equal to
  /// undefined and null, false as a condition, and of type undefined. Only hosts make such objects.
  public boolean emulatesUndefined() {
    return false;
  }

  /// Whether there is a `[[Call]]`.
  public boolean isCallable() {
    return false;
  }

  /// Whether there is a `[[Construct]]`.
  public boolean isConstructor() {
    return false;
  }

  /// `[[Call]]`. The caller has made sure that there is one.
  ///
  /// @throws ThrowCompletion if the function throws
  public Object call(Agent agent, Object thisValue, Object[] args) {
    throw new IllegalStateException("no [[Call]]: " + describe());
  }

  /// `[[Construct]]`. The caller has made sure that there is one.
  ///
  /// @throws ThrowCompletion if the constructor throws
  public JsObject construct(Agent agent, Object[] args, JsObject newTarget) {
    throw new IllegalStateException("no [[Construct]]: " + describe());
  }

  /// The tag that `Object.prototype.toString` gives when there is no `@@toStringTag`, section
  /// 20.1.3.6.
  public String builtinTag() {
    return isCallable() ? "Function" : "Object";
  }

  /// How many elements an array iterator sees, section 23.1.5.2.1. Typed arrays check themselves.
  ///
  /// @throws ThrowCompletion if reading `length` throws
  public long lengthForIteration(Agent agent) {
    return ObjectOperations.lengthOfArrayLike(agent, this);
  }

  /// Whether no prototype can have a say in reading or setting an array index. Cost: the length of
  /// the prototype chain.
  public final boolean inheritsNoElements() {
    JsObject o = shape().prototype();
    while (o != null) {
      if (o.elements != null || (o.exotic & (EXOTIC_INDEX | EXOTIC_CHAIN)) != 0) {
        return false;
      }
      o = o.shape().prototype();
    }
    return true;
  }

  /// Whether there is a `[[RegExpMatcher]]`.
  public boolean hasRegExpMatcher() {
    return false;
  }

  // ---- private elements ----------------------------------------------------------------------

  /// The value, [Accessor] or method of a private element, section 7.3.26; null when the object has
  /// none of that name.
  public final @Nullable Object privateSlot(Symbol privateName) {
    int index = shape().lookup(privateName.key());
    return index < 0 ? null : slot(index);
  }

  /// Adds a private element, PrivateFieldAdd and PrivateMethodOrAccessorAdd, sections 7.3.27 and
  /// 7.3.28; only a field is writable.
  ///
  /// @param takesSlot whether V8 has a slot for it: for a field, and for one of the methods of a
  ///   class in its instances
  public final void addPrivate(
      Agent agent, Symbol privateName, Object slot, boolean writable, boolean takesSlot) {
    int attributes = writable ? Attributes.WRITABLE : Attributes.NONE;
    addPrivateElement(agent, privateName.key(), slot, attributes, takesSlot);
  }

  /// Sets a private field that is there.
  public final void setPrivate(Symbol privateName, Object value) {
    setSlot(shape().lookup(privateName.key()), value);
  }

  /// Whether a private element is a field.
  public final boolean isPrivateField(Symbol privateName) {
    int index = shape().lookup(privateName.key());
    return index >= 0 && (shape().attributes(index) & Attributes.WRITABLE) != 0;
  }

  // ---- observation ---------------------------------------------------------------------------

  /// The name of the constructor as far as data properties tell, else `Object`. Runs no guest code.
  public String className() {
    JsObject o = this;
    for (int steps = 0; o != null && steps < 100; steps++) {
      Object constructor = o.peek(PropertyKeys.CONSTRUCTOR);
      if (constructor instanceof JsFunction function) {
        String name = function.functionName();
        if (!name.isEmpty()) {
          return name;
        }
      }
      o = o.shape().prototype();
    }
    return "Object";
  }

  /// A short text for messages: `#<Object>`.
  public String describe() {
    return "#<" + className() + ">";
  }

  /// Why a `[[Set]]` of this exotic object failed, if it knows better than `otherwise`.
  public String describeFailedSet(PropertyKey key, String otherwise) {
    return otherwise;
  }

  @Override
  public CellKind kind() {
    return CellKind.OBJECT;
  }

  @Override
  public String name() {
    return className();
  }
}
