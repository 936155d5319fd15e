package lexscope.js.host;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import lexscope.js.intrinsics.ArrayBufferObject;
import lexscope.js.intrinsics.BufferView;
import lexscope.js.intrinsics.DataViewObject;
import lexscope.js.intrinsics.DateObject;
import lexscope.js.intrinsics.ErrorObject;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.MapObject;
import lexscope.js.intrinsics.OrderedTable;
import lexscope.js.intrinsics.PrimitiveObject;
import lexscope.js.intrinsics.Realm;
import lexscope.js.intrinsics.SetObject;
import lexscope.js.intrinsics.StringObject;
import lexscope.js.intrinsics.TypedArrayObject;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Symbol;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;

/// `structuredClone` of the HTML standard (2.7): copies a graph of values, circles included, with a
/// work list.
final class StructuredClone {
  private static final PropertyKey TRANSFER = PropertyKey.of("transfer");

  private final Agent agent;
  private final Map<JsObject, JsObject> copies = new IdentityHashMap<>();
  private final Deque<JsObject> toFill = new ArrayDeque<>();

  private StructuredClone(Agent agent) {
    this.agent = agent;
  }

  /// The copy of a value. Everything that is made is pushed; the caller's scope keeps it.
  ///
  /// @throws lexscope.js.value.ThrowCompletion with a DataCloneError for what cannot be cloned
  static Object clone(Agent agent, Object value, Object options) {
    var clone = new StructuredClone(agent);
    if (options instanceof JsObject object) {
      clone.transfer(ObjectOperations.get(agent, object, TRANSFER));
    }
    Object result = clone.copy(value);
    for (JsObject next = clone.toFill.poll(); next != null; next = clone.toFill.poll()) {
      clone.fill(next, Objects.requireNonNull(clone.copies.get(next)));
    }
    return result;
  }

  private void transfer(Object list) {
    if (list == Undefined.UNDEFINED) {
      return;
    }
    for (Object item : ObjectOperations.createListFromArrayLike(agent, list)) {
      if (!(item instanceof ArrayBufferObject buffer) || buffer.isShared() || buffer.isDetached()) {
        throw failure(item);
      }
      int max = buffer.maxByteLength();
      JsObject prototype = agent.realm().get(Intrinsic.ARRAY_BUFFER_PROTOTYPE);
      copies.put(buffer, ArrayBufferObject.create(agent, prototype, buffer.detach(), max, false));
    }
  }

  private ThrowCompletion failure(Object value) {
    ThrowCompletion thrown =
        agent.error(Intrinsic.ERROR_PROTOTYPE, ErrorMessages.show(value) + " could not be cloned.");
    if (thrown.value() instanceof JsObject error) {
      error.put(agent, PropertyKeys.NAME, agent.string("DataCloneError"), Attributes.HIDDEN);
    }
    return thrown;
  }

  /// The copy of a value, with properties and elements still to come.
  private Object copy(Object value) {
    if (value instanceof Symbol) {
      throw failure(value);
    }
    if (!(value instanceof JsObject object)) {
      return value;
    }
    JsObject known = copies.get(object);
    if (known != null) {
      return known;
    }
    JsObject made = shell(object);
    agent.handles().push(made);
    agent.handles().push(object);
    copies.put(object, made);
    toFill.add(object);
    return made;
  }

