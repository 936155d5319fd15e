package lexscope.js.vm;

import lexscope.js.bytecode.PositionTable;
import lexscope.js.source.Position;
import lexscope.js.source.SourceSpot;
import lexscope.js.source.SourceText;
import org.jspecify.annotations.Nullable;

/// One line of a stack trace: what V8 derives from a function and its receiver, as words, and a
/// place. It holds neither of the two.
///
/// @param kind how the function runs
/// @param async whether it waits for a promise
/// @param type the class of the receiver; empty unless a method is called
/// @param owner what stands before the function's name: the receiver if it is a class, else its
///   class
/// @param function the function's name; empty if it has none
/// @param method the property of the receiver that holds the function; empty if there is none
/// @param source null for a built-in function
/// @param positions null if `pc` is an offset in the source, as of a constructor that has no text
/// @param pc where in the code it stood; of a combinator of promises the index of the promise
public record TraceLine(
    Kind kind,
    boolean async,
    String type,
    String owner,
    String function,
    String method,
    @Nullable SourceText source,
    @Nullable PositionTable positions,
    int pc) {
  /// How a function runs.
  public enum Kind {
    /// With a receiver that is neither nothing nor the global object.
    METHOD,
    /// Without one.
    TOP_LEVEL,
    /// By `new`.
    CONSTRUCTOR,
    /// It is `Promise.all` or the like and waits for a promise.
    COMBINATOR
  }

  /// Where it stood; null in a built-in function.
  public @Nullable SourceSpot spot() {
    return source == null
        ? null
        : new SourceSpot(source, positions == null ? pc : positions.offset(pc));
  }

  /// The line and column; null in a built-in function.
  public @Nullable Position position() {
    SourceSpot spot = spot();
    return spot == null ? null : spot.source().position(spot.offset());
  }

  /// The line without its indentation.
  public String text() {
    var out = new StringBuilder(async ? "async " : "");
    if (kind == Kind.COMBINATOR) {
      return out.append("Promise.")
          .append(function)
          .append(" (index ")
          .append(pc)
          .append(')')
          .toString();
    }
    String words = words();
    if (words.isEmpty()) {
      return out.append(location()).toString();
    }
    return out.append(words).append(" (").append(location()).append(')').toString();
  }

  private String words() {
    return switch (kind) {
      case CONSTRUCTOR -> "new " + (function.isEmpty() ? "<anonymous>" : function);
      case METHOD -> methodCall();
      default -> function;
    };
  }

  private String methodCall() {
    String prefix = owner.isEmpty() ? "" : owner + ".";
    if (function.isEmpty()) {
      return prefix + (method.isEmpty() ? "<anonymous>" : method);
    }
    String called =
        isIdentifier(function) && !function.equals(owner) ? prefix + function : function;
    boolean said = method.isEmpty() || function.equals(method) || function.endsWith("." + method);
    return said ? called : called + " [as " + method + "]";
  }

  private static boolean isIdentifier(String name) {
    return Character.isJavaIdentifierStart(name.charAt(0))
        && name.codePoints().allMatch(Character::isJavaIdentifierPart);
  }

  /// The file, line and column.
  private String location() {
    SourceSpot spot = spot();
    return spot == null ? "<anonymous>" : spot.source().stackName() + ":" + position();
  }

  @Override
  public String toString() {
    return text();
  }
}
