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
import lexscope.js.vm.SkippedFrames;
import lexscope.js.vm.StackTrace;
import org.jspecify.annotations.Nullable;

/// An object with `[[ErrorData]]`, section 20.5.
///
/// NON-SPEC: it has an own property `stack`, as in V8. The positions are taken when the error is
/// made, no functions; the text is put together when it is first asked for, and says the name and
/// the message of that moment, as in Node.
public final class ErrorObject extends JsObject {
  private static final LazySlot STACK =
      new LazySlot() {
        @Override
        public Object materialize(Agent agent, JsObject owner) {
          return StackText.of(agent, owner, ((ErrorObject) owner).trace);
        }
      };

  private @Nullable StackTrace trace;
  private @Nullable SourceSpot wrongAt;

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
    error.captureStack(agent, SkippedFrames.NONE);
    error.put(agent, PropertyKeys.MESSAGE, message, Attributes.HIDDEN);
    return error;
  }

  /// Adds the own property `stack`.
  ///
  /// @param skipped which of the innermost activations it leaves out
  void captureStack(Agent agent, SkippedFrames skipped) {
    trace = agent.captureStackTrace(skipped);
    put(agent, PropertyKeys.STACK, STACK, Attributes.HIDDEN);
  }

  /// Replaces the trace.
  void recapture(Agent agent, @Nullable StackTrace newTrace) {
    trace = newTrace;
    put(agent, PropertyKeys.STACK, STACK, Attributes.HIDDEN);
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
        return switch (value) {
          case Undefined _ -> absent;
          case JsString s -> s.peek(Integer.MAX_VALUE);
          case JsObject object -> "[object " + object.builtinTag() + "]";
          default -> value.toString();
        };
      }
      o = o.shape().prototype();
    }
    return absent;
  }

  /// What `stack` says, unless guest code set it. Changes nothing.
  public String stackText() {
    String heading = headingOf(this);
    return trace == null ? heading : heading + trace.render();
  }

  /// Whether making the text of its stack, which nobody did yet, runs guest code.
  public boolean stackNeedsGuestCode(Agent agent) {
    return peekSlot(PropertyKeys.STACK) == STACK && StackText.needsGuestCode(agent, this);
  }

  /// Where it was made, or where the text that it is about is wrong; null if nothing was running.
  public @Nullable SourceSpot thrownAt() {
    return wrongAt != null ? wrongAt : trace == null ? null : trace.top();
  }

  /// Says where the text is wrong that this error is about.
  public void setWrongAt(SourceSpot spot) {
    wrongAt = spot;
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
