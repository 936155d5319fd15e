package lexscope.js.intrinsics;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A Promise, section 27.2.6: its state, its result, and the reactions that wait for it.
public final class PromiseObject extends JsObject {
  /// `[[PromiseState]]`.
  public enum State {
    PENDING,
    FULFILLED,
    REJECTED
  }

  private State state = State.PENDING;
  private Object result = Undefined.UNDEFINED;
  private @Nullable List<PromiseReaction> fulfillReactions;
  private @Nullable List<PromiseReaction> rejectReactions;
  private boolean handled;

  private PromiseObject(Shape shape) {
    super(shape);
  }

  /// A pending promise on the heap.
  public static PromiseObject create(Agent agent, JsObject prototype) {
    return agent.heap().allocate(new PromiseObject(Shape.root(agent, prototype, 0)));
  }

  /// The `[[PromiseState]]`.
  public State state() {
    return state;
  }

  /// The `[[PromiseResult]]`: undefined while pending.
  public Object result() {
    return result;
  }

  /// The `[[PromiseIsHandled]]`.
  public boolean isHandled() {
    return handled;
  }

  /// Sets `[[PromiseIsHandled]]` to true.
  public void markHandled() {
    handled = true;
  }

  /// Adds the two reactions of one `then` to a pending promise.
  public void addReactions(PromiseReaction onFulfilled, PromiseReaction onRejected) {
    List<PromiseReaction> fulfill = fulfillReactions;
    List<PromiseReaction> reject = rejectReactions;
    if (fulfill == null || reject == null) {
      fulfill = new ArrayList<>(1);
      reject = new ArrayList<>(1);
      fulfillReactions = fulfill;
      rejectReactions = reject;
    }
    fulfill.add(onFulfilled);
    reject.add(onRejected);
  }

  /// The reaction to its fulfilment if exactly one `then` or `await` waits for it; else null.
  public @Nullable PromiseReaction soleReaction() {
    List<PromiseReaction> fulfill = fulfillReactions;
    return fulfill != null && fulfill.size() == 1 ? fulfill.getFirst() : null;
  }

  /// The reaction to its rejection if exactly one `then` or `await` waits for it; else null.
  public @Nullable PromiseReaction soleRejectReaction() {
    List<PromiseReaction> reject = rejectReactions;
    return reject != null && reject.size() == 1 ? reject.getFirst() : null;
  }

  /// Settles a pending promise; gives the reactions to trigger and forgets all.
  public List<PromiseReaction> settle(State settled, Object value) {
    List<PromiseReaction> reactions =
        settled == State.FULFILLED ? fulfillReactions : rejectReactions;
    fulfillReactions = null;
    rejectReactions = null;
    state = settled;
    result = value;
    return reactions == null ? List.of() : reactions;
  }

  @Override
  protected long headerBytes() {
    return ModelledSizes.PROMISE;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "[[PromiseResult]]", result);
    visitReactions(visitor, "[[PromiseFulfillReactions]]", fulfillReactions);
    visitReactions(visitor, "[[PromiseRejectReactions]]", rejectReactions);
  }

  private static void visitReactions(
      EdgeVisitor visitor, String label, @Nullable List<PromiseReaction> reactions) {
    if (reactions != null) {
      for (PromiseReaction reaction : reactions) {
        visitor.edge(EdgeKind.INTERNAL, label, reaction);
      }
    }
  }
}
