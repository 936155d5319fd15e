package lexscope.js.intrinsics;

import java.util.Objects;
import lexscope.gc.HandleStack;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %Set.prototype%, section 24.2.4, but for the methods that take another set: those are in
/// [SetAlgebra].
final class SetPrototype {
  private SetPrototype() {}

  static void create(Realm realm) {
    IntrinsicBuilder builder =
        IntrinsicBuilder.ordinary(realm, Intrinsic.SET_PROTOTYPE)
            .method("add", 1, SetPrototype::add)
            .method("clear", 0, SetPrototype::clear)
            .method("delete", 1, SetPrototype::delete)
            .method("entries", 0, SetPrototype::entries)
            .method("forEach", 1, SetPrototype::forEach)
            .method("has", 1, SetPrototype::has)
            .getter("size", SetPrototype::size)
            .method("values", 0, SetPrototype::values)
            .tag("Set");
    Object values = Objects.requireNonNull(builder.object().peek(PropertyKey.of("values")));
    builder
        .value("keys", values, Attributes.HIDDEN)
        .value(realm.agent().symbols().iterator(), values, Attributes.HIDDEN);
    SetAlgebra.define(builder);
  }

  static SetObject thisSet(Agent agent, Object thisValue, String method) {
    if (thisValue instanceof SetObject set) {
      return set;
    }
    throw agent.typeError(ErrorMessages.incompatibleReceiver("Set.prototype." + method, thisValue));
  }

  /// 24.2.4.1 Set.prototype.add ( value ).
  private static Object add(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    SetObject set = thisSet(agent, thisValue, "add");
    set.add(agent, Args.get(args, 0));
    return set;
  }

  /// 24.2.4.2 Set.prototype.clear ( ).
  private static Object clear(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    thisSet(agent, thisValue, "clear").data().clear();
    return Undefined.UNDEFINED;
  }

  /// 24.2.4.4 Set.prototype.delete ( value ).
  private static Object delete(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisSet(agent, thisValue, "delete").data().delete(Args.get(args, 0));
  }

  /// 24.2.4.6 Set.prototype.entries ( ).
  private static Object entries(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    SetObject set = thisSet(agent, thisValue, "entries");
    return CollectionIterator.create(agent, set, CollectionIterator.Kind.ENTRIES);
  }

  /// 24.2.4.7 `Set.prototype.forEach ( callback [ , thisArg ] )`.
  private static Object forEach(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    SetObject set = thisSet(agent, thisValue, "forEach");
    JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 0));
    Object thisArg = Args.get(args, 1);
    HandleStack handles = agent.handles();
    for (OrderedTable.Cursor cursor = set.data().cursor(); cursor.advance(); ) {
      int mark = handles.mark();
      ObjectOperations.call(agent, callback, thisArg, cursor.key(), cursor.key(), set);
      handles.release(mark);
    }
    return Undefined.UNDEFINED;
  }

  /// 24.2.4.8 Set.prototype.has ( value ).
  private static Object has(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisSet(agent, thisValue, "has").data().has(Args.get(args, 0));
  }

  /// 24.2.4.14 get Set.prototype.size.
  private static Object size(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisSet(agent, thisValue, "size").data().size();
  }

  /// 24.2.4.17 Set.prototype.values ( ).
  private static Object values(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    SetObject set = thisSet(agent, thisValue, "values");
    return CollectionIterator.create(agent, set, CollectionIterator.Kind.VALUES);
  }
}
