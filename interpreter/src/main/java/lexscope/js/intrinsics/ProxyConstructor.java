package lexscope.js.intrinsics;

import lexscope.js.operations.ErrorMessages;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.CapturingFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// `%Proxy%`, section 28.2.
final class ProxyConstructor {
  private static final String[] REVOKER_SLOTS = {"revocable_proxy"};

  private ProxyConstructor() {}

  static void create(Realm realm) {
    IntrinsicBuilder.constructor(
            realm, Intrinsic.PROXY, "Proxy", 2, ProxyConstructor::construct, null)
        .method("revocable", 2, ProxyConstructor::revocable);
  }

  /// Proxy ( target, handler ), section 28.2.1.1.
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (newTarget == null) {
      throw NativeFunction.requiresNew(agent, "Proxy");
    }
    return proxyCreate(agent, args);
  }

  /// ProxyCreate, section 10.5.15.
  private static ProxyObject proxyCreate(Agent agent, Object[] args) {
    if (!(Args.get(args, 0) instanceof JsObject target)
        || !(Args.get(args, 1) instanceof JsObject handler)) {
      throw agent.typeError(ErrorMessages.PROXY_NON_OBJECT);
    }
    return agent.heap().allocate(new ProxyObject(Shape.root(agent, null, 0), target, handler));
  }

  /// Section 28.2.2.1.
  private static Object revocable(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    ProxyObject proxy = proxyCreate(agent, args);
    CapturingFunction revoker =
        CapturingFunction.create(
            agent.realm(), "", 0, ProxyConstructor::revoke, REVOKER_SLOTS, proxy);
    JsObject result = agent.heap().allocate(new JsObject(agent.realm().objectShape()));
    result.put(agent, PropertyKeys.PROXY, proxy, Attributes.ALL);
    result.put(agent, PropertyKeys.REVOKE, revoker, Attributes.ALL);
    return result;
  }

  private static Object revoke(
      Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    if (self.captured(0) instanceof ProxyObject proxy) {
      self.setCaptured(0, Null.NULL);
      proxy.revoke();
    }
    return Undefined.UNDEFINED;
  }
}
