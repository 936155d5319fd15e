package lexscope.js.intrinsics;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.host.Job;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.vm.Agent;

/// NewPromiseResolveThenableJob, section 27.2.2.2: lets a promise follow a thenable.
public final class PromiseResolveThenableJob extends Job {
  private final PromiseObject promise;
  private final JsObject thenable;
  private final JsObject then;

  /// The job that calls `then` on the thenable with the promise's resolving functions.
  public PromiseResolveThenableJob(PromiseObject promise, JsObject thenable, JsObject then) {
    this.promise = promise;
    this.thenable = thenable;
    this.then = then;
  }

  @Override
  protected void run(Agent agent) {
    PromiseCapability functions = PromiseOperations.createResolvingFunctions(agent, promise);
    try {
      ObjectOperations.call(agent, then, thenable, functions.resolve(), functions.reject());
    } catch (ThrowCompletion thrown) {
      PromiseOperations.reject(agent, functions, thrown.value());
    }
  }

  @Override
  public long shallowBytes() {
    return ModelledSizes.STORE_HEADER + 4L * ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "promise", promise);
    visitor.edge(EdgeKind.INTERNAL, "thenable", thenable);
    visitor.edge(EdgeKind.INTERNAL, "then", then);
  }

  @Override
  public String name() {
    return "PromiseResolveThenableJob";
  }
}
