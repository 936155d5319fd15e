package lexscope.js.vm;

import lexscope.js.bytecode.Opcode;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.source.SourceSpot;
import lexscope.js.syntax.Expression;
import lexscope.js.value.ThrowCompletion;
import org.jspecify.annotations.Nullable;

/// What messages quote of the place in the source where the running instruction failed.
final class RenderedCallSite {
  private static final String NOT_A_FUNCTION_OR_ITERABLE =
      " is not a function or its return value is not iterable";

  private RenderedCallSite() {}

  /// The callee of the current call or `new`.
  static String callee(Frame frame, Object callee) {
    return orElse(subject(frame), ErrorMessages.show(callee));
  }

  /// What the current pattern takes apart.
  static String source(Frame frame, Object value) {
    return orElse(subject(frame), ErrorMessages.showTyped(value));
  }

  /// Why the current loop, pattern or spread element cannot iterate a value.
  static String notIterable(Frame frame, Object value) {
    Expression subject = subject(frame);
    boolean nullish = TestingAndComparison.isNullish(value);
    if (subject == null) {
      return frame.code.code()[frame.pc] == Opcode.ARRAY_SPREAD && !nullish
          ? "Spread syntax requires ...iterable[Symbol.iterator] to be a function"
          : ErrorMessages.notIterable(value);
    }
    return switch (subject) {
      case Expression.Call call -> CallPrinter.print(call.callee()) + NOT_A_FUNCTION_OR_ITERABLE;
      case Expression.New node -> CallPrinter.print(node.callee()) + NOT_A_FUNCTION_OR_ITERABLE;
      default -> CallPrinter.print(subject) + " is not iterable";
    };
  }

  /// The completion of a `throw` statement, with its place; or of code that throws on what it
  /// caught, as after `finally`.
  static ThrowCompletion thrown(Frame frame, Object value) {
    if (subject(frame) == null) {
      return new ThrowCompletion(value);
    }
    int offset = frame.code.positions().offset(frame.pc);
    return new ThrowCompletion(value, new SourceSpot(frame.code.template().source(), offset));
  }

  private static @Nullable Expression subject(Frame frame) {
    return frame.code.subjects().at(frame.pc);
  }

  private static String orElse(@Nullable Expression subject, String otherwise) {
    return subject == null ? otherwise : CallPrinter.print(subject);
  }
}
