package lexscope.js.vm;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.bytecode.PositionTable;
import lexscope.js.source.Position;
import lexscope.js.source.SourceSpot;
import lexscope.js.source.SourceText;
import org.jspecify.annotations.Nullable;

/// Where the execution contexts stood, as V8 writes it. It holds positions, no functions: an error
/// keeps nothing alive but its own properties.
final class FrameTrace implements StackTrace {
  private record Line(String function, SourceText source, PositionTable positions, int pc) {}

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
    if (frame.newTarget instanceof lexscope.js.value.JsObject) {
      return "new " + (name.isEmpty() ? "<anonymous>" : name);
    }
    return function.template.isAsync() && !name.isEmpty() ? "async " + name : name;
  }

  @Override
  public String render() {
    var out = new StringBuilder();
    for (Line line : lines) {
      Position position = line.source.position(line.positions.offset(line.pc));
      String place = line.source.name() + ":" + position;
      out.append("\n    at ");
      out.append(line.function.isEmpty() ? place : line.function + " (" + place + ")");
    }
    return out.toString();
  }

  @Override
  public @Nullable SourceSpot top() {
    if (lines.isEmpty()) {
      return null;
    }
    Line line = lines.getFirst();
    return new SourceSpot(line.source, line.positions.offset(line.pc));
  }
}
