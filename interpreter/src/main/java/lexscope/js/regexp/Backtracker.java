package lexscope.js.regexp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Runs a program against an input. Two things live on one stack of ints: choices, which say where
/// to go on when a path fails, and undo entries, which give registers back the values that they had
/// when the choice below was made. Failing pops undo entries up to the last choice. Nothing
/// recurses, so neither the length of the input nor the number of repetitions matters to the Java
/// stack.
///
/// An entry ends in its tag, `operand << 2 | kind`, below which its data lie:
///
/// | kind | operand | data |
/// |---|---|---|
/// | choice | where to go on | place in the input |
/// | undo | register | its value |
/// | greedy | the loop's instruction | least and present place: it can give back one character at a time |
/// | lazy | the loop's instruction | how many more it may take, present place |
final class Backtracker {
  private static final int CHOICE = 0;
  private static final int UNDO = 1;
  private static final int GREEDY = 2;
  private static final int LAZY = 3;

  /// A match asks whether to go on after so many failed paths (a power of two).
  private static final int POLL_INTERVAL = 4096;

  private final Code code;
  private final boolean unicode;
  private final int groupCount;
  private final String input;
  private final MatchLimits limits;
  private final int[] registers;
  private int[] stack = new int[96];
  private int failures;

  Backtracker(Code code, boolean unicode, int groupCount, String input, MatchLimits limits) {
    this.code = code;
    this.unicode = unicode;
    this.groupCount = groupCount;
    this.input = input;
    this.limits = limits;
    this.registers = new int[code.registers()];
  }

  /// Tries to match at exactly one place.
  ///
  /// @return offsets of the captures, or null
  int @Nullable [] matchAt(int index) {
    // Also counts as a failure: a search may begin at very many places.
    if ((++failures & POLL_INTERVAL - 1) == 0) {
      limits.poll().run();
    }
    Arrays.fill(registers, -1);
    int end = run(index);
    if (end < 0) {
      return null;
    }
    int[] captures = Arrays.copyOf(registers, 2 * (groupCount + 1));
    captures[0] = index;
    captures[1] = end;
    return captures;
  }

