package lexscope.js.host;

import java.util.List;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;

/// What Node's `setTimeout`, `setInterval` and `setImmediate` return: an object that holds its
/// callback and arguments in properties until it has fired for the last time or was cleared. After
/// that it holds nothing: answers are the same as where handles are plain numbers, as in browsers.
/// (Node lets a timer that fired keep its callback, and one that was cleared its arguments.)
abstract class ScheduledObject extends JsObject {
  static final PropertyKey IDLE_PREVIOUS = PropertyKey.of("_idlePrev");
  static final PropertyKey IDLE_NEXT = PropertyKey.of("_idleNext");
  private static final PropertyKey DESTROYED = PropertyKey.of("_destroyed");

  private final int number;
  private boolean referenced = true;
  private boolean alive = true;

  /// @param number tells this object apart in answers, counted from 1 in a run
  ScheduledObject(Shape shape, int number) {
    super(shape);
    this.number = number;
  }

  final int number() {
    return number;
  }

  /// Whether the program goes on for its sake.
  final boolean isReferenced() {
    return referenced;
  }

  final void setReferenced(boolean yes) {
    referenced = yes;
  }

  /// Whether it may still fire.
  final boolean isAlive() {
    return alive;
  }

  /// The property that holds the callback.
  abstract PropertyKey callbackKey();

  /// The property that holds the list of arguments.
  abstract PropertyKey argumentsKey();

  /// Makes a property as an assignment in Node's constructor does.
  final void define(Agent agent, PropertyKey key, Object value) {
    put(agent, key, value, Attributes.ALL);
  }

  final void defineCall(Agent agent, JsObject callback, Object[] arguments) {
    define(agent, callbackKey(), callback);
    define(agent, argumentsKey(), Undefined.UNDEFINED);
    if (arguments.length > 0) {
      define(
          agent, argumentsKey(), ObjectOperations.createArrayFromList(agent, List.of(arguments)));
    }
  }

  /// Calls what the property of the callback holds now, with this object as `this`.
  ///
  /// @throws lexscope.js.value.ThrowCompletion if the callback throws
  final void call(Agent agent) {
    if (get(agent, callbackKey()) instanceof JsObject callback && callback.isCallable()) {
      Object[] arguments =
          get(agent, argumentsKey()) instanceof JsObject list
              ? ObjectOperations.createListFromArrayLike(agent, list)
              : Args.NONE;
      ObjectOperations.call(agent, callback, this, arguments);
    }
  }

  final void defineAlive(Agent agent) {
    define(agent, DESTROYED, false);
  }

  /// It will not fire again.
  final void destroy(Agent agent) {
    alive = false;
    define(agent, callbackKey(), Null.NULL);
    define(agent, argumentsKey(), Undefined.UNDEFINED);
    define(agent, DESTROYED, true);
  }
}
