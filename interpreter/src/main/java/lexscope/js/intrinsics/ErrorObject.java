package lexscope.js.intrinsics;

import lexscope.js.source.SourceSpot;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.LazySlot;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import lexscope.js.vm.StackTrace;
import org.jspecify.annotations.Nullable;

/// An object with `[[ErrorData]]`, section 20.5.
///
/// NON-SPEC: it has an own property `stack`, as in V8. What it needs for that is taken when the
/// error is made: positions and the heading's text, no functions; the text is put together when
/// guest code first asks.
public final class ErrorObject extends JsObject {
  private static final LazySlot STACK =
      new LazySlot() {
        @Override
        public Object materialize(Agent agent, JsObject owner) {
          return agent.string(((ErrorObject) owner).stackText());
        }
      };

  private @Nullable StackTrace trace;
  private @Nullable String heading = "";

  private ErrorObject(Shape shape) {
    super(shape);
  }

  /// A new error without message or stack.
  public static ErrorObject create(Agent agent, @Nullable JsObject prototype) {
    return agent.heap().allocate(new ErrorObject(Shape.root(agent, prototype, 3)));
  }

  /// A new error with a message and the stack of this moment.
  public static ErrorObject create(Agent agent, JsObject prototype, JsString message) {
    ErrorObject error = create(agent, prototype);
    error.captureStack(agent);
    error.put(agent, PropertyKeys.MESSAGE, message, Attributes.HIDDEN);
    error.describeHeading();
    return error;
  }

  /// Adds the own property `stack`. [#describeHeading] is to be called when the message is there.
  void captureStack(Agent agent) {
    trace = agent.captureStackTrace();
    put(agent, PropertyKeys.STACK, STACK, Attributes.HIDDEN);
  }

  /// Replaces the trace; the text above it is made when `stack` is first asked for.
  void recapture(Agent agent, @Nullable StackTrace newTrace) {
    trace = newTrace;
    heading = null;
    put(agent, PropertyKeys.STACK, STACK, Attributes.HIDDEN);
  }

  /// Takes the text above the trace from the data properties `name` and `message`.
  void describeHeading() {
    heading = headingOf(this);
  }

  /// `name: message` as far as data properties tell. Runs no guest code.
  static String headingOf(JsObject error) {
    String name = text(error, PropertyKeys.NAME, "Error");
    String message = text(error, PropertyKeys.MESSAGE, "");
    if (name.isEmpty()) {
      return message;
    }
    return message.isEmpty() ? name : name + ": " + message;
  }

  private static String text(JsObject error, lexscope.js.value.PropertyKey key, String absent) {
    JsObject o = error;
    for (int steps = 0; o != null && steps < 1000; steps++) {
      Object value = o.peek(key);
      if (value != null) {
        return value == Undefined.UNDEFINED
            ? absent
            : value instanceof JsString s ? s.peek(Integer.MAX_VALUE) : value.toString();
      }
      o = o.shape().prototype();
    }
    return absent;
  }

  /// What `stack` says, unless guest code set it. Changes nothing.
  public String stackText() {
    String above = heading == null ? headingOf(this) : heading;
    return trace == null ? above : above + trace.render();
  }

  /// Where it was made; null if nothing was running.
  public @Nullable SourceSpot thrownAt() {
    return trace == null ? null : trace.top();
  }

  @Override
  public String builtinTag() {
    return "Error";
  }

  @Override
  public String describe() {
    return headingOf(this);
  }
}
