package lexscope.js.value;

import java.util.ArrayDeque;
import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A value of the String type, section 6.1.4: a sequence of 16-bit code units, equal by content.
///
/// A string is flat, a rope (two strings that were concatenated; flattened in place when a guest
/// operation needs its units, with an explicit stack), or a slice that keeps the longer string it
/// was cut from. When each form is chosen follows V8, because a slice or a rope that keeps much
/// alive is something that a heap profiler must show.
public final class JsString extends Cell implements CharSequence {
  /// The most code units that a string may have, as in V8.
  public static final int MAX_LENGTH = (1 << 29) - 24;

  /// Node names show at most so many code units.
  public static final int NAME_LIMIT = 1024;

  private @Nullable String flat;
  private @Nullable JsString left;
  private @Nullable JsString right;
  private final int length;
  private final int offset;
  private final boolean twoByte;
  private @Nullable PropertyKey key;

  private JsString(String flat, boolean twoByte) {
    this.flat = flat;
    this.length = flat.length();
    this.offset = -1;
    this.twoByte = twoByte;
  }

  private JsString(JsString left, JsString right, int length) {
    this.left = left;
    this.right = right;
    this.length = length;
    this.offset = -1;
    this.twoByte = left.twoByte || right.twoByte;
  }

  private JsString(JsString parent, int offset, int length) {
    this.left = parent;
    this.offset = offset;
    this.length = length;
    this.twoByte = parent.twoByte;
  }

  /// The guest string of a text; the empty and the one-unit strings are shared. Cost: the length.
  public static JsString of(Agent agent, String text) {
    return text.length() <= 1 ? agent.shortString(text) : fresh(agent, text);
  }

  /// A new flat string, never a shared one.
  public static JsString fresh(Agent agent, String text) {
    return agent.heap().number(new JsString(text, hasWideUnit(text)));
  }

  /// The string of one code unit.
  public static JsString ofUnit(Agent agent, char unit) {
    return agent.unitString(unit);
  }

  private static boolean hasWideUnit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xFF) {
        return true;
      }
    }
    return false;
  }

  /// The string-concatenation of two strings. Cost: constant, but for short results.
  ///
  /// @throws ThrowCompletion with a RangeError if the result is too long
  public static JsString concat(Agent agent, JsString a, JsString b) {
    if (a.length == 0) {
      return b;
    }
    if (b.length == 0) {
      return a;
    }
    int length = a.length + b.length;
    if (length > MAX_LENGTH) {
      throw agent.rangeError(ErrorMessages.INVALID_STRING_LENGTH);
    }
    JsString result =
        length < ModelledSizes.MIN_INDIRECT_STRING_LENGTH
            ? new JsString(a.toString().concat(b.toString()), a.twoByte || b.twoByte)
            : new JsString(a, b, length);
    return agent.heap().number(result);
  }

  /// The substring from `from` (inclusive) to `to` (exclusive). Longer ones are slices. Cost: a
  /// copy of at most twelve units, after flattening.
  public JsString substring(Agent agent, int from, int to) {
    int n = to - from;
    if (n == length) {
      return this;
    }
    if (n <= 0) {
      return agent.emptyString();
    }
    if (n == 1) {
      return agent.unitString(charAt(from));
    }
    if (n < ModelledSizes.MIN_INDIRECT_STRING_LENGTH) {
      return agent.heap().number(new JsString(units(from, to), twoByte));
    }
    flatten();
    JsString parent = left;
    return agent
        .heap()
        .number(
            parent != null ? new JsString(parent, offset + from, n) : new JsString(this, from, n));
  }

  private String units(int from, int to) {
    return toString().substring(from, to);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public boolean isEmpty() {
    return length == 0;
  }

  @Override
  public char charAt(int index) {
    String text = flat;
    return text != null ? text.charAt(index) : toString().charAt(index);
  }

  @Override
  public String subSequence(int from, int to) {
    return units(from, to);
  }

  /// The string as a property key; flattens it. Cost: constant after the first time.
  PropertyKey asPropertyKey() {
    PropertyKey known = key;
    if (known == null) {
      known = PropertyKey.of(toString());
      key = known;
    }
    return known;
  }

  /// Whether a rope waits to be flattened.
  public boolean isRope() {
    return right != null;
  }

  /// The text. A rope is flattened in place. Cost: constant once flat.
  @Override
  public String toString() {
    String text = flat;
    return text != null ? text : flatten();
  }

  private String flatten() {
    if (flat != null) {
      return flat;
    }
    String text;
    JsString first = left;
    if (offset >= 0 && first != null) {
      text = first.toString().substring(offset, offset + length);
    } else {
      char[] units = new char[length];
      copyTo(units);
      text = new String(units);
      left = null;
      right = null;
    }
    flat = text;
    return text;
  }

  /// Copies all units, filling the buffer from its end: the usual rope is deep on its left.
  private void copyTo(char[] units) {
    int end = length;
    var pending = new ArrayDeque<JsString>();
    pending.push(this);
    while (!pending.isEmpty()) {
      JsString s = pending.pop();
      String text = s.flat;
      JsString l = s.left;
      JsString r = s.right;
      if (text != null) {
        text.getChars(0, s.length, units, end - s.length);
        end -= s.length;
      } else if (r != null && l != null) {
        pending.push(l);
        pending.push(r);
      } else if (l != null) {
        l.toString().getChars(s.offset, s.offset + s.length, units, end - s.length);
        end -= s.length;
      }
    }
  }

  /// The first units of the text, at most `limit`. Changes nothing: for observers.
  public String peek(int limit) {
    if (flat != null && length <= limit) {
      return flat;
    }
    int want = Math.min(limit, length);
    var out = new StringBuilder(Math.min(want, 4096));
    var pending = new ArrayDeque<JsString>();
    pending.push(this);
    while (!pending.isEmpty() && out.length() < want) {
      JsString s = pending.pop();
      String text = s.flat;
      JsString l = s.left;
      JsString r = s.right;
      int rest = want - out.length();
      if (text != null) {
        out.append(text, 0, Math.min(rest, s.length));
      } else if (r != null && l != null) {
        pending.push(r);
        pending.push(l);
      } else if (l != null && l.flat != null) {
        out.append(l.flat, s.offset, s.offset + Math.min(rest, s.length));
      }
    }
    return out.toString();
  }

  /// Content equality.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof JsString that
            && length == that.length
            && toString().equals(that.toString()));
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public long shallowBytes() {
    if (right != null) {
      return ModelledSizes.CONS_STRING;
    }
    return offset >= 0 ? ModelledSizes.SLICED_STRING : ModelledSizes.flatString(length, twoByte);
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    if (offset >= 0) {
      visitor.edge(EdgeKind.INTERNAL, "parent", left);
    } else if (right != null) {
      visitor.edge(EdgeKind.INTERNAL, "first", left);
      visitor.edge(EdgeKind.INTERNAL, "second", right);
    }
  }

  @Override
  public CellKind kind() {
    if (right != null) {
      return CellKind.CONCATENATED_STRING;
    }
    return offset >= 0 ? CellKind.SLICED_STRING : CellKind.STRING;
  }

  @Override
  public String name() {
    return peek(NAME_LIMIT);
  }
}
