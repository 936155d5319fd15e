package lexscope.js.intrinsics;

import java.util.ArrayDeque;
import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.value.JsObject;
import lexscope.js.value.Null;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A DisposeCapability Record, section 9.2.1: resources that are disposed of in reverse order when
/// a block is left, or when a stack of them is disposed of.
///
/// Disposal ([#step]) runs until something must be awaited; whoever awaits it goes on afterwards.
public final class DisposeCapability extends Cell {
  private enum Use {
    /// The method is called on the value.
    RECEIVER,
    /// A synchronous method is called on the value, as if it were asynchronous.
    RECEIVER_AS_ASYNC,
    /// The function is called with the value.
    ARGUMENT,
    /// The function is called without the value.
    DEFERRED
  }

  private record Resource(Object value, Use use, boolean async, @Nullable JsObject method) {}

  private final ArrayDeque<Resource> resources = new ArrayDeque<>();
  private @Nullable Object error;
  private boolean needsAwait;
  private boolean hasAwaited;

  private DisposeCapability() {}

  /// NewDisposeCapability, section 9.2.3.
  public static DisposeCapability create(Agent agent) {
    return agent.heap().allocate(new DisposeCapability());
  }

  /// AddDisposableResource, section 9.2.4, of a value that brings its own method.
  ///
  /// @throws ThrowCompletion a TypeError if it has none
  public void add(Agent agent, Object value, boolean async) {
    if (value == Undefined.UNDEFINED || value == Null.NULL) {
      if (async) {
        resources.push(new Resource(Undefined.UNDEFINED, Use.RECEIVER, true, null));
      }
      return;
    }
    JsObject object = ObjectOperations.requireObject(agent, value);
    JsObject method = null;
    Use use = Use.RECEIVER;
    if (async) {
      method = ObjectOperations.getMethod(agent, object, agent.symbols().asyncDispose().key());
    }
    if (method == null) {
      method = ObjectOperations.getMethod(agent, object, agent.symbols().dispose().key());
      use = async ? Use.RECEIVER_AS_ASYNC : Use.RECEIVER;
    }
    if (method == null) {
      throw agent.typeError(
          ErrorMessages.show(value) + (async ? " is not async disposable" : " is not disposable"));
    }
    resources.push(new Resource(object, use, async, method));
  }

  /// Adds a function that is called with a value.
  void adopt(Object value, JsObject onDispose, boolean async) {
    resources.push(new Resource(value, Use.ARGUMENT, async, onDispose));
  }

  /// Adds a function that is called.
  void defer(JsObject onDispose, boolean async) {
    resources.push(new Resource(Undefined.UNDEFINED, Use.DEFERRED, async, onDispose));
  }

  /// Takes over the resources of another, which has none afterwards.
  void takeFrom(DisposeCapability other) {
    resources.addAll(other.resources);
    other.resources.clear();
  }

  /// Disposal begins although something was thrown.
  public void thrown(Object value) {
    error = value;
  }

  /// DisposeResources, section 9.2.8, up to the next Await: the value to await; null at the end.
  ///
  /// @throws ThrowCompletion at the end, what the disposal of resources threw, or what was thrown
  ///   before
  public @Nullable Object step(Agent agent) {
    while (!resources.isEmpty()) {
      Resource resource = resources.peek();
      if (!resource.async() && needsAwait && !hasAwaited) {
        needsAwait = false;
        return Undefined.UNDEFINED;
      }
      resources.pop();
      JsObject method = resource.method();
      if (method == null) {
        needsAwait = true;
        continue;
      }
      int mark = agent.handles().mark();
      agent.handles().push(method);
      agent.handles().push(resource.value());
      try {
        Object result = dispose(agent, resource, method);
        if (resource.async()) {
          hasAwaited = true;
          return result;
        }
      } catch (ThrowCompletion completion) {
        failed(agent, completion.value());
      }
      agent.handles().release(mark);
    }
    if (needsAwait && !hasAwaited) {
      needsAwait = false;
      return Undefined.UNDEFINED;
    }
    Object last = error;
    if (last != null) {
      error = null;
      throw new ThrowCompletion(last);
    }
    return null;
  }

  private static Object dispose(Agent agent, Resource resource, JsObject method) {
    return switch (resource.use()) {
      case RECEIVER -> ObjectOperations.call(agent, method, resource.value());
      case ARGUMENT -> ObjectOperations.call(agent, method, Undefined.UNDEFINED, resource.value());
      case DEFERRED -> ObjectOperations.call(agent, method, Undefined.UNDEFINED);
      case RECEIVER_AS_ASYNC -> {
        PromiseObject promise = PromiseOperations.newPromise(agent);
        agent.handles().push(promise);
        try {
          ObjectOperations.call(agent, method, resource.value());
          PromiseOperations.resolvePromise(agent, promise, Undefined.UNDEFINED);
        } catch (ThrowCompletion completion) {
          PromiseOperations.rejectPromise(agent, promise, completion.value());
        }
        yield promise;
      }
    };
  }

  /// Disposing of a resource, or what was awaited for it, threw.
  public void failed(Agent agent, Object thrown) {
    Object before = error;
    error = before == null ? thrown : ErrorConstructors.suppressed(agent, thrown, before);
  }

  @Override
  public long shallowBytes() {
    return 24 + 24L * resources.size();
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    for (Resource resource : resources) {
      visitor.edge(EdgeKind.INTERNAL, "[[ResourceValue]]", resource.value());
      visitor.edge(EdgeKind.INTERNAL, "[[DisposeMethod]]", resource.method());
    }
    visitor.edge(EdgeKind.INTERNAL, "completion", error);
  }

  @Override
  public CellKind kind() {
    return CellKind.HIDDEN;
  }

  @Override
  public String name() {
    return "DisposeCapability";
  }
}