  /// The loop over instructions. A `break` out of the switch fails the path.
  ///
  /// @return where the match ends, or -1
  private int run(int start) {
    final int[] words = code.words();
    final CharMatcher[] sets = code.sets();
    final int[] regs = registers;
    final String text = input;
    final int length = text.length();
    int[] stack = this.stack;
    int sp = 0;
    int pc = 0;
    int pos = start;
    while (true) {
      // One instruction pushes at most three ints, apart from those that make room for themselves.
      if (sp + 3 > stack.length) {
        stack = grow(sp + 3);
      }
      switch (words[pc]) {
        case Op.ACCEPT -> {
          return pos;
        }
        case Op.CHAR -> {
          if (pos < length && text.charAt(pos) == words[pc + 1]) {
            pos++;
            pc += 2;
            continue;
          }
        }
        case Op.CHAR2 -> {
          if (pos < length) {
            char unit = text.charAt(pos);
            if (unit == words[pc + 1] || unit == words[pc + 2]) {
              pos++;
              pc += 3;
              continue;
            }
          }
        }
        case Op.STRING -> {
          String literal = code.strings()[words[pc + 1]];
          if (text.startsWith(literal, pos)) {
            pos += literal.length();
            pc += 2;
            continue;
          }
        }
        case Op.SET -> {
          if (pos < length && sets[words[pc + 1]].has(text.charAt(pos))) {
            pos++;
            pc += 2;
            continue;
          }
        }
        case Op.CODE_SET -> {
          if (pos < length) {
            int character = text.codePointAt(pos);
            if (sets[words[pc + 1]].hasCodePoint(character)) {
              pos += Character.charCount(character);
              pc += 2;
              continue;
            }
          }
        }
        case Op.CHAR_BACK -> {
          if (pos > 0 && text.charAt(pos - 1) == words[pc + 1]) {
            pos--;
            pc += 2;
            continue;
          }
        }
        case Op.SET_BACK -> {
          if (pos > 0 && sets[words[pc + 1]].has(text.charAt(pos - 1))) {
            pos--;
            pc += 2;
            continue;
          }
        }
        case Op.CODE_SET_BACK -> {
          if (pos > 0) {
            int character = text.codePointBefore(pos);
            if (sets[words[pc + 1]].hasCodePoint(character)) {
              pos -= Character.charCount(character);
              pc += 2;
              continue;
            }
          }
        }
        case Op.JUMP -> {
          pc = words[pc + 1];
          continue;
        }
        case Op.SPLIT_FIRST -> {
          stack[sp++] = pos;
          stack[sp++] = words[pc + 1] << 2 | CHOICE;
          pc += 2;
          continue;
        }
        case Op.SPLIT_SECOND -> {
          stack[sp++] = pos;
          stack[sp++] = pc + 2 << 2 | CHOICE;
          pc = words[pc + 1];
          continue;
        }
        case Op.SAVE -> {
          int register = words[pc + 1];
          stack[sp++] = regs[register];
          stack[sp++] = register << 2 | UNDO;
          regs[register] = pos;
          pc += 2;
          continue;
        }
        case Op.RESET -> {
          int to = words[pc + 2];
          for (int register = words[pc + 1]; register < to; register++) {
            if (regs[register] >= 0) {
              if (sp + 5 > stack.length) {
                stack = grow(sp + 5);
              }
              stack[sp++] = regs[register];
              stack[sp++] = register << 2 | UNDO;
              regs[register] = -1;
            }
          }
          pc += 3;
          continue;
        }
        case Op.BACK_REFERENCE -> {
          int after = backReference(code.groupLists()[words[pc + 1]], words[pc + 2], pos);
          if (after >= 0) {
            pos = after;
            pc += 3;
            continue;
          }
        }
        case Op.LINE_BOUND -> {
          if (isLineBound(words[pc + 1], pos)) {
            pc += 2;
            continue;
          }
        }
        case Op.WORD_BOUND -> {
          CharMatcher word = sets[words[pc + 1]];
          boolean before = pos > 0 && word.has(text.charAt(pos - 1));
          boolean after = pos < length && word.has(text.charAt(pos));
          if (before == after == (words[pc + 2] != 0)) {
            pc += 3;
            continue;
          }
        }
        case Op.LOOK -> {
          // What the body captures outlives the undo entries that it leaves: its captures are saved
          // beforehand.
          for (int register = words[pc + 3]; register < words[pc + 4]; register++) {
            if (sp + 5 > stack.length) {
              stack = grow(sp + 5);
            }
            stack[sp++] = regs[register];
            stack[sp++] = register << 2 | UNDO;
          }
          regs[words[pc + 1]] = sp;
          regs[words[pc + 1] + 1] = pos;
          pc += 5;
          continue;
        }
        case Op.LOOK_END -> {
          sp = regs[words[pc + 1]];
          pos = regs[words[pc + 1] + 1];
          pc += 2;
          continue;
        }
        case Op.NEGATIVE_LOOK -> {
          regs[words[pc + 1]] = sp;
          stack[sp++] = pos;
          stack[sp++] = words[pc + 2] << 2 | CHOICE;
          pc += 3;
          continue;
        }
        case Op.NEGATIVE_LOOK_END -> sp = unwind(sp, regs[words[pc + 1]]);
        case Op.ZERO -> {
          int register = words[pc + 1];
          stack[sp++] = regs[register];
          stack[sp++] = register << 2 | UNDO;
          regs[register] = 0;
          pc += 2;
          continue;
        }
        case Op.LOOP -> {
          int count = regs[words[pc + 1]];
          int max = words[pc + 3];
          boolean end = max >= 0 && count >= max;
          if (!end && count >= words[pc + 2]) {
            boolean greedy = words[pc + 4] != 0;
            stack[sp++] = pos;
            stack[sp++] = (greedy ? words[pc + 5] : pc + 6) << 2 | CHOICE;
            end = !greedy;
          }
          pc = end ? words[pc + 5] : pc + 6;
          continue;
        }
        case Op.LOOP_NEXT -> {
          int register = words[pc + 1];
          stack[sp++] = regs[register];
          stack[sp++] = register << 2 | UNDO;
          regs[register]++;
          pc = words[pc + 2];
          continue;
        }
        case Op.CONSUMED -> {
          if (regs[words[pc + 1]] != pos) {
            pc += 2;
            continue;
          }
        }
        case Op.CONSUMED_COUNTED -> {
          if (regs[words[pc + 1]] != pos || regs[words[pc + 2]] < words[pc + 3]) {
            pc += 4;
            continue;
          }
        }
        case Op.GREEDY -> {
          int least = repeat(pc, pos, words[pc + 2]);
          if (least >= 0) {
            pos = words[pc + 2] == words[pc + 3] ? least : repeatMore(pc, least);
            if (pos > least && (words[pc + 5] & 2) == 0) {
              stack[sp++] = least;
              stack[sp++] = pos;
              stack[sp++] = pc << 2 | GREEDY;
            }
            pc += 6;
            continue;
          }
        }
        case Op.LAZY -> {
          pos = repeat(pc, pos, words[pc + 2]);
          if (pos >= 0) {
            int max = words[pc + 3];
            int more = max < 0 ? Integer.MAX_VALUE : max - words[pc + 2];
            if (more > 0) {
              stack[sp++] = more;
              stack[sp++] = pos;
              stack[sp++] = pc << 2 | LAZY;
            }
            pc += 6;
            continue;
          }
        }
        case Op.STRINGS -> {
          StringTrie trie = code.tries()[words[pc + 1]];
          int[] ends = new int[trie.maxEnds()];
          int count = trie.match(text, pos, ends);
          if (sp + 2 * count + 3 > stack.length) {
            stack = grow(sp + 2 * count + 3);
          }
          pc += 2;
          for (int i = 0; i < count - 1; i++) {
            stack[sp++] = ends[i];
            stack[sp++] = pc << 2 | CHOICE;
          }
          if (count > 0) {
            pos = ends[count - 1];
            continue;
          }
        }
        default -> {}
      }
      // The path has failed.
      if ((++failures & POLL_INTERVAL - 1) == 0) {
        limits.poll().run();
      }
      boolean found = false;
      while (!found) {
        while (sp > 0 && (stack[sp - 1] & 3) == UNDO) {
          regs[stack[sp - 1] >> 2] = stack[sp - 2];
          sp -= 2;
        }
        if (sp == 0) {
          return -1;
        }
        pc = stack[sp - 1] >> 2;
        pos = stack[sp - 2];
        switch (stack[sp - 1] & 3) {
          case CHOICE -> {
            sp -= 2;
            found = true;
          }
          case GREEDY -> {
            int least = stack[sp - 3];
            pos = giveBack(pc, least, pos);
            found = pos >= 0;
            stack[sp - 2] = pos;
            sp -= pos > least ? 0 : 3;
            pc += 6;
          }
          default -> {
            int more = stack[sp - 3];
            pos = takeMore(pc, pos, more);
            found = pos >= 0;
            stack[sp - 3] = more == Integer.MAX_VALUE ? more : more - 1;
            stack[sp - 2] = pos;
            sp -= found && more > 1 ? 0 : 3;
            pc += 6;
          }
        }
      }
    }
  }

