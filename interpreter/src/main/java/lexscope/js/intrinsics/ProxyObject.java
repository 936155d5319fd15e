package lexscope.js.intrinsics;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.HandleStack;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.PropertyDescriptorOperations;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A Proxy exotic object, section 10.5. Every internal method asks the handler's trap, and
/// [ProxyInvariants] checks that the answer does not contradict the target. Proxies of proxies nest
/// on the host stack; the agent's depth limit bounds them.
public final class ProxyObject extends JsObject {
  private @Nullable JsObject target;
  private @Nullable JsObject handler;
  private final boolean callable;
  private final boolean constructor;

  ProxyObject(Shape shape, JsObject target, JsObject handler) {
    super(shape, EXOTIC_INDEX | EXOTIC_NAMED | EXOTIC_CHAIN);
    this.target = target;
    this.handler = handler;
    this.callable = target.isCallable();
    this.constructor = target.isConstructor();
  }

  /// The `[[ProxyTarget]]`; null once the proxy was revoked.
  public @Nullable JsObject target() {
    return target;
  }

  /// The `[[ProxyHandler]]`; null once the proxy was revoked.
  public @Nullable JsObject handler() {
    return handler;
  }

  void revoke() {
    target = null;
    handler = null;
  }

  /// ValidateNonRevokedProxy, section 10.5.14.
  ///
  /// @throws ThrowCompletion with a TypeError if the proxy was revoked
  public JsObject requireTarget(Agent agent, String trap) {
    if (target == null) {
      throw agent.typeError("Cannot perform '" + trap + "' on a proxy that has been revoked");
    }
    return target;
  }

  /// Runs one internal method with the depth counted and the handles kept in a scope.
  ///
  /// @param ordinary what is done with the target when the handler has no such trap
  /// @param trapped what is done with the trap
  private <T extends @Nullable Object> T within(
      Agent agent, String name, Function<JsObject, T> ordinary, Function<ProxyTrap, T> trapped) {
    HandleStack handles = agent.handles();
    int mark = handles.mark();
    agent.enterCall();
    try {
      JsObject trapTarget = requireTarget(agent, name);
      JsObject trapHandler = Objects.requireNonNull(handler);
      handles.push(trapTarget);
      handles.push(trapHandler);
      JsObject function = ObjectOperations.getMethod(agent, trapHandler, PropertyKey.of(name));
      T result =
          function == null
              ? ordinary.apply(trapTarget)
              : trapped.apply(new ProxyTrap(agent, name, trapTarget, trapHandler, function));
      handles.release(mark);
      handles.push(result);
      return result;
    } finally {
      agent.leaveCall();
    }
  }

  @Override
  protected boolean hasOrdinaryPrototype() {
    return false;
  }

  /// `[[GetPrototypeOf]]`, section 10.5.1.
  @Override
  public @Nullable JsObject getPrototypeOf(Agent agent) {
    return within(
        agent,
        "getPrototypeOf",
        target -> target.getPrototypeOf(agent),
        trap -> {
          Object answer = trap.call(trap.target());
          if (!(answer instanceof JsObject) && answer != Null.NULL) {
            throw trap.broken("trap returned neither object nor null");
          }
          JsObject prototype = answer instanceof JsObject object ? object : null;
          if (!trap.target().isExtensible(agent)
              && prototype != trap.target().getPrototypeOf(agent)) {
            throw trap.broken(
                "proxy target is non-extensible but the trap did not return its actual prototype");
          }
          return prototype;
        });
  }

  /// `[[SetPrototypeOf]]`, section 10.5.2.
  @Override
  public boolean setPrototypeOf(Agent agent, @Nullable JsObject prototype) {
    return within(
        agent,
        "setPrototypeOf",
        target -> target.setPrototypeOf(agent, prototype),
        trap -> {
          if (!trap.test(trap.target(), ObjectOperations.nullable(prototype))) {
            return false;
          }
          if (!trap.target().isExtensible(agent)
              && prototype != trap.target().getPrototypeOf(agent)) {
            throw trap.broken(
                "trap returned truish for setting a new prototype on the non-extensible proxy"
                    + " target");
          }
          return true;
        });
  }

  /// `[[IsExtensible]]`, section 10.5.3.
  @Override
  public boolean isExtensible(Agent agent) {
    return within(
        agent,
        "isExtensible",
        target -> target.isExtensible(agent),
        trap -> {
          boolean answer = trap.test(trap.target());
          if (answer != trap.target().isExtensible(agent)) {
            throw trap.broken(
                "trap result does not reflect extensibility of proxy target (which is '"
                    + !answer
                    + "')");
          }
          return answer;
        });
  }

  /// `[[PreventExtensions]]`, section 10.5.4.
  @Override
  public boolean preventExtensions(Agent agent) {
    return within(
        agent,
        "preventExtensions",
        target -> target.preventExtensions(agent),
        trap -> {
          boolean answer = trap.test(trap.target());
          if (answer && trap.target().isExtensible(agent)) {
            throw trap.broken("the proxy target is extensible");
          }
          return answer;
        });
  }

