package lexscope.js.intrinsics;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A Proxy exotic object, section 10.5.
public final class ProxyObject extends JsObject {
  private @Nullable JsObject target;
  private @Nullable JsObject handler;

  ProxyObject(Shape shape, JsObject target, JsObject handler) {
    super(shape, EXOTIC_INDEX | EXOTIC_NAMED | EXOTIC_CHAIN);
    this.target = target;
    this.handler = handler;
  }

  /// The `[[ProxyTarget]]`; null once the proxy was revoked.
  public @Nullable JsObject target() {
    return target;
  }

  /// The `[[ProxyHandler]]`; null once the proxy was revoked.
  public @Nullable JsObject handler() {
    return handler;
  }

  /// ValidateNonRevokedProxy, section 10.5.14.
  ///
  /// @throws lexscope.js.value.ThrowCompletion with a TypeError if the proxy was revoked
  public JsObject requireTarget(Agent agent, String trap) {
    if (target == null) {
      throw agent.typeError("Cannot perform '" + trap + "' on a proxy that has been revoked");
    }
    return target;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "target", target);
    visitor.edge(EdgeKind.INTERNAL, "handler", handler);
  }
}
