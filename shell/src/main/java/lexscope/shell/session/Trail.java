package lexscope.shell.session;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The nodes that the user went to, as a browser keeps pages: `back` and `forward` move along them,
/// and going somewhere else forgets those ahead.
final class Trail {
  private final List<Long> ids = new ArrayList<>();
  private int at = -1;

  /// The id of the node that the user is at, or nothing.
  OptionalLong current() {
    return at < 0 ? OptionalLong.empty() : OptionalLong.of(ids.get(at));
  }

  /// Goes to a node.
  void go(long id) {
    if (at >= 0 && ids.get(at) == id) {
      return;
    }
    ids.subList(at + 1, ids.size()).clear();
    ids.add(id);
    at = ids.size() - 1;
  }

  /// Goes back; answers whether there was anything to go back to.
  boolean back() {
    if (at <= 0) {
      return false;
    }
    at--;
    return true;
  }

  /// Goes forward again; answers whether there was anything ahead.
  boolean forward() {
    if (at >= ids.size() - 1) {
      return false;
    }
    at++;
    return true;
  }

  /// Forgets everything: the ids are of another heap.
  void clear() {
    ids.clear();
    at = -1;
  }
}
