package lexscope.js.vm;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.bytecode.PositionTable;
import lexscope.js.source.SourceSpot;
import lexscope.js.source.SourceText;
import lexscope.js.value.JsObject;
import org.jspecify.annotations.Nullable;

/// Where the execution contexts stood, as V8 writes it. It holds positions, no functions: an error
/// keeps nothing alive but its own properties.
final class FrameTrace implements StackTrace {
  private record Line(String function, SourceText source, PositionTable positions, int pc) {
    SourceSpot spot() {
      return new SourceSpot(source, positions.offset(pc));
    }
  }

  private final List<Line> lines;

  private FrameTrace(List<Line> lines) {
    this.lines = lines;
  }

  /// The contexts of this moment, innermost first, at most `limit`.
  static FrameTrace capture(Machine machine, int limit) {
    var lines = new ArrayList<Line>();
    for (Frame frame = machine.currentFrame();
        frame != null && lines.size() < limit;
        frame = frame.caller) {
      lines.add(
          new Line(
              describe(frame), frame.code.template().source(), frame.code.positions(), frame.pc));
    }
    return new FrameTrace(lines);
  }

  private static String describe(Frame frame) {
    EcmaScriptFunction function = frame.function;
    if (function == null) {
      return "";
    }
    String name = function.functionName();
    if (frame.newTarget instanceof JsObject) {
      return "new " + (name.isEmpty() ? "<anonymous>" : name);
    }
    return function.template.isAsync() && !name.isEmpty() ? "async " + name : name;
  }

  @Override
  public String render() {
    var out = new StringBuilder();
    for (Line line : lines) {
      out.append("\n    at ").append(line.spot().placeOf(line.function));
    }
    return out.toString();
  }

  @Override
  public @Nullable SourceSpot top() {
    return lines.isEmpty() ? null : lines.getFirst().spot();
  }
}
