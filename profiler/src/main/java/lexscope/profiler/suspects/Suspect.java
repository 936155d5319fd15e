package lexscope.profiler.suspects;

import java.util.List;
import java.util.Locale;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.paths.RetentionPath;

/// Something that may be a leak.
///
/// @param sort what sort of suspect it is
/// @param title what was found, in a few words
/// @param evidence the numbers that speak for it, a line each
/// @param count how many nodes it is about
/// @param bytes what goes with them one by one, none counted twice; of duplicated strings what one
///   copy of each would save
/// @param example the node that retains most, or a copy of the string
/// @param path the shortest path to the example
public record Suspect(
    Sort sort,
    String title,
    List<String> evidence,
    int count,
    long bytes,
    NodeDescription example,
    RetentionPath path) {
  /// Keeps a copy of the list.
  public Suspect {
    evidence = List.copyOf(evidence);
  }

  /// A sort of suspect.
  public enum Sort {
    /// An array, Map, Set or object used as a table with many entries of one class.
    CONTAINER,
    /// Environment Records each of which keeps the one before it alive.
    RECORD_CHAIN,
    /// Environment Records of one function that keep much alive.
    RECORDS,
    /// A long list of linked objects.
    LINKED_LIST,
    /// Elements that are in no document any more.
    DETACHED_ELEMENTS,
    /// Timers that are still to fire.
    TIMERS,
    /// Listeners that are still registered.
    LISTENERS,
    /// Equal strings.
    DUPLICATED_STRINGS;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    /// The name in answers.
    public String label() {
      return label;
    }
  }
}
