package lexscope.js.regexp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Canonicalize (section 22.2.2.7.3) and its inverse, in its two kinds: simple case folding for
/// flags `u` and `v`, mapping to upper case without them. A kind is a partition of the characters
/// into classes of equals; characters that are equal to themselves alone are not stored.
final class CaseFolding {
  /// Kinds are built when a pattern first needs them.
  private static final class Simple {
    static final CaseFolding INSTANCE = new CaseFolding(simpleClasses());
  }

  private static final class Upper {
    static final CaseFolding INSTANCE = new CaseFolding(upperClasses());
  }

  /// Every character of a class with more than one member, sorted.
  private final int[] members;

  /// What Canonicalize gives for the member at the same place.
  private final int[] canonical;

  /// The class of the member at the same place.
  private final int[] classOf;

  /// Classes, each with its canonical character first.
  private final List<int[]> classes;

  private final CodePointSet memberSet;
  private final CodePointSet nonCanonicalSet;

  private CaseFolding(List<int[]> classes) {
    this.classes = classes;
    int count = 0;
    for (int[] one : classes) {
      count += one.length;
    }
    long[] sorted = new long[count];
    int at = 0;
    for (int i = 0; i < classes.size(); i++) {
      for (int member : classes.get(i)) {
        sorted[at++] = (long) member << 32 | i;
      }
    }
    Arrays.sort(sorted);
    members = new int[count];
    canonical = new int[count];
    classOf = new int[count];
    var all = new CodePointSet.Builder();
    var moved = new CodePointSet.Builder();
    for (int i = 0; i < count; i++) {
      members[i] = (int) (sorted[i] >> 32);
      classOf[i] = (int) sorted[i];
      canonical[i] = classes.get(classOf[i])[0];
      all.add(members[i]);
      if (canonical[i] != members[i]) {
        moved.add(members[i]);
      }
    }
    memberSet = all.build();
    nonCanonicalSet = moved.build();
  }

  /// Simple case folding (`scf`) if `unicode`, else the rule by upper case for code units.
  static CaseFolding of(boolean unicode) {
    return unicode ? Simple.INSTANCE : Upper.INSTANCE;
  }

  /// The character that stands for all that are equal to this one.
  int canonicalize(int character) {
    int found = Arrays.binarySearch(members, character);
    return found < 0 ? character : canonical[found];
  }

  /// Characters that change under Canonicalize.
  CodePointSet nonCanonical() {
    return nonCanonicalSet;
  }

  /// Everything that is equal to a member of the set.
  CodePointSet closure(CodePointSet set) {
    CodePointSet touched = set.intersect(memberSet);
    if (touched.isEmpty()) {
      return set;
    }
    var out = new CodePointSet.Builder();
    out.add(set);
    for (int i = 0; i < touched.rangeCount(); i++) {
      int at = Arrays.binarySearch(members, touched.first(i));
      for (; at < members.length && members[at] <= touched.last(i); at++) {
        for (int member : classes.get(classOf[at])) {
          out.add(member);
        }
      }
    }
    return out.build();
  }

  /// MaybeSimpleCaseFolding (section 22.2.2.9.3) for a pattern that ignores case: every member
  /// replaced by its folding.
  CodePointSet fold(CodePointSet set) {
    CodePointSet touched = set.intersect(nonCanonicalSet);
    if (touched.isEmpty()) {
      return set;
    }
    var out = new CodePointSet.Builder();
    out.add(set.subtract(nonCanonicalSet));
    for (int i = 0; i < touched.rangeCount(); i++) {
      for (int member = touched.first(i); member <= touched.last(i); member++) {
        out.add(canonicalize(member));
      }
    }
    return out.build();
  }

  private static List<int[]> simpleClasses() {
    int[] numbers = UnicodeTables.instance().numbers('f', "simple");
    var classes = new ArrayList<int[]>();
    int previous = 0;
    for (int i = 0; numbers != null && i < numbers.length; ) {
      int[] members = new int[numbers[i++] + 1];
      previous += unzigzag(numbers[i++]);
      members[0] = previous;
      for (int j = 1; j < members.length; j++) {
        members[j] = previous + unzigzag(numbers[i++]);
      }
      classes.add(members);
    }
    return classes;
  }

  private static int unzigzag(int n) {
    return n >>> 1 ^ -(n & 1);
  }

  private static List<int[]> upperClasses() {
    SortedMap<Integer, TreeSet<Integer>> byUpper = new TreeMap<>();
    for (int unit = 0; unit <= 0xffff; unit++) {
      int upper = toUpper((char) unit);
      if (upper != unit) {
        byUpper.computeIfAbsent(upper, _ -> new TreeSet<>()).add(unit);
      }
    }
    var classes = new ArrayList<int[]>();
    byUpper.forEach((upper, units) -> {
      var members = new ArrayList<Integer>();
      members.add(upper);
      units.stream().filter(unit -> !unit.equals(upper)).forEach(members::add);
      classes.add(members.stream().mapToInt(Integer::intValue).toArray());
    });
    return classes;
  }

  /// Steps 3 to 9 of Canonicalize: only a mapping to one code unit counts, and none from outside
  /// ASCII into it.
  private static int toUpper(char unit) {
    int simple = Character.toUpperCase((int) unit);
    if (simple == unit) {
      return unit;
    }
    String full = String.valueOf(unit).toUpperCase(Locale.ROOT);
    if (full.length() != 1 || unit >= 128 && full.charAt(0) < 128) {
      return unit;
    }
    return full.charAt(0);
  }
}
