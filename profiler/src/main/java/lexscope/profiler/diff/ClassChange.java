package lexscope.profiler.diff;

import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// How one sort of node changed from one snapshot to another.
///
/// @param type what the nodes are
/// @param site where they were made, where the comparison tells sites apart; else null
/// @param countBefore how many there were
/// @param countAfter how many there are
/// @param added how many are new; without ids, how many more there are
/// @param removed how many are gone; without ids, how many fewer there are
/// @param bytesBefore their shallow bytes before
/// @param bytesAfter their shallow bytes after
/// @param addedBytes the bytes of the new ones
/// @param removedBytes the bytes of those that are gone
public record ClassChange(
    NodeClass type,
    @Nullable SourceLocation site,
    int countBefore,
    int countAfter,
    int added,
    int removed,
    long bytesBefore,
    long bytesAfter,
    long addedBytes,
    long removedBytes) {
  /// Bytes after less bytes before.
  public long deltaBytes() {
    return bytesAfter - bytesBefore;
  }

  /// Whether anything came or went.
  public boolean isChange() {
    return added != 0 || removed != 0 || bytesBefore != bytesAfter;
  }
}
