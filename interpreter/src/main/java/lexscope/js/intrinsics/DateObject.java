package lexscope.js.intrinsics;

import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;

/// A Date, section 21.4.5: an object with `[[DateValue]]`.
public final class DateObject extends JsObject {
  private double value;

  private DateObject(Shape shape, double value) {
    super(shape);
    this.value = value;
  }

  /// A date on the heap.
  ///
  /// @param value milliseconds since 1970-01-01T00:00Z, or NaN
  public static DateObject create(Agent agent, JsObject prototype, double value) {
    return agent.heap().allocate(new DateObject(Shape.root(agent, prototype, 0), value));
  }

  /// The `[[DateValue]]`.
  public double dateValue() {
    return value;
  }

  /// Sets the `[[DateValue]]`.
  public void setDateValue(double newValue) {
    value = newValue;
  }

  @Override
  protected long headerBytes() {
    return ModelledSizes.OBJECT_HEADER + 9L * ModelledSizes.SLOT;
  }

  @Override
  public String builtinTag() {
    return "Date";
  }
}