  /// Makes the stack at least so large.
  private int[] grow(int needed) {
    if (needed > limits.stackInts()) {
      throw new BacktrackLimitException();
    }
    int size = (int) Math.min(2L * stack.length, limits.stackInts());
    stack = Arrays.copyOf(stack, Math.max(size, needed));
    return stack;
  }

  /// Drops all entries above a height, giving registers their values back.
  private int unwind(int from, int to) {
    int sp = from;
    while (sp > to) {
      int tag = stack[sp - 1];
      switch (tag & 3) {
        case UNDO -> {
          registers[tag >> 2] = stack[sp - 2];
          sp -= 2;
        }
        case CHOICE -> sp -= 2;
        default -> sp -= 3;
      }
    }
    return sp;
  }

  /// BackreferenceMatcher (section 22.2.2.7.2).
  ///
  /// @return the place behind what was captured before, or -1
  private int backReference(int[] groups, int kind, int pos) {
    for (int group : groups) {
      int from = registers[2 * group];
      int to = registers[2 * group + 1];
      if (from < 0 || to < 0) {
        continue;
      }
      boolean backward = (kind & 1) != 0;
      int start = backward ? pos - (to - from) : pos;
      if (start < 0 || start + (to - from) > input.length()) {
        return -1;
      }
      boolean same =
          (kind & 2) == 0
              ? input.regionMatches(from, input, start, to - from)
              : equalWithoutCase(from, start, to - from);
      return !same ? -1 : backward ? start : start + (to - from);
    }
    return pos;
  }

