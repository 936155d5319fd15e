package lexscope.js.regexp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns a tree into instructions: CompileSubpattern (section 22.2.2.3), with a backtrack stack in
/// place of continuations. What is nested in a lookbehind is emitted to be matched from right to
/// left.
final class CodeEmitter {
  private final boolean unicode;
  private int[] code = new int[64];
  private int size;
  private int registers;
  private final List<String> strings = new ArrayList<>();
  private final Map<CodePointSet, Integer> setIndices = new LinkedHashMap<>();
  private final List<StringTrie> tries = new ArrayList<>();
  private final List<int[]> groupLists = new ArrayList<>();

  CodeEmitter(boolean unicode, int groupCount) {
    this.unicode = unicode;
    this.registers = 2 * (groupCount + 1);
  }

  /// The code of a whole pattern.
  Code emit(PatternNode pattern) {
    emit(pattern, false);
    add(Op.ACCEPT);
    return new Code(
        Arrays.copyOf(code, size),
        strings.toArray(String[]::new),
        setIndices.keySet().stream().map(CharMatcher::new).toArray(CharMatcher[]::new),
        tries.toArray(StringTrie[]::new),
        groupLists.toArray(int[][]::new),
        registers);
  }

  private void emit(PatternNode node, boolean backward) {
    switch (node) {
      case PatternNode.Empty _ -> {}
      case PatternNode.Char(int character) -> character(character, backward);
      case PatternNode.CharSet(CodePointSet set) -> set(set, backward);
      case PatternNode.Strings(StringTrie ahead, StringTrie behind, int _) -> {
        tries.add(backward ? behind : ahead);
        add(Op.STRINGS, tries.size() - 1);
      }
      case PatternNode.Sequence(List<PatternNode> terms, int _, boolean _) ->
          sequence(terms, backward);
      case PatternNode.Disjunction(List<PatternNode> alternatives, int _, boolean _) ->
          disjunction(alternatives, backward);
      case PatternNode.Group(int index, PatternNode body, int _, boolean _) -> {
        add(Op.SAVE, 2 * index + (backward ? 1 : 0));
        emit(body, backward);
        add(Op.SAVE, 2 * index + (backward ? 0 : 1));
      }
      case PatternNode.Quantifier quantifier -> quantifier(quantifier, backward);
      case PatternNode.Look look -> look(look);
      case PatternNode.BackReference(List<Integer> groups, boolean ignoreCase) -> {
        groupLists.add(groups.stream().mapToInt(Integer::intValue).toArray());
        add(Op.BACK_REFERENCE, groupLists.size() - 1, (backward ? 1 : 0) + (ignoreCase ? 2 : 0));
      }
      case PatternNode.LineBound(boolean end, boolean multiline) ->
          add(Op.LINE_BOUND, (end ? 1 : 0) + (multiline ? 2 : 0));
      case PatternNode.WordBound(boolean negative, CodePointSet word) ->
          add(Op.WORD_BOUND, setIndex(word), negative ? 1 : 0);
    }
  }

  private int add(int... words) {
    while (size + words.length > code.length) {
      code = Arrays.copyOf(code, 2 * code.length);
    }
    System.arraycopy(words, 0, code, size, words.length);
    size += words.length;
    return size - words.length;
  }

  private int setIndex(CodePointSet set) {
    Integer known = setIndices.putIfAbsent(set, setIndices.size());
    return known == null ? setIndices.size() - 1 : known;
  }

  /// Whether a character is one code unit, or two, that stand for nothing else wherever they are
  /// found. With `u`, a surrogate of the pattern must not match half of a pair.
  private boolean isLiteral(int character) {
    return !unicode || character < 0xd800 || character > 0xdfff;
  }

  private void character(int character, boolean backward) {
    if (!isLiteral(character)) {
      set(CodePointSet.of(character), backward);
    } else if (!backward) {
      literal(Character.toString(character));
    } else if (character < 0x10000) {
      add(Op.CHAR_BACK, character);
    } else {
      add(Op.CHAR_BACK, Character.lowSurrogate(character));
      add(Op.CHAR_BACK, Character.highSurrogate(character));
    }
  }

  private void literal(String text) {
    if (text.length() == 1) {
      add(Op.CHAR, text.charAt(0));
    } else if (!text.isEmpty()) {
      strings.add(text);
      add(Op.STRING, strings.size() - 1);
    }
  }

  /// Whether members of the set are single code units, and no halves of pairs are to be told apart.
  private boolean unitsOnly(CodePointSet set) {
    return !unicode
        || set.intersect(CodePointSet.range(0xd800, 0xdfff)).isEmpty() && !hasAstral(set);
  }

  private static boolean hasAstral(CodePointSet set) {
    return !set.isEmpty() && set.last(set.rangeCount() - 1) > 0xffff;
  }

  private void set(CodePointSet set, boolean backward) {
    if (set.isEmpty()) {
      add(Op.FAIL);
    } else if (set.size() == 1 && isLiteral(set.first(0))) {
      character(set.first(0), backward);
    } else if (!unitsOnly(set)) {
      add(backward ? Op.CODE_SET_BACK : Op.CODE_SET, setIndex(set));
    } else if (set.size() == 2 && !backward) {
      add(Op.CHAR2, set.first(0), set.last(set.rangeCount() - 1));
    } else {
      add(backward ? Op.SET_BACK : Op.SET, setIndex(set));
    }
  }

