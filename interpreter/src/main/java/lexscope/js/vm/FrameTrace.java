package lexscope.js.vm;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.HandleStack;
import lexscope.js.source.SourceSpot;
import lexscope.js.value.JsFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import org.jspecify.annotations.Nullable;

/// Where the execution contexts stood, as V8 writes it, and behind them the async functions that
/// wait for the one that runs. It holds positions, no functions: an error keeps nothing alive but
/// its own properties.
final class FrameTrace implements StackTrace {
  /// Nothing ran.
  static final FrameTrace EMPTY = new FrameTrace(List.of());

  private final List<TraceLine> lines;

  private FrameTrace(List<TraceLine> lines) {
    this.lines = lines;
  }

  /// The contexts of this moment, innermost first.
  ///
  /// @param limit how many lines at most
  /// @param skipped what is left out
  static FrameTrace capture(Machine machine, int limit, SkippedFrames skipped) {
    var walk = new Walk(machine, limit, skipped);
    walk.contexts();
    if (!walk.isFull()) {
      AsyncCallers.visit(machine, walk);
    }
    return new FrameTrace(walk.lines);
  }

  /// Whether the activation of a built-in function is shown.
  ///
  /// @param nested whether another built-in function called it
  static boolean isShown(NativeFunction function, boolean nested) {
    return switch (function.inStackTraces()) {
      case ALWAYS -> true;
      case BELOW_GUEST_CODE -> !nested;
      case NEVER -> false;
    };
  }

  /// Collects lines. Native activations are found on the handle stack, where each stands above the
  /// handles of the context that called it: so their calls need no work for traces.
  private static final class Walk implements AsyncCallers.Visitor {
    private final Machine machine;
    private final int limit;
    private final @Nullable JsObject until;
    private final List<TraceLine> lines = new ArrayList<>();
    private boolean skipping;

    Walk(Machine machine, int limit, SkippedFrames skipped) {
      this.machine = machine;
      this.limit = limit;
      until = skipped.until();
      skipping = skipped.any();
    }

    boolean isFull() {
      return lines.size() >= limit;
    }

    void contexts() {
      HandleStack handles = machine.handles();
      int above = handles.mark();
      for (Frame frame = machine.currentFrame(); frame != null && !isFull(); frame = frame.caller) {
        natives(handles, above, frame.handleBase);
        above = frame.handleBase;
        if (!isFull() && shows(frame.function)) {
          lines.add(CallSite.of(machine, frame, frame.pc, false));
        }
      }
      natives(handles, above, 0);
    }

    private void natives(HandleStack handles, int above, int floor) {
      int activation = handles.activationBelow(above, floor);
      while (activation >= 0 && !isFull()) {
        int outer = handles.activationBelow(activation, floor);
        if (handles.function(activation) instanceof JsFunction function
            && shows(function)
            && !(function instanceof NativeFunction body && !isShown(body, outer >= 0))) {
          lines.add(
              CallSite.of(
                  machine,
                  function,
                  handles.receiver(activation),
                  handles.newTarget(activation) != null));
        }
        activation = outer;
      }
    }

    /// Whether the activation of a function is shown; it may be the last that is not.
    private boolean shows(@Nullable JsObject function) {
      if (!skipping) {
        return true;
      }
      if (until == null || function == until) {
        skipping = false;
      }
      return false;
    }

    @Override
    public boolean waiting(Frame frame, int pc) {
      if (shows(frame.function)) {
        lines.add(CallSite.of(machine, frame, pc, true));
      }
      return !isFull();
    }

    @Override
    public boolean combined(String combinator, int index) {
      if (!skipping) {
        lines.add(CallSite.combinator(combinator, index));
      }
      return !isFull();
    }
  }

  @Override
  public String render() {
    var out = new StringBuilder();
    for (TraceLine line : lines) {
      out.append("\n    at ").append(line.text());
    }
    return out.toString();
  }

  @Override
  public @Nullable SourceSpot top() {
    for (TraceLine line : lines) {
      SourceSpot spot = line.spot();
      if (spot != null) {
        return spot;
      }
    }
    return null;
  }

  @Override
  public List<TraceLine> lines() {
    return lines;
  }
}
