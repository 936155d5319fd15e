package lexscope.js.host;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;

/// A job that calls a function with arguments: what `queueMicrotask` queues.
final class CallbackJob extends Job {
  private final String source;
  private final JsObject callback;
  private final Object[] arguments;

  CallbackJob(String source, JsObject callback, Object[] arguments) {
    this.source = source;
    this.callback = callback;
    this.arguments = arguments;
  }

  @Override
  protected void run(Agent agent) {
    ObjectOperations.call(agent, callback, Undefined.UNDEFINED, arguments);
  }

  @Override
  public long shallowBytes() {
    return ModelledSizes.STORE_HEADER + (2L + arguments.length) * ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "callback", callback);
    for (int i = 0; i < arguments.length; i++) {
      visitor.element(i, arguments[i]);
    }
  }

  @Override
  public String name() {
    return source;
  }
}
