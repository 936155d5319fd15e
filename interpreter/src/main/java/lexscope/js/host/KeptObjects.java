package lexscope.js.host;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.Cell;
import lexscope.gc.RootKind;
import lexscope.gc.RootSource;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import org.jspecify.annotations.Nullable;

/// The agent's `[[KeptAlive]]` list (9.9, AddToKeptObjects): what WeakRefs showed to the running
/// job stays alive until that job is done.
public final class KeptObjects implements RootSource {
  private static final RootKind KEPT = new RootKind("kept-alive WeakRef targets");

  private final List<Object> kept = new ArrayList<>();
  private @Nullable Object last;

  /// 9.12 AddToKeptObjects ( value ).
  public void add(Object value) {
    if (value instanceof Cell && value != last) {
      kept.add(value);
      last = value;
    }
  }

  /// 9.11 ClearKeptObjects ( ).
  public void clear() {
    kept.clear();
    last = null;
  }

  @Override
  public void visitRoots(TracingRule rule, RootVisitor visitor) {
    for (Object value : kept) {
      visitor.root(KEPT, "running job", value);
    }
  }
}
