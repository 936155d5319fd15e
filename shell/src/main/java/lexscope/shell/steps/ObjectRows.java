package lexscope.shell.steps;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.Cell;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.Heap;
import lexscope.gc.PartedCell;
import lexscope.gc.TracingRule;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.intrinsics.PromiseReaction;
import lexscope.js.value.Accessor;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.value.SpecialSlot;
import lexscope.js.vm.EcmaScriptFunction;
import lexscope.js.vm.Frame;
import org.jspecify.annotations.Nullable;

/// The lines of an object's box: properties and elements as they stand in their slots, and the
/// internal slots. No guest code runs and nothing that is made on first use is made.
final class ObjectRows implements EdgeVisitor {
  private static final int MOST = 8;

  private final Names names;
  private final Heap heap;
  private final JsObject object;
  private final List<Row> rows = new ArrayList<>();
  private long left;

  private ObjectRows(Names names, JsObject object, Heap heap) {
    this.names = names;
    this.heap = heap;
    this.object = object;
  }

  static List<Row> of(Names names, JsObject object, Heap heap, TracingRule rule) {
    ObjectRows made = new ObjectRows(names, object, heap);
    if (object instanceof EcmaScriptFunction closure) {
      Cell environment = closure.environment();
      made.rows.add(names.row(Row.Kind.FIELD, "[[Environment]]", environment));
    }
    if (object instanceof PromiseObject promise) {
      String state = promise.state().name().toLowerCase(java.util.Locale.ROOT);
      made.add(new Row(Row.Kind.FIELD, "[[PromiseState]]", state, null));
    }
    heap.visitEdges(object, rule, made);
    made.elements();
    made.properties();
    JsObject prototype = object.shape().prototype();
    if (prototype != null && names.target(prototype) != null) {
      made.rows.add(names.row(Row.Kind.FIELD, "[[Prototype]]", prototype));
    }
    if (made.left > 0) {
      made.rows.add(new Row(Row.Kind.MORE, "", "and " + made.left + " more", null));
    }
    return List.copyOf(made.rows);
  }

  private void add(Row row) {
    if (rows.size() < MOST) {
      rows.add(row);
    } else {
      left++;
    }
  }

  private void elements() {
    if (!(object instanceof JsArray array)) {
      return;
    }
    for (long i = 0; i < array.length() && rows.size() < MOST; i++) {
      Object slot = array.peekSlot(PropertyKey.ofIndex(i));
      if (slot != null) {
        property(Long.toString(i), slot);
      }
    }
    // Elements that are not looked at may be holes; the length is in the title.
    left += Math.max(0, array.length() - MOST);
  }

  private void properties() {
    Shape shape = object.shape();
    for (int slot = 0; slot < shape.slotCount(); slot++) {
      PropertyKey key = shape.keyAt(slot);
      if (key == null || isImplied(key)) {
        continue;
      }
      Object value = object.slot(slot);
      if (!(value instanceof SpecialSlot) || value instanceof Accessor) {
        property(nameOf(key), value);
      }
    }
  }

  private static final List<String> OF_EVERY_FUNCTION =
      List.of("name", "length", "arguments", "caller");

  private static String nameOf(PropertyKey key) {
    String name = key.toString();
    if (key.isPrivateName()) {
      // The descriptive string of the symbol that stands for it is `Symbol(#name)`.
      return name.substring(name.indexOf('#'), name.length() - 1);
    }
    return key.isSymbol() ? "[" + name + "]" : name;
  }

  /// What Node's timers carry besides their callback.
  private static final List<String> OF_TIMERS = List.of("Timeout", "Immediate");

  /// Of every function, or `constructor`, which leads back from where one came.
  private boolean isImplied(PropertyKey key) {
    if (key.isSymbol() || key.isPrivateName()) {
      return false;
    }
    String name = key.asString();
    if (OF_TIMERS.contains(object.name()) && name.startsWith("_") && !name.startsWith("_on")) {
      return true;
    }
    return object instanceof JsFunction
        ? OF_EVERY_FUNCTION.contains(name)
        : name.equals("constructor") || object instanceof JsArray && name.equals("length");
  }

  private void property(String name, Object slot) {
    if (slot instanceof Accessor accessor) {
      accessor("get ", name, accessor.getter());
      accessor("set ", name, accessor.setter());
    } else {
      add(names.row(Row.Kind.PROPERTY, name, slot));
    }
  }

  private void accessor(String what, String name, @Nullable JsObject function) {
    if (function != null) {
      add(names.row(Row.Kind.PROPERTY, what + name, function));
    }
  }

  // ---- internal slots ---------------------------------------------------------------------------

  @Override
  public void edge(EdgeKind kind, Object label, @Nullable Object target) {
    if (kind != EdgeKind.INTERNAL || target == null) {
      return;
    }
    if (label instanceof Integer) {
      add(names.row(Row.Kind.FIELD, "entry " + label, target));
      return;
    }
    String name = label.toString();
    if (target instanceof PromiseReaction reaction) {
      if (reaction.isFulfill()) {
        Waiting told = Handlers.told(names, heap, reaction.handler());
        add(new Row(Row.Kind.FIELD, name, told.text(), told.target()));
      }
      return;
    }
    if (name.equals("[[Environment]]")) {
      // It is told under every policy, and first.
      return;
    }
    boolean slot = name.startsWith("[[");
    if (target instanceof Frame frame) {
      add(new Row(Row.Kind.FIELD, name, frame.name(), Names.contextKey(frame)));
    } else if (slot ? isTold(name, target) : names.target(target) != null || isEntry(name)) {
      add(names.row(Row.Kind.FIELD, name, target));
    }
  }

  private boolean isTold(String name, Object target) {
    return !(target instanceof Cell)
        || names.target(target) != null
        || name.equals("[[PromiseResult]]");
  }

  /// Maps and sets report their entries.
  private boolean isEntry(String name) {
    return name.startsWith("value of ") || name.equals("value");
  }

  @Override
  public void element(long index, @Nullable Object target) {
    // Elements are read from their slots.
  }

  @Override
  public void part(EdgeKind kind, Object label, PartedCell target, int part) {
    // Records are told by [[Environment]].
  }

  @Override
  public void weak(Object label, @Nullable Object target) {
    if (target instanceof Cell && names.target(target) != null) {
      add(names.row(Row.Kind.WEAK, label.toString(), target));
    }
  }

  @Override
  public void ephemeron(Cell key, @Nullable Object value) {
    if (value != null) {
      add(names.row(Row.Kind.FIELD, "value of " + Names.key(key), value));
    }
  }
}