  private JsObject shell(JsObject object) {
    Realm realm = agent.realm();
    return switch (object) {
      case PrimitiveObject wrapper when !(wrapper.data() instanceof Symbol) ->
          TypeConversion.toObject(agent, wrapper.data());
      case StringObject wrapper -> TypeConversion.toObject(agent, wrapper.data());
      case DateObject date ->
          DateObject.create(agent, realm.get(Intrinsic.DATE_PROTOTYPE), date.dateValue());
      case MapObject _ -> MapObject.create(agent, realm.get(Intrinsic.MAP_PROTOTYPE));
      case SetObject _ -> SetObject.create(agent, realm.get(Intrinsic.SET_PROTOTYPE));
      case ArrayBufferObject buffer when !buffer.isDetached() ->
          ArrayBufferObject.create(
              agent,
              realm.get(Intrinsic.ARRAY_BUFFER_PROTOTYPE),
              Arrays.copyOf(buffer.data(), buffer.byteLength()),
              buffer.maxByteLength(),
              buffer.isShared());
      case TypedArrayObject array when !array.isOutOfBounds() ->
          TypedArrayObject.create(
              agent,
              realm.get(array.type().prototype()),
              array.type(),
              (ArrayBufferObject) copy(array.exposedBuffer()),
              array.byteOffset(),
              array.isLengthTracking() ? BufferView.AUTO : array.windowBytes());
      case DataViewObject view when !view.isOutOfBounds() ->
          DataViewObject.create(
              agent,
              realm.get(Intrinsic.DATA_VIEW_PROTOTYPE),
              (ArrayBufferObject) copy(view.buffer()),
              view.byteOffset(),
              view.isLengthTracking() ? BufferView.AUTO : view.windowBytes());
      case JsArray array -> JsArray.create(agent, array.length(), realm.arrayShape().prototype());
      case ErrorObject error -> errorShell(error);
      default -> {
        if (object.isCallable() || object.getClass() != JsObject.class) {
          throw failure(object);
        }
        yield JsObject.create(agent, realm.get(Intrinsic.OBJECT_PROTOTYPE));
      }
    };
  }

  private JsObject errorShell(ErrorObject error) {
    Object name = ObjectOperations.get(agent, error, PropertyKeys.NAME);
    Intrinsic prototype =
        switch (name.toString()) {
          case "EvalError" -> Intrinsic.EVAL_ERROR_PROTOTYPE;
          case "RangeError" -> Intrinsic.RANGE_ERROR_PROTOTYPE;
          case "ReferenceError" -> Intrinsic.REFERENCE_ERROR_PROTOTYPE;
          case "SyntaxError" -> Intrinsic.SYNTAX_ERROR_PROTOTYPE;
          case "TypeError" -> Intrinsic.TYPE_ERROR_PROTOTYPE;
          case "URIError" -> Intrinsic.URI_ERROR_PROTOTYPE;
          default -> Intrinsic.ERROR_PROTOTYPE;
        };
    Object message = ObjectOperations.get(agent, error, PropertyKeys.MESSAGE);
    return (JsObject) agent.error(prototype, TypeConversion.toText(agent, message)).value();
  }

  private void fill(JsObject source, JsObject target) {
    switch (source) {
      case MapObject map when target instanceof MapObject to -> {
        for (OrderedTable.Cursor cursor = map.data().cursor(); cursor.advance(); ) {
          to.set(agent, copy(cursor.key()), copy(cursor.value()));
        }
      }
      case SetObject set when target instanceof SetObject to -> {
        for (OrderedTable.Cursor cursor = set.data().cursor(); cursor.advance(); ) {
          to.add(agent, copy(cursor.key()));
        }
      }
      case ErrorObject error -> {
        Object cause = error.peek(PropertyKeys.CAUSE);
        if (cause != null) {
          target.put(agent, PropertyKeys.CAUSE, copy(cause), Attributes.HIDDEN);
        }
      }
      case JsArray _ -> fillProperties(source, target);
      default -> {
        if (source.getClass() == JsObject.class) {
          fillProperties(source, target);
        }
      }
    }
  }

  private void fillProperties(JsObject source, JsObject target) {
    for (PropertyKey key : source.ownPropertyKeys(agent)) {
      PropertyDescriptor own = key.isString() ? source.getOwnProperty(agent, key) : null;
      if (own != null && own.isEnumerable()) {
        Object value = ObjectOperations.get(agent, source, key);
        ObjectOperations.createDataProperty(agent, target, key, copy(value));
      }
    }
  }
}
