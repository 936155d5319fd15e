package lexscope.profiler.capture;

import lexscope.gc.ScopeUnit;
import lexscope.profiler.graph.ScopeTable;

/// Describes the scopes of source texts of which no heap is there.
public final class SourceScopeTable {
  private SourceScopeTable() {}

  /// The scopes of one text, in pre-order.
  public static ScopeTable of(ScopeUnit unit) {
    return ScopeCollector.table(unit);
  }
}
