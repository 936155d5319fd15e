package lexscope.js.intrinsics;

import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;

/// %RegExp.prototype%: an ordinary object that knows whether its accessors can still be those that
/// it was made with.
final class RegExpPrototypeObject extends JsObject {
  private boolean redefined;

  private RegExpPrototypeObject(Shape shape) {
    super(shape);
  }

  static RegExpPrototypeObject create(Realm realm) {
    Agent agent = realm.agent();
    Shape shape = Shape.root(agent, realm.get(Intrinsic.OBJECT_PROTOTYPE));
    return agent.heap().allocate(new RegExpPrototypeObject(shape));
  }

  /// Whether no property was redefined or deleted since the realm was made. Assignments do not
  /// count: they cannot change an accessor.
  boolean hasOriginalAccessors() {
    return !redefined;
  }

  @Override
  public boolean defineOwnProperty(Agent agent, PropertyKey key, PropertyDescriptor desc) {
    redefined = true;
    return super.defineOwnProperty(agent, key, desc);
  }

  @Override
  public boolean delete(Agent agent, PropertyKey key) {
    redefined = true;
    return super.delete(agent, key);
  }
}
