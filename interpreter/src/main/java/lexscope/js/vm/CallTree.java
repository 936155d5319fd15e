package lexscope.js.vm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lexscope.gc.SourcePlace;
import org.jspecify.annotations.Nullable;

/// The calls in which cells were made, as a tree: a call hangs on the one that made it, and chains
/// with the same beginning share it. Calls have numbers from 2 on in the order in which they were
/// met; [#ROOT] is no call. It holds places and names, no cells.
///
/// Memory is linear in the number of distinct chains.
public final class CallTree {
  /// The number of what all calls hang on.
  public static final int ROOT = 1;

  // What a frame of a chain is, in the low bits of its code; above them the number of its
  // allocation site, or of its name.
  private static final int KIND_BITS = 3;
  private static final int RUNNING = 0;
  private static final int WAITING = 1;
  private static final int STATIC_INITIALIZER = 2;
  private static final int NAMED = 3;
  private static final int COMBINATOR = 4;

  /// One call.
  ///
  /// @param function the function that was called; built-in functions have no places
  /// @param place where it stood; null in a built-in function
  /// @param waiting whether it is an async function that waited for what ran
  public record Call(Function function, @Nullable SourcePlace place, boolean waiting) {}

  /// A function.
  ///
  /// @param name its name, or what stands for one
  /// @param place where it begins; null if it is built in
  public record Function(String name, @Nullable SourcePlace place) {}

  private final AllocationSites sites;
  private final List<Function> names = new ArrayList<>();
  private final Map<Function, Integer> numbers = new HashMap<>();
  private int[] callers = new int[64];
  private int[] frames = new int[64];
  private long[] counts = new long[64];
  private long[] bytes = new long[64];
  private int size = ROOT;
  private int[] slots = new int[128];

  CallTree(AllocationSites sites) {
    this.sites = sites;
  }

  // ---- growing ---------------------------------------------------------------------------------

  /// The frame of guest code that runs.
  static int running(int site) {
    return site << KIND_BITS | RUNNING;
  }

  /// The frame of an async function that waits.
  static int waiting(int site) {
    return site << KIND_BITS | WAITING;
  }

  /// The frame of an initializer of a class's own fields.
  static int staticInitializer(int site) {
    return site << KIND_BITS | STATIC_INITIALIZER;
  }

  /// The frame of a function that has no code.
  int named(String name, @Nullable SourcePlace place) {
    return numberOf(new Function(name, place)) << KIND_BITS | NAMED;
  }

  /// The frame of `Promise.all` or the like that waits.
  int combinator(String name) {
    return numberOf(new Function("Promise." + name, null)) << KIND_BITS | COMBINATOR;
  }

  private int numberOf(Function function) {
    Integer known = numbers.get(function);
    if (known == null) {
      known = names.size();
      names.add(function);
      numbers.put(function, known);
    }
    return known;
  }

  /// The call of a frame from a call. Cost: constant, amortised.
  int call(int caller, int frame) {
    int mask = slots.length - 1;
    int at = hash(caller, frame) & mask;
    while (slots[at] != 0) {
      int known = slots[at];
      if (callers[known] == caller && frames[known] == frame) {
        return known;
      }
      at = at + 1 & mask;
    }
    int made = ++size;
    if (made == callers.length) {
      callers = Arrays.copyOf(callers, made * 2);
      frames = Arrays.copyOf(frames, made * 2);
      counts = Arrays.copyOf(counts, made * 2);
      bytes = Arrays.copyOf(bytes, made * 2);
    }
    callers[made] = caller;
    frames[made] = frame;
    slots[at] = made;
    if (made * 2 > slots.length) {
      rehash();
    }
    return made;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int each = ROOT + 1; each <= size; each++) {
      int at = hash(callers[each], frames[each]) & mask;
      while (slots[at] != 0) {
        at = at + 1 & mask;
      }
      slots[at] = each;
    }
  }

  private static int hash(int caller, int frame) {
    long mixed = ((long) caller << 32 ^ frame) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }

  /// A call made a cell of so many bytes.
  void made(int call, long size) {
    counts[call]++;
    bytes[call] += size;
  }

  /// A call made a cell larger.
  void grew(int call, long more) {
    bytes[call] += more;
  }

  // ---- asking ----------------------------------------------------------------------------------

  /// The largest number of a call; [#ROOT] if there are none.
  public int last() {
    return size;
  }

  /// The call that made a call, or the root; always a smaller number.
  public int caller(int call) {
    return callers[call];
  }

  /// How many cells a call made, not counting those that calls from it made.
  public long count(int call) {
    return counts[call];
  }

  /// How large the cells were, and by how much it made others larger.
  public long bytes(int call) {
    return bytes[call];
  }

  /// What a call is.
  public Call call(int number) {
    int frame = frames[number];
    int kind = frame & (1 << KIND_BITS) - 1;
    int value = frame >>> KIND_BITS;
    if (kind == NAMED || kind == COMBINATOR) {
      return new Call(names.get(value), null, kind == COMBINATOR);
    }
    AllocationSites.Site site = sites.known(value);
    Function function = sites.function(value);
    return new Call(
        kind == STATIC_INITIALIZER
            ? new Function("<static_initializer>", function.place())
            : function,
        site.place(),
        kind == WAITING);
  }

  /// The allocation site of a call; 0 if it is a built-in function's, or waited.
  int site(int call) {
    int kind = frames[call] & (1 << KIND_BITS) - 1;
    return kind == RUNNING || kind == STATIC_INITIALIZER ? frames[call] >>> KIND_BITS : 0;
  }
}
