package lexscope.js.vm;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.value.JsObject;
import lexscope.js.value.Shape;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;

/// A generator, ECMA-262 section 27.5: its suspended activation is its state. A completed one keeps
/// nothing.
public final class GeneratorObject extends JsObject {
  private final Frame frame;

  GeneratorObject(Shape shape, Frame frame) {
    super(shape);
    this.frame = frame;
  }

  /// The suspended activation.
  public Frame frame() {
    return frame;
  }

  /// GeneratorResume and GeneratorResumeAbrupt, ECMA-262 sections 27.5.3.3 and 27.5.3.4.
  ///
  /// @param mode one of the modes of [Frame]
  /// @throws ThrowCompletion if the generator runs already, or throws
  Object resume(Machine machine, int mode, Object value) {
    if (frame.state == Frame.State.RUNNING) {
      throw machine.typeError(ErrorMessages.GENERATOR_RUNNING);
    }
    if (frame.state == Frame.State.READY && mode != Frame.NEXT) {
      frame.complete();
    }
    if (frame.state == Frame.State.COMPLETED) {
      if (mode == Frame.THROW) {
        throw new ThrowCompletion(value);
      }
      return IteratorOperations.createIterResultObject(
          machine, mode == Frame.RETURN ? value : Undefined.UNDEFINED, true);
    }
    frame.resumeMode = mode;
    frame.resumeValue = value;
    Object result;
    try {
      result = machine.activations().run(frame);
    } catch (ThrowCompletion completion) {
      if (frame.state == Frame.State.COMPLETED) {
        frame.complete();
      }
      throw completion;
    }
    machine.handles().push(result);
    switch (frame.state) {
      case YIELDED_RESULT -> {
        return result;
      }
      case YIELDED -> {
        return IteratorOperations.createIterResultObject(machine, result, false);
      }
      default -> {
        frame.complete();
        return IteratorOperations.createIterResultObject(machine, result, true);
      }
    }
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "[[GeneratorContext]]", frame);
  }
}
