package lexscope.js.vm;

import lexscope.js.operations.ErrorMessages;

/// How messages call what was to be called: as it is written, like V8.
final class CalleeText {
  private CalleeText() {}

  /// The callee of the current call instruction.
  static String of(Frame frame, Object callee) {
    String text = frame.code.template().source().text();
    int offset = frame.code.positions().offset(frame.pc);
    String written = expression(text, offset);
    return written.isEmpty() ? ErrorMessages.show(callee) : written;
  }

  /// The callee of the current `new`.
  static String ofNew(Frame frame, Object callee) {
    String text = frame.code.template().source().text();
    int offset = frame.code.positions().offset(frame.pc);
    if (!text.startsWith("new", offset)) {
      return ErrorMessages.show(callee);
    }
    int start = offset + 3;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length() && (isPart(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    return end > start ? text.substring(start, end) : ErrorMessages.show(callee);
  }

  private static String expression(String text, int offset) {
    int end = offset;
    if (end < text.length() && text.charAt(end) == '#') {
      end++;
    }
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    int start = offset;
    while (start > 0 && (isPart(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
      start--;
    }
    if (start == end || Character.isDigit(text.charAt(start))) {
      return "";
    }
    boolean member = text.charAt(start) == '.';
    return member
        ? "(intermediate value)" + text.substring(start, end)
        : text.substring(start, end);
  }

  private static boolean isPart(char c) {
    return Character.isJavaIdentifierPart(c);
  }
}