  /// `[[GetOwnProperty]]`, section 10.5.5.
  @Override
  public @Nullable PropertyDescriptor getOwnProperty(Agent agent, PropertyKey key) {
    return within(
        agent,
        "getOwnPropertyDescriptor",
        target -> target.getOwnProperty(agent, key),
        trap -> {
          Object answer = trap.call(trap.target(), key.toValue(agent));
          return ProxyInvariants.ownProperty(trap, key, answer);
        });
  }

  /// `[[DefineOwnProperty]]`, section 10.5.6.
  @Override
  public boolean defineOwnProperty(Agent agent, PropertyKey key, PropertyDescriptor desc) {
    return within(
        agent,
        "defineProperty",
        target -> target.defineOwnProperty(agent, key, desc),
        trap -> {
          Object description = PropertyDescriptorOperations.fromPropertyDescriptor(agent, desc);
          if (!trap.test(trap.target(), key.toValue(agent), description)) {
            return false;
          }
          ProxyInvariants.defined(trap, key, desc);
          return true;
        });
  }

  /// `[[HasProperty]]`, section 10.5.7.
  @Override
  public boolean hasProperty(Agent agent, PropertyKey key) {
    return within(
        agent,
        "has",
        target -> target.hasProperty(agent, key),
        trap -> {
          if (trap.test(trap.target(), key.toValue(agent))) {
            return true;
          }
          ProxyInvariants.absent(trap, key);
          return false;
        });
  }

  /// `[[Get]]`, section 10.5.8.
  @Override
  public Object get(Agent agent, PropertyKey key, Object receiver) {
    return within(
        agent,
        "get",
        target -> target.get(agent, key, receiver),
        trap -> {
          Object value = trap.call(trap.target(), key.toValue(agent), receiver);
          ProxyInvariants.got(trap, key, value);
          return value;
        });
  }

  @Override
  public Object getIndex(Agent agent, int index, Object receiver) {
    return get(agent, PropertyKey.ofIndex(index), receiver);
  }

  /// `[[Set]]`, section 10.5.9.
  @Override
  public boolean set(Agent agent, PropertyKey key, Object value, Object receiver) {
    return within(
        agent,
        "set",
        target -> target.set(agent, key, value, receiver),
        trap -> {
          if (!trap.test(trap.target(), key.toValue(agent), value, receiver)) {
            return false;
          }
          ProxyInvariants.wasSet(trap, key, value);
          return true;
        });
  }

  /// `[[Delete]]`, section 10.5.10.
  @Override
  public boolean delete(Agent agent, PropertyKey key) {
    return within(
        agent,
        "deleteProperty",
        target -> target.delete(agent, key),
        trap -> {
          if (!trap.test(trap.target(), key.toValue(agent))) {
            return false;
          }
          ProxyInvariants.deleted(trap, key);
          return true;
        });
  }

  /// `[[OwnPropertyKeys]]`, section 10.5.11.
  @Override
  public List<PropertyKey> ownPropertyKeys(Agent agent) {
    return within(
        agent,
        "ownKeys",
        target -> target.ownPropertyKeys(agent),
        trap -> ProxyInvariants.ownKeys(trap, trap.call(trap.target())));
  }

  @Override
  public boolean isCallable() {
    return callable;
  }

  @Override
  public boolean isConstructor() {
    return constructor;
  }

  /// `[[Call]]`, section 10.5.12.
  @Override
  public Object call(Agent agent, Object thisValue, Object[] args) {
    return within(
        agent,
        "apply",
        target -> target.call(agent, thisValue, args),
        trap ->
            trap.call(trap.target(), thisValue, ObjectOperations.createArray(agent, args.clone())));
  }

  /// `[[Construct]]`, section 10.5.13.
  @Override
  public JsObject construct(Agent agent, Object[] args, JsObject newTarget) {
    return within(
        agent,
        "construct",
        target -> target.construct(agent, args, newTarget),
        trap -> {
          Object result =
              trap.call(
                  trap.target(), ObjectOperations.createArray(agent, args.clone()), newTarget);
          if (!(result instanceof JsObject object)) {
            throw agent.typeError("proxy [[Construct]] must return an object");
          }
          return object;
        });
  }

  @Override
  public boolean restrict(Agent agent, boolean freeze) {
    return false;
  }

  @Override
  public String describeFailedSet(PropertyKey key, String otherwise) {
    return "'set' on proxy: trap returned falsish for property '" + key + "'";
  }

  @Override
  public String className() {
    return "Object";
  }

  @Override
  public String name() {
    return "Proxy";
  }

  @Override
  protected long headerBytes() {
    return ModelledSizes.PROXY;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "target", target);
    visitor.edge(EdgeKind.INTERNAL, "handler", handler);
  }
}