  private boolean equalWithoutCase(int a, int b, int length) {
    var folding = CaseFolding.of(unicode);
    for (int i = 0; i < length; ) {
      int x = unicode ? input.codePointAt(a + i) : input.charAt(a + i);
      int y = unicode ? input.codePointAt(b + i) : input.charAt(b + i);
      if (x != y && folding.canonicalize(x) != folding.canonicalize(y)) {
        return false;
      }
      i += Character.charCount(x);
    }
    return true;
  }

  private boolean isLineBound(int kind, int pos) {
    boolean end = (kind & 1) != 0;
    if (pos == (end ? input.length() : 0)) {
      return true;
    }
    return (kind & 2) != 0 && isLineTerminator(input.charAt(end ? pos : pos - 1));
  }

  private static boolean isLineTerminator(char unit) {
    return unit == '\n' || unit == '\r' || unit == 0x2028 || unit == 0x2029;
  }

  /// Repeats a loop's character exactly so often.
  ///
  /// @return the place behind, or -1
  private int repeat(int pc, int from, int times) {
    if (times > input.length() - from) {
      return -1;
    }
    int at = from;
    for (int i = 0; i < times; i++) {
      at = one(pc, at);
      if (at < 0) {
        return -1;
      }
    }
    return at;
  }

  /// Repeats a loop's character as often as it may beyond its least number.
  private int repeatMore(int pc, int from) {
    int[] words = code.words();
    int max = words[pc + 3];
    int more = max < 0 ? Integer.MAX_VALUE : max - words[pc + 2];
    int at = from;
    if ((words[pc + 5] & 1) == 0) {
      CharMatcher set = code.sets()[words[pc + 1]];
      int end = (int) Math.min((long) from + more, input.length());
      while (at < end && set.has(input.charAt(at))) {
        at++;
      }
      return at;
    }
    for (int i = 0; i < more; i++) {
      int next = one(pc, at);
      if (next < 0) {
        return at;
      }
      at = next;
    }
    return at;
  }

  /// Matches a loop's character once.
  ///
  /// @return the place behind, or -1
  private int one(int pc, int at) {
    if (at >= input.length()) {
      return -1;
    }
    int[] words = code.words();
    CharMatcher set = code.sets()[words[pc + 1]];
    if ((words[pc + 5] & 1) == 0) {
      return set.has(input.charAt(at)) ? at + 1 : -1;
    }
    int character = input.codePointAt(at);
    return set.hasCodePoint(character) ? at + Character.charCount(character) : -1;
  }

  /// Shortens a greedy loop by one character, or by as many as it takes to stand before what must
  /// follow.
  ///
  /// @return the new place, or -1
  private int giveBack(int pc, int least, int from) {
    int[] words = code.words();
    int next = words[pc + 4];
    boolean codePoints = (words[pc + 5] & 1) != 0;
    int at = from;
    do {
      at--;
      if (codePoints && at > least && MatchStart.splitsPair(input, at)) {
        at--;
      }
    } while (at >= least && next >= 0 && input.charAt(at) != next);
    return at < least ? -1 : at;
  }

  /// Lengthens a lazy loop by one character, or, if it has no upper limit, by as many as it takes
  /// to stand before what must follow.
  ///
  /// @return the new place, or -1
  private int takeMore(int pc, int from, int more) {
    int next = code.words()[pc + 4];
    int at = one(pc, from);
    if (next >= 0 && more == Integer.MAX_VALUE) {
      while (at >= 0 && (at >= input.length() || input.charAt(at) != next)) {
        at = one(pc, at);
      }
    }
    return at;
  }
}
