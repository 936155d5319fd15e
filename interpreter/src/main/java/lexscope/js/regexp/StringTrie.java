package lexscope.js.regexp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The strings of a class, to be matched all at once. One walk finds every length that matches; the
/// matcher then tries them from the longest to the shortest, as CompileAtom (section 22.2.2.7)
/// orders them.
final class StringTrie {
  /// A state and what follows it, sorted by character.
  private static final class State {
    int[] characters = {};
    State[] next = {};
    boolean accepts;
  }

  private final State root;
  private final boolean backward;
  private final @Nullable CaseFolding folding;

  private final CodePointSet single;
  private final int maxEnds;

  private StringTrie(
      State root,
      CodePointSet single,
      int maxEnds,
      boolean backward,
      @Nullable CaseFolding folding) {
    this.root = root;
    this.single = single;
    this.maxEnds = maxEnds;
    this.backward = backward;
    this.folding = folding;
  }

  /// A trie of strings and single characters.
  ///
  /// @param folding null if case matters; else strings and characters have been folded already
  static StringTrie of(ClassSet set, boolean backward, @Nullable CaseFolding folding) {
    State root = new State();
    fill(root, set.strings(), backward);
    int longest = 1;
    for (String string : set.strings()) {
      longest = Math.max(longest, string.codePointCount(0, string.length()));
    }
    return new StringTrie(root, set.characters(), longest + 1, backward, folding);
  }

  /// Builds states level by level; strings that end in a state make it accept.
  private static void fill(State root, SortedSet<String> strings, boolean backward) {
    record Work(State state, List<int[]> rest, int depth) {}
    var lists = new ArrayList<int[]>();
    for (String string : strings) {
      int[] characters = string.codePoints().toArray();
      if (backward) {
        for (int i = 0, j = characters.length - 1; i < j; i++, j--) {
          int kept = characters[i];
          characters[i] = characters[j];
          characters[j] = kept;
        }
      }
      lists.add(characters);
    }
    var work = new ArrayList<Work>();
    work.add(new Work(root, lists, 0));
    while (!work.isEmpty()) {
      Work one = work.removeLast();
      var byCharacter = new TreeMap<Integer, List<int[]>>();
      for (int[] string : one.rest) {
        if (string.length == one.depth) {
          one.state.accepts = true;
        } else {
          byCharacter.computeIfAbsent(string[one.depth], _ -> new ArrayList<>()).add(string);
        }
      }
      int size = byCharacter.size();
      one.state.characters = new int[size];
      one.state.next = new State[size];
      int at = 0;
      for (var entry : byCharacter.entrySet()) {
        State next = new State();
        one.state.characters[at] = entry.getKey();
        one.state.next[at++] = next;
        work.add(new Work(next, entry.getValue(), one.depth + 1));
      }
    }
  }

  /// Finds where matches that start at `from` may end, from the nearest to the farthest.
  ///
  /// @param ends receives the places; it must have room for {@link #maxEnds()} of them
  /// @return how many there are
  int match(String input, int from, int[] ends) {
    int count = 0;
    State state = root;
    int at = from;
    int depth = 0;
    while (true) {
      if (state.accepts) {
        ends[count++] = at;
      }
      if (backward ? at == 0 : at == input.length()) {
        return count;
      }
      int character = backward ? input.codePointBefore(at) : input.codePointAt(at);
      at += backward ? -Character.charCount(character) : Character.charCount(character);
      character = folding == null ? character : folding.canonicalize(character);
      int found = Arrays.binarySearch(state.characters, character);
      if (depth++ == 0 && single.contains(character) && (found < 0 || !state.next[found].accepts)) {
        ends[count++] = at;
      }
      if (found < 0) {
        return count;
      }
      state = state.next[found];
    }
  }

  /// How many ends one match can have at most.
  int maxEnds() {
    return maxEnds;
  }
}
