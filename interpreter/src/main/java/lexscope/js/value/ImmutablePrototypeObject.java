package lexscope.js.value;

import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// An immutable prototype exotic object, section 10.4.7: `%Object.prototype%`.
public final class ImmutablePrototypeObject extends JsObject {
  /// An object whose prototype stays that of its shape.
  public ImmutablePrototypeObject(Shape shape) {
    super(shape);
  }

  /// SetImmutablePrototype, section 10.4.7.2.
  @Override
  public boolean setPrototypeOf(Agent agent, @Nullable JsObject prototype) {
    return prototype == shape().prototype();
  }
}
