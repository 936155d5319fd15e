package lexscope.js.host;

import lexscope.js.value.JsObject;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;

/// What `setImmediate` returns, with the properties of Node's class `Immediate`.
final class ImmediateObject extends ScheduledObject {
  /// How many properties Node's constructor gives each, those under its private symbols included.
  static final int PROPERTIES = 8;

  private static final PropertyKey CALLBACK = PropertyKey.of("_onImmediate");
  private static final PropertyKey ARGUMENTS = PropertyKey.of("_argv");

  ImmediateObject(Shape shape, int number) {
    super(shape, number);
  }

  void define(Agent agent, JsObject callback, Object[] arguments) {
    define(agent, IDLE_NEXT, Null.NULL);
    define(agent, IDLE_PREVIOUS, Null.NULL);
    defineCall(agent, callback, arguments);
    defineAlive(agent);
  }

  @Override
  PropertyKey callbackKey() {
    return CALLBACK;
  }

  @Override
  PropertyKey argumentsKey() {
    return ARGUMENTS;
  }

  @Override
  public String toString() {
    return "setImmediate #" + number();
  }
}
