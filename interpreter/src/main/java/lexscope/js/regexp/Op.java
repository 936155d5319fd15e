package lexscope.js.regexp;

/// The instructions of the matcher: an opcode, then its operands, all ints. `f` reads forward, `b`
/// backward (inside a lookbehind). Instructions that can fail give up this path: the matcher goes
/// back to its last choice.
final class Op {
  /// The match is complete.
  static final int ACCEPT = 0;

  /// Always fails.
  static final int FAIL = 1;

  /// unit: one code unit, f.
  static final int CHAR = 2;

  /// unit, unit: one of two code units, f.
  static final int CHAR2 = 3;

  /// string: a literal, f.
  static final int STRING = 4;

  /// set: one code unit, f.
  static final int SET = 5;

  /// set: one code point, f.
  static final int CODE_SET = 6;

  /// unit: one code unit, b.
  static final int CHAR_BACK = 7;

  /// set: one code unit, b.
  static final int SET_BACK = 8;

  /// set: one code point, b.
  static final int CODE_SET_BACK = 9;

  /// target.
  static final int JUMP = 10;

  /// target: goes on, and to the target if that fails.
  static final int SPLIT_FIRST = 11;

  /// target: goes to the target, and on if that fails.
  static final int SPLIT_SECOND = 12;

  /// register: sets it to the place in the input.
  static final int SAVE = 13;

  /// from, to: makes the registers undefined.
  static final int RESET = 14;

  /// groups, kind: what the one group of a list that took part has captured. Kind: bit 0 backward,
  /// bit 1 ignoring case.
  static final int BACK_REFERENCE = 15;

  /// kind: `^` and `$`. Bit 0 end, bit 1 multiline.
  static final int LINE_BOUND = 16;

  /// set, negative: `\b` and `\B`.
  static final int WORD_BOUND = 17;

  /// register, end, from, to: begins a lookaround; `end` is the instruction behind it, `from` to
  /// `to` are its captures. The register keeps the height of the stack, the next one the place in
  /// the input.
  static final int LOOK = 18;

  /// register: a lookaround has matched; drops its choices and goes back to where it began.
  static final int LOOK_END = 19;

  /// register, end: begins a negative lookaround.
  static final int NEGATIVE_LOOK = 20;

  /// register: a negative lookaround's body has matched; undoes it and fails.
  static final int NEGATIVE_LOOK_END = 21;

  /// register: sets it to 0.
  static final int ZERO = 22;

  /// register, min, max, greedy, end: one more iteration or the end of a counted loop.
  static final int LOOP = 23;

  /// register, target: counts an iteration and jumps.
  static final int LOOP_NEXT = 24;

  /// register: fails if nothing has been consumed since `SAVE register`.
  static final int CONSUMED = 25;

  /// register, counter, min: the same, from iteration `min` on.
  static final int CONSUMED_COUNTED = 26;

  /// set, min, max, next, kind: repeats one character, as often as possible first, f. `next` is the
  /// code unit that must follow, or -1. Kind: bit 0 code points, bit 1 never gives back.
  static final int GREEDY = 27;

  /// set, min, max, next, kind: repeats one character, as rarely as possible first, f.
  static final int LAZY = 28;

  /// trie: the strings of a class.
  static final int STRINGS = 29;

  private static final int[] LENGTHS = {
    1, 1, 2, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 2, 3, 5, 2, 3, 2, 2, 6, 3, 2, 4, 6, 6, 2
  };

  private static final String[] NAMES = {
    "accept",
    "fail",
    "char",
    "char2",
    "string",
    "set",
    "codeSet",
    "charBack",
    "setBack",
    "codeSetBack",
    "jump",
    "splitFirst",
    "splitSecond",
    "save",
    "reset",
    "backReference",
    "lineBound",
    "wordBound",
    "look",
    "lookEnd",
    "negativeLook",
    "negativeLookEnd",
    "zero",
    "loop",
    "loopNext",
    "consumed",
    "consumedCounted",
    "greedy",
    "lazy",
    "strings"
  };

  private Op() {}

  static String name(int opcode) {
    return NAMES[opcode];
  }

  /// How many ints an instruction takes, its opcode among them.
  static int length(int opcode) {
    return LENGTHS[opcode];
  }
}
