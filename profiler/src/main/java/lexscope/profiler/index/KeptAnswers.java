package lexscope.profiler.index;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which answers an index keeps: the newest ones, so many and so large that they stay small beside
/// the file that they are about.
final class KeptAnswers {
  private static final String PREFIX = "answer ";
  private static final int MOST = 64;
  private static final long LEAST_BYTES = 1 << 22;
  private static final int PART_OF_FILE = 8;
  private static final int LONGEST_QUESTION = 1 << 12;

  private KeptAnswers() {}

  /// The section of an answer.
  static String section(String question) {
    return PREFIX + question;
  }

  /// Whether an answer is worth its room.
  ///
  /// @param size the bytes of the file
  static boolean isKept(String question, String answer, long size) {
    return question.length() <= LONGEST_QUESTION && bytes(answer) <= mostBytes(size);
  }

  private static long bytes(String answer) {
    return (long) Character.BYTES * answer.length();
  }

  private static long mostBytes(long size) {
    return LEAST_BYTES + size / PART_OF_FILE;
  }

  /// Sections that have to go.
  ///
  /// @param made new answers by their sections
  /// @param size the bytes of the file
  static Set<String> dropped(@Nullable IndexFile old, Map<String, String> made, long size) {
    Map<String, Long> all = new LinkedHashMap<>();
    if (old != null) {
      old.sections()
          .forEach((name, section) -> {
            if (name.startsWith(PREFIX)) {
              all.put(name, section.length());
            }
          });
    }
    made.forEach((name, answer) -> {
      all.remove(name);
      all.put(name, bytes(answer));
    });
    long total = all.values().stream().mapToLong(Long::longValue).sum();
    int count = all.size();
    Set<String> dropped = new LinkedHashSet<>();
    for (Map.Entry<String, Long> oldest : all.entrySet()) {
      if (count <= MOST && total <= mostBytes(size)) {
        break;
      }
      dropped.add(oldest.getKey());
      count--;
      total -= oldest.getValue();
    }
    return dropped;
  }
}
