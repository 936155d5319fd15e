package lexscope.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The names of the snapshots that one run has taken: the second `NAME` is `NAME#2`, and so on;
/// `end` is the idle program.
final class SnapshotNames {
  /// The heap when the program is idle.
  static final String END = "end";

  private static final int MOST_LISTED = 20;

  private final Map<String, Integer> counts = new LinkedHashMap<>();

  /// The name of the next snapshot that the program calls `name`.
  String next(String name) {
    int count = counts.merge(name, 1, Integer::sum);
    if (name.equals(END)) {
      count++;
    }
    return count == 1 ? name : name + "#" + count;
  }

  /// Whether a snapshot is the one asked for: files may be given without their folders.
  static boolean matches(String snapshot, String asked) {
    return snapshot.equals(asked) || snapshot.endsWith("/" + asked);
  }

  /// All names for a message.
  String list() {
    List<String> texts = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (texts.size() == MOST_LISTED) {
        texts.add("and " + (counts.size() - MOST_LISTED) + " more");
        break;
      }
      int last = entry.getValue() + (entry.getKey().equals(END) ? 1 : 0);
      String name = entry.getKey();
      texts.add(last == 1 ? name : name + " (to " + name + "#" + last + ")");
    }
    texts.add(END);
    return String.join(", ", texts);
  }
}
