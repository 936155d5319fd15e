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
  ///
  /// @param hidden the function whose context, and those above it, are left out; null for none
  static FrameTrace capture(Machine machine, int limit, @Nullable JsObject hidden) {
    var lines = new ArrayList<Line>();
    Frame frame = machine.currentFrame();
    if (hidden != null) {
      while (frame != null && frame.function != hidden) {
        frame = frame.caller;
      }
      frame = frame == null ? null : frame.caller;
    }
    for (; frame != null && lines.size() < limit; frame = frame.caller) {
      lines.add(
          new Line(
              CallSite.describe(frame),
              frame.code.template().source(),
              frame.code.positions(),
              frame.pc));
    }
    return new FrameTrace(lines);
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
