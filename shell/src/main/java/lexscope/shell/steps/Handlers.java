package lexscope.shell.steps;

import lexscope.gc.Cell;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.Heap;
import lexscope.gc.PartedCell;
import lexscope.js.inspection.ValueNotation;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.value.JsObject;
import lexscope.js.vm.AsyncActivation;
import lexscope.js.vm.EcmaScriptFunction;
import lexscope.js.vm.Frame;
import org.jspecify.annotations.Nullable;

/// Says what a function that waits to be called will do: call a function of the program, or let an
/// activation go on that waits at an `await`.
final class Handlers implements EdgeVisitor {
  private @Nullable Frame frame;

  private Handlers() {}

  /// What the handler of a promise's reaction will do.
  ///
  /// @param handler null if there is none: the outcome is passed on
  static Waiting told(Names names, Heap heap, @Nullable JsObject handler) {
    if (handler == null) {
      return new Waiting("passes the outcome on", null, -1);
    }
    if (!(handler instanceof EcmaScriptFunction)) {
      Handlers handlers = new Handlers();
      heap.visitEdges(handler, CapturePolicy.WHOLE, handlers);
      Frame waits = handlers.frame;
      if (waits != null) {
        return new Waiting("lets " + nameOf(waits) + " go on", Names.contextKey(waits), -1);
      }
    }
    return new Waiting("calls " + calls(names, handler), names.target(handler), -1);
  }

  /// A function as it is called in a queue.
  static String calls(Names names, Object callback) {
    return callback instanceof Cell cell
        ? names.row(Row.Kind.FIELD, "", cell).value()
        : ValueNotation.of(callback);
  }

  static String nameOf(Frame frame) {
    return frame.codeName().isEmpty()
        ? frame.function() == null ? "(top level)" : "(anonymous)"
        : frame.codeName();
  }

  @Override
  public void edge(EdgeKind kind, Object label, @Nullable Object target) {
    if (label.equals("await_context")) {
      switch (target) {
        case AsyncActivation activation -> frame = activation.frame();
        case null, default -> {}
      }
    }
  }

  @Override
  public void element(long index, @Nullable Object target) {}

  @Override
  public void part(EdgeKind kind, Object label, PartedCell target, int part) {}

  @Override
  public void weak(Object label, @Nullable Object target) {}

  @Override
  public void ephemeron(Cell key, @Nullable Object value) {}
}