  private void sequence(List<PatternNode> terms, boolean backward) {
    if (backward) {
      terms.reversed().forEach(term -> emit(term, true));
      return;
    }
    var text = new StringBuilder();
    for (PatternNode term : terms) {
      if (term instanceof PatternNode.Char(int character) && isLiteral(character)) {
        text.appendCodePoint(character);
      } else {
        literal(text.toString());
        text.setLength(0);
        emit(term, false);
      }
    }
    literal(text.toString());
  }

  private void disjunction(List<PatternNode> alternatives, boolean backward) {
    int[] jumps = new int[alternatives.size() - 1];
    for (int i = 0; i < jumps.length; i++) {
      int split = add(Op.SPLIT_FIRST, 0);
      emit(alternatives.get(i), backward);
      jumps[i] = add(Op.JUMP, 0);
      code[split + 1] = size;
    }
    emit(alternatives.getLast(), backward);
    for (int jump : jumps) {
      code[jump + 1] = size;
    }
  }

  private void look(PatternNode.Look look) {
    int register = registers;
    registers += 2;
    if (look.negative()) {
      int start = add(Op.NEGATIVE_LOOK, register, 0);
      emit(look.body(), look.behind());
      add(Op.NEGATIVE_LOOK_END, register);
      code[start + 2] = size;
    } else {
      int start = add(Op.LOOK, register, 0, 2 * look.firstGroup(), 2 * look.endGroup());
      emit(look.body(), look.behind());
      add(Op.LOOK_END, register);
      code[start + 2] = size;
    }
  }

  /// RepeatMatcher (section 22.2.2.3.1) in the cheapest of its forms.
  private void quantifier(PatternNode.Quantifier quantifier, boolean backward) {
    PatternNode body = quantifier.body();
    int min = quantifier.min();
    int max = quantifier.max();
    if (max == 0) {
      return;
    }
    CodePointSet single = backward ? null : singleCharacter(body);
    if (body.zeroWidth()) {
      // Iterations beyond the least number must consume something, and any one is like any other.
      if (min > 0) {
        emit(body, backward);
      }
    } else if (single != null) {
      add(
          quantifier.greedy() ? Op.GREEDY : Op.LAZY,
          setIndex(single),
          min,
          max,
          -1,
          unitsOnly(single) ? 0 : 1);
    } else if (min == 0 && max == 1) {
      int split = add(quantifier.greedy() ? Op.SPLIT_FIRST : Op.SPLIT_SECOND, 0);
      consuming(quantifier, backward);
      code[split + 1] = size;
    } else if (min == 0 && max < 0) {
      int split = add(quantifier.greedy() ? Op.SPLIT_FIRST : Op.SPLIT_SECOND, 0);
      reset(quantifier);
      consuming(quantifier, backward);
      add(Op.JUMP, split);
      code[split + 1] = size;
    } else if (min == 1 && max < 0 && body.minLength() > 0) {
      int start = size;
      reset(quantifier);
      emit(body, backward);
      add(quantifier.greedy() ? Op.SPLIT_SECOND : Op.SPLIT_FIRST, start);
    } else {
      counted(quantifier, backward);
    }
  }

  private static @Nullable CodePointSet singleCharacter(PatternNode node) {
    return switch (node) {
      case PatternNode.Char(int character) -> CodePointSet.of(character);
      case PatternNode.CharSet(CodePointSet set) -> set;
      default -> null;
    };
  }

  private void reset(PatternNode.Quantifier quantifier) {
    if (quantifier.endGroup() > quantifier.firstGroup()) {
      add(Op.RESET, 2 * quantifier.firstGroup(), 2 * quantifier.endGroup());
    }
  }

  /// A body that, being beyond the least number of iterations, must not be empty.
  private void consuming(PatternNode.Quantifier quantifier, boolean backward) {
    boolean nullable = quantifier.body().minLength() == 0;
    int start = registers;
    if (nullable) {
      registers++;
      add(Op.SAVE, start);
    }
    emit(quantifier.body(), backward);
    if (nullable) {
      add(Op.CONSUMED, start);
    }
  }

  private void counted(PatternNode.Quantifier quantifier, boolean backward) {
    int counter = registers++;
    boolean nullable = quantifier.body().minLength() == 0;
    int start = registers;
    registers += nullable ? 1 : 0;
    add(Op.ZERO, counter);
    int loop =
        add(Op.LOOP, counter, quantifier.min(), quantifier.max(), quantifier.greedy() ? 1 : 0, 0);
    reset(quantifier);
    if (nullable) {
      add(Op.SAVE, start);
    }
    emit(quantifier.body(), backward);
    if (nullable) {
      add(Op.CONSUMED_COUNTED, start, counter, quantifier.min());
    }
    add(Op.LOOP_NEXT, counter, loop);
    code[loop + 5] = size;
  }
}
