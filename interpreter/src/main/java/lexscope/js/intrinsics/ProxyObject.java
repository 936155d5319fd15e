package lexscope.js.intrinsics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.HandleStack;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyValidation;
import lexscope.js.value.Shape;
import lexscope.js.value.Symbol;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A Proxy exotic object, section 10.5. Every internal method asks the handler's trap and checks
/// that the answer does not break the target's invariants. Proxies of proxies nest on the host
/// stack; the agent's depth limit bounds them.
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

  /// One use of a trap: what it is called on, kept while guest code runs.
  private final class Trap {
    final String name;
    final JsObject target;
    final @Nullable JsObject handler;
    final @Nullable JsObject function;

    Trap(Agent agent, String name) {
      this.name = name;
      target = requireTarget(agent, name);
      handler = ProxyObject.this.handler;
      agent.handles().push(target);
      agent.handles().push(handler);
      function =
          handler == null ? null : ObjectOperations.getMethod(agent, handler, PropertyKey.of(name));
    }

    Object call(Agent agent, Object... args) {
      return ObjectOperations.call(
          agent,
          function == null ? Undefined.UNDEFINED : function,
          handler == null ? Undefined.UNDEFINED : handler,
          args);
    }

    boolean test(Agent agent, Object... args) {
      return TypeConversion.toBoolean(call(agent, args));
    }

    ThrowCompletion broken(Agent agent, String why) {
      return agent.typeError("'" + name + "' on proxy: " + why);
    }
  }

  /// Runs one internal method with the depth counted and the handles kept in a scope.
  private <T extends @Nullable Object> T within(
      Agent agent, String name, java.util.function.Function<Trap, T> steps) {
    HandleStack handles = agent.handles();
    int mark = handles.mark();
    agent.enterCall();
    try {
      T result = steps.apply(new Trap(agent, name));
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
        t -> {
          if (t.function == null) {
            return t.target.getPrototypeOf(agent);
          }
          Object answer = t.call(agent, t.target);
          if (!(answer instanceof JsObject) && answer != Null.NULL) {
            throw t.broken(agent, "trap returned neither object nor null");
          }
          JsObject prototype = answer instanceof JsObject object ? object : null;
          if (!t.target.isExtensible(agent) && prototype != t.target.getPrototypeOf(agent)) {
            throw t.broken(
                agent,
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
        t -> {
          if (t.function == null) {
            return t.target.setPrototypeOf(agent, prototype);
          }
          if (!t.test(agent, t.target, ObjectOperations.nullable(prototype))) {
            return false;
          }
          if (!t.target.isExtensible(agent) && prototype != t.target.getPrototypeOf(agent)) {
            throw t.broken(
                agent,
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
        t -> {
          if (t.function == null) {
            return t.target.isExtensible(agent);
          }
          boolean answer = t.test(agent, t.target);
          if (answer != t.target.isExtensible(agent)) {
            throw t.broken(
                agent,
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
        t -> {
          if (t.function == null) {
            return t.target.preventExtensions(agent);
          }
          boolean answer = t.test(agent, t.target);
          if (answer && t.target.isExtensible(agent)) {
            throw t.broken(agent, "the proxy target is extensible");
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
        t -> {
          if (t.function == null) {
            return t.target.getOwnProperty(agent, key);
          }
          Object answer = t.call(agent, t.target, key.toValue(agent));
          if (!(answer instanceof JsObject) && answer != Undefined.UNDEFINED) {
            throw t.broken(
                agent, "trap returned neither object nor undefined for property '" + key + "'");
          }
          PropertyDescriptor own = t.target.getOwnProperty(agent, key);
          if (answer == Undefined.UNDEFINED) {
            if (own == null) {
              return null;
            }
            if (!own.isConfigurable()) {
              throw t.broken(
                  agent,
                  "trap returned undefined for property '"
                      + key
                      + "' which is non-configurable in the proxy target");
            }
            if (!t.target.isExtensible(agent)) {
              throw t.broken(
                  agent,
                  "trap returned undefined for property '"
                      + key
                      + "' which exists in the non-extensible proxy target");
            }
            return null;
          }
          boolean extensible = t.target.isExtensible(agent);
          PropertyDescriptor result =
              ObjectOperations.toPropertyDescriptor(agent, answer).complete();
          if (!PropertyValidation.isCompatible(extensible, result, own)) {
            throw t.broken(
                agent,
                "trap returned descriptor for property '"
                    + key
                    + "' that is incompatible with the existing property in the proxy target");
          }
          if (!result.isConfigurable()) {
            if (own == null || own.isConfigurable()) {
              throw t.broken(
                  agent,
                  "trap reported non-configurability for property '"
                      + key
                      + "' which is either non-existent or configurable in the proxy target");
            }
            if (result.hasWritable() && !result.isWritable() && own.isWritable()) {
              throw t.broken(
                  agent,
                  "trap reported non-configurable and writable for property '"
                      + key
                      + "' which is non-configurable, non-writable in the proxy target");
            }
          }
          return result;
        });
  }

  /// `[[DefineOwnProperty]]`, section 10.5.6.
  @Override
  public boolean defineOwnProperty(Agent agent, PropertyKey key, PropertyDescriptor desc) {
    return within(
        agent,
        "defineProperty",
        t -> {
          if (t.function == null) {
            return t.target.defineOwnProperty(agent, key, desc);
          }
          Object description = ObjectOperations.fromPropertyDescriptor(agent, desc);
          if (!t.test(agent, t.target, key.toValue(agent), description)) {
            return false;
          }
          PropertyDescriptor own = t.target.getOwnProperty(agent, key);
          boolean extensible = t.target.isExtensible(agent);
          boolean settingNonConfigurable = desc.hasConfigurable() && !desc.isConfigurable();
          if (own == null) {
            if (!extensible) {
              throw t.broken(
                  agent,
                  "trap returned truish for adding property '"
                      + key
                      + "'  to the non-extensible proxy target");
            }
            if (settingNonConfigurable) {
              throw t.broken(
                  agent,
                  "trap returned truish for defining non-configurable property '"
                      + key
                      + "' which is either non-existent or configurable in the proxy target");
            }
            return true;
          }
          if (!PropertyValidation.isCompatible(extensible, desc, own)) {
            throw t.broken(
                agent,
                "trap returned truish for adding property '"
                    + key
                    + "'  that is incompatible with the existing property in the proxy target");
          }
          if (settingNonConfigurable && own.isConfigurable()) {
            throw t.broken(
                agent,
                "trap returned truish for defining non-configurable property '"
                    + key
                    + "' which is either non-existent or configurable in the proxy target");
          }
          if (own.isData()
              && !own.isConfigurable()
              && own.isWritable()
              && desc.hasWritable()
              && !desc.isWritable()) {
            throw t.broken(
                agent,
                "trap returned truish for defining non-configurable property '"
                    + key
                    + "' which cannot be non-writable");
          }
          return true;
        });
  }

  /// `[[HasProperty]]`, section 10.5.7.
  @Override
  public boolean hasProperty(Agent agent, PropertyKey key) {
    return within(
        agent,
        "has",
        t -> {
          if (t.function == null) {
            return t.target.hasProperty(agent, key);
          }
          boolean answer = t.test(agent, t.target, key.toValue(agent));
          if (!answer) {
            PropertyDescriptor own = t.target.getOwnProperty(agent, key);
            if (own != null) {
              if (!own.isConfigurable()) {
                throw t.broken(
                    agent,
                    "trap returned falsish for property '"
                        + key
                        + "' which exists in the proxy target as non-configurable");
              }
              if (!t.target.isExtensible(agent)) {
                throw t.broken(
                    agent,
                    "trap returned falsish for property '"
                        + key
                        + "' but the proxy target is not extensible");
              }
            }
          }
          return answer;
        });
  }

  /// `[[Get]]`, section 10.5.8.
  @Override
  public Object get(Agent agent, PropertyKey key, Object receiver) {
    return within(
        agent,
        "get",
        t -> {
          if (t.function == null) {
            return t.target.get(agent, key, receiver);
          }
          Object value = t.call(agent, t.target, key.toValue(agent), receiver);
          PropertyDescriptor own = t.target.getOwnProperty(agent, key);
          if (own != null && !own.isConfigurable()) {
            if (own.isData()
                && !own.isWritable()
                && !TestingAndComparison.sameValue(value, own.valueOrUndefined())) {
              throw t.broken(
                  agent,
                  "property '"
                      + key
                      + "' is a read-only and non-configurable data property on the proxy target"
                      + " but the proxy did not return its actual value (expected '"
                      + ErrorMessages.show(own.valueOrUndefined())
                      + "' but got '"
                      + ErrorMessages.show(value)
                      + "')");
            }
            if (own.isAccessor()
                && own.getter() == Undefined.UNDEFINED
                && value != Undefined.UNDEFINED) {
              throw t.broken(
                  agent,
                  "property '"
                      + key
                      + "' is a non-configurable accessor property on the proxy target and does not"
                      + " have a getter function, but the trap did not return 'undefined' (got '"
                      + ErrorMessages.show(value)
                      + "')");
            }
          }
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
        t -> {
          if (t.function == null) {
            return t.target.set(agent, key, value, receiver);
          }
          if (!t.test(agent, t.target, key.toValue(agent), value, receiver)) {
            return false;
          }
          PropertyDescriptor own = t.target.getOwnProperty(agent, key);
          if (own != null && !own.isConfigurable()) {
            if (own.isData()
                && !own.isWritable()
                && !TestingAndComparison.sameValue(value, own.valueOrUndefined())) {
              throw t.broken(
                  agent,
                  "trap returned truish for property '"
                      + key
                      + "' which exists in the proxy target as a non-configurable and non-writable"
                      + " data property with a different value");
            }
            if (own.isAccessor() && own.setter() == Undefined.UNDEFINED) {
              throw t.broken(
                  agent,
                  "trap returned truish for property '"
                      + key
                      + "' which exists in the proxy target as a non-configurable and non-writable"
                      + " accessor property without a setter");
            }
          }
          return true;
        });
  }

  /// `[[Delete]]`, section 10.5.10.
  @Override
  public boolean delete(Agent agent, PropertyKey key) {
    return within(
        agent,
        "deleteProperty",
        t -> {
          if (t.function == null) {
            return t.target.delete(agent, key);
          }
          if (!t.test(agent, t.target, key.toValue(agent))) {
            return false;
          }
          PropertyDescriptor own = t.target.getOwnProperty(agent, key);
          if (own != null) {
            if (!own.isConfigurable()) {
              throw t.broken(
                  agent,
                  "trap returned truish for property '"
                      + key
                      + "' which is non-configurable in the proxy target");
            }
            if (!t.target.isExtensible(agent)) {
              throw t.broken(
                  agent,
                  "trap returned truish for property '"
                      + key
                      + "' but the proxy target is non-extensible");
            }
          }
          return true;
        });
  }

  /// `[[OwnPropertyKeys]]`, section 10.5.11.
  @Override
  public List<PropertyKey> ownPropertyKeys(Agent agent) {
    return within(
        agent,
        "ownKeys",
        t -> {
          if (t.function == null) {
            return t.target.ownPropertyKeys(agent);
          }
          List<PropertyKey> keys = keysOf(agent, t);
          var unchecked = new LinkedHashSet<PropertyKey>(keys);
          boolean extensible = t.target.isExtensible(agent);
          List<PropertyKey> configurable = new ArrayList<>();
          List<PropertyKey> fixed = new ArrayList<>();
          for (PropertyKey key : t.target.ownPropertyKeys(agent)) {
            PropertyDescriptor own = t.target.getOwnProperty(agent, key);
            (own != null && !own.isConfigurable() ? fixed : configurable).add(key);
          }
          removeAll(agent, t, unchecked, fixed);
          if (!extensible) {
            removeAll(agent, t, unchecked, configurable);
            if (!unchecked.isEmpty()) {
              throw t.broken(agent, "trap returned extra keys but proxy target is non-extensible");
            }
          }
          return keys;
        });
  }

  private static void removeAll(
      Agent agent, Trap t, Set<PropertyKey> unchecked, List<PropertyKey> required) {
    for (PropertyKey key : required) {
      if (!unchecked.remove(key)) {
        throw t.broken(agent, "trap result did not include '" + key + "'");
      }
    }
  }

  private static List<PropertyKey> keysOf(Agent agent, Trap t) {
    Object answer = t.call(agent, t.target);
    List<PropertyKey> keys = new ArrayList<>();
    Set<PropertyKey> seen = new LinkedHashSet<>();
    for (Object key : ObjectOperations.createListFromArrayLike(agent, answer)) {
      if (!(key instanceof JsString) && !(key instanceof Symbol)) {
        throw agent.typeError(ErrorMessages.show(key) + " is not a valid property name");
      }
      PropertyKey propertyKey = TypeConversion.toPropertyKey(agent, key);
      if (!seen.add(propertyKey)) {
        throw t.broken(agent, "trap returned duplicate entries");
      }
      keys.add(propertyKey);
    }
    return keys;
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
        t ->
            t.function == null
                ? t.target.call(agent, thisValue, args)
                : t.call(
                    agent, t.target, thisValue, ObjectOperations.createArray(agent, args.clone())));
  }

  /// `[[Construct]]`, section 10.5.13.
  @Override
  public JsObject construct(Agent agent, Object[] args, JsObject newTarget) {
    return within(
        agent,
        "construct",
        t -> {
          if (t.function == null) {
            return t.target.construct(agent, args, newTarget);
          }
          Object result =
              t.call(agent, t.target, ObjectOperations.createArray(agent, args.clone()), newTarget);
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
