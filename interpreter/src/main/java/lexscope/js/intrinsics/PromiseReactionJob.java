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
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;

/// NewPromiseReactionJob, section 27.2.2.1: hands the outcome of a promise to a handler, and what
/// the handler gives to the next promise.
public final class PromiseReactionJob extends Job {
  private final PromiseReaction reaction;
  private final Object argument;

  /// The job of a reaction whose promise settled with `argument`.
  public PromiseReactionJob(PromiseReaction reaction, Object argument) {
    this.reaction = reaction;
    this.argument = argument;
  }

  /// The reaction.
  public PromiseReaction reaction() {
    return reaction;
  }

  @Override
  protected void run(Agent agent) {
    PromiseCapability capability = reaction.capability();
    JsObject handler = reaction.handler();
    Object result = argument;
    boolean normal = reaction.isFulfill();
    if (handler != null) {
      try {
        result = ObjectOperations.call(agent, handler, Undefined.UNDEFINED, argument);
        normal = true;
      } catch (ThrowCompletion thrown) {
        if (capability == null) {
          throw thrown;
        }
        result = thrown.value();
        normal = false;
      }
    }
    if (capability == null) {
      return;
    }
    if (normal) {
      PromiseOperations.resolve(agent, capability, result);
    } else {
      PromiseOperations.reject(agent, capability, result);
    }
  }

  @Override
  public long shallowBytes() {
    return ModelledSizes.STORE_HEADER + 4L * ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "reaction", reaction);
    visitor.edge(EdgeKind.INTERNAL, "argument", argument);
  }

  @Override
  public String name() {
    return "PromiseReactionJob";
  }
}
