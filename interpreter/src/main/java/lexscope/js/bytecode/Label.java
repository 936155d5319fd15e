package lexscope.js.bytecode;

import java.util.Arrays;

/// A place in code that jumps go to; it may be used before it is bound.
final class Label {
  private int position = -1;
  private int[] uses = new int[4];
  private int useCount;

  /// Whether it has its place.
  boolean isBound() {
    return position >= 0;
  }

  /// Its place.
  int position() {
    return position;
  }

  /// Notes that the operand at an index is this label.
  void use(int index) {
    if (useCount == uses.length) {
      uses = Arrays.copyOf(uses, useCount * 2);
    }
    uses[useCount++] = index;
  }

  /// Gives it its place and mends the jumps to it.
  void bind(int place, int[] code) {
    position = place;
    for (int i = 0; i < useCount; i++) {
      code[uses[i]] = place;
    }
  }
}
