package lexscope.js.host;

import java.util.List;
import java.util.function.Consumer;
import lexscope.js.policy.CapturePolicy;

/// How a program is run.
///
/// @param policy the rule by which the collector traces; [CapturePolicy#UNION] keeps what any
///   policy keeps
/// @param sink where the console writes
/// @param stress whether to collect at every safepoint before which something was allocated, and to
///   verify the heap
/// @param maxHeapBytes the most that may be alive, in modelled bytes
/// @param untilMillis up to when timers fire, in virtual milliseconds
/// @param maxTurns how often one repeating timer fires at most
/// @param program what `process.argv` shows as the program
/// @param arguments what `process.argv` shows after the program
/// @param html the text that the program's document is made from; empty for an empty document
/// @param conditions the conditions of `exports` and `imports` maps that hold beside Node's own
/// @param allocationStackDepth how many calls each cell remembers of the chain that made it; 0 for
///   none
public record HostOptions(
    CapturePolicy policy,
    ConsoleSink sink,
    boolean stress,
    long maxHeapBytes,
    double untilMillis,
    int maxTurns,
    String program,
    List<String> arguments,
    String html,
    List<String> conditions,
    int allocationStackDepth) {
  /// Everything as by default: nothing is dropped that any policy keeps, no limit, timers up to
  /// 1,000,000 virtual milliseconds.
  public static HostOptions defaults(ConsoleSink sink) {
    return new HostOptions(
        CapturePolicy.UNION,
        sink,
        false,
        Long.MAX_VALUE,
        EventLoop.DEFAULT_UNTIL_MILLIS,
        EventLoop.DEFAULT_MAX_TURNS,
        "",
        List.of(),
        "",
        List.of(),
        0);
  }

  /// The same under another policy.
  public HostOptions withPolicy(CapturePolicy other) {
    return changed(draft -> draft.policy = other);
  }

  /// The same with another console.
  public HostOptions withSink(ConsoleSink other) {
    return new HostOptions(
        policy,
        other,
        stress,
        maxHeapBytes,
        untilMillis,
        maxTurns,
        program,
        arguments,
        html,
        conditions,
        allocationStackDepth);
  }

  /// The same in stress mode, or not.
  public HostOptions withStress(boolean on) {
    return changed(draft -> draft.stress = on);
  }

  /// The same with a heap limit in modelled bytes.
  public HostOptions withMaxHeapBytes(long bytes) {
    return changed(draft -> draft.maxHeapBytes = bytes);
  }

  /// The same with other limits of time.
  public HostOptions withTime(double newUntilMillis, int newMaxTurns) {
    return changed(draft -> {
      draft.untilMillis = newUntilMillis;
      draft.maxTurns = newMaxTurns;
    });
  }

  /// The same for a program of that name.
  public HostOptions withProgram(String name) {
    return changed(draft -> draft.program = name);
  }

  /// The same with arguments for the program.
  public HostOptions withArguments(List<String> list) {
    return changed(draft -> draft.arguments = List.copyOf(list));
  }

  /// The same with a document made from an HTML text.
  public HostOptions withHtml(String text) {
    return changed(draft -> draft.html = text);
  }

  /// The same with conditions of `exports` and `imports` maps beside Node's own.
  public HostOptions withConditions(List<String> names) {
    return changed(draft -> draft.conditions = List.copyOf(names));
  }

  /// The same with cells that remember so many calls of the chain that made them.
  public HostOptions withAllocationStacks(int depth) {
    return changed(draft -> draft.allocationStackDepth = depth);
  }

  private HostOptions changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new HostOptions(
        draft.policy,
        sink,
        draft.stress,
        draft.maxHeapBytes,
        draft.untilMillis,
        draft.maxTurns,
        draft.program,
        draft.arguments,
        draft.html,
        draft.conditions,
        draft.allocationStackDepth);
  }

  /// Options while one of them is being changed.
  private static final class Draft {
    CapturePolicy policy;
    boolean stress;
    long maxHeapBytes;
    double untilMillis;
    int maxTurns;
    String program;
    List<String> arguments;
    String html;
    List<String> conditions;
    int allocationStackDepth;

    Draft(HostOptions options) {
      policy = options.policy;
      stress = options.stress;
      maxHeapBytes = options.maxHeapBytes;
      untilMillis = options.untilMillis;
      maxTurns = options.maxTurns;
      program = options.program;
      arguments = options.arguments;
      html = options.html;
      conditions = options.conditions;
      allocationStackDepth = options.allocationStackDepth;
    }
  }
}
