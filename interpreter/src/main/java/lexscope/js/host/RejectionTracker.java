package lexscope.js.host;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import lexscope.gc.RootKind;
import lexscope.gc.RootSource;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.intrinsics.PromiseObject;
import org.jspecify.annotations.Nullable;

/// HostPromiseRejectionTracker (27.2.1.9): the promises that were rejected without a handler and
/// have not got one since. They are roots until they are reported.
public final class RejectionTracker implements RootSource {
  private static final RootKind REJECTIONS = new RootKind("unhandled rejections");

  private final Set<PromiseObject> pending = new LinkedHashSet<>();

  /// A promise was rejected and nobody handles it.
  public void rejected(PromiseObject promise) {
    pending.add(promise);
  }

  /// A handler was added to a rejected promise.
  public void handled(PromiseObject promise) {
    pending.remove(promise);
  }

  /// Takes the first promise whose rejection nobody handled; null if there is none.
  @Nullable PromiseObject takeFirst() {
    Iterator<PromiseObject> all = pending.iterator();
    if (!all.hasNext()) {
      return null;
    }
    PromiseObject first = all.next();
    all.remove();
    return first;
  }

  @Override
  public void visitRoots(TracingRule rule, RootVisitor visitor) {
    for (PromiseObject promise : pending) {
      visitor.root(REJECTIONS, "promise", promise);
    }
  }
}
