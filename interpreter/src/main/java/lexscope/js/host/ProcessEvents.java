package lexscope.js.host;

import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.node.BuiltinModules;
import lexscope.js.operations.TypeConversion;
import lexscope.js.vm.Machine;

/// Tells `process` of what befalls the program: `beforeExit`, `exit`, `uncaughtException`,
/// `unhandledRejection`. A program that never touched `process` is told nothing.
final class ProcessEvents {
  private static final String MODULE = "internal/process";

  private final Machine machine;
  private final BuiltinModules builtins;

  ProcessEvents(Machine machine, BuiltinModules builtins) {
    this.machine = machine;
    this.builtins = builtins;
  }

  private boolean tell(String function, Object... arguments) {
    Object answer = builtins.callIfLoaded(MODULE, function, arguments);
    return answer != null && TypeConversion.toBoolean(answer);
  }

  /// The program is idle; whether it has something to do again.
  boolean beforeExit() {
    return tell("beforeExit")
        && (!machine.jobs().isEmpty()
            || machine.eventLoop().timers().hasImmediates()
            || machine.eventLoop().timers().nextDueMillis(1) != Double.POSITIVE_INFINITY);
  }

  /// The program ends.
  void exit() {
    tell("atExit");
  }

  /// A value was thrown and not caught; whether the program goes on.
  boolean uncaught(Object value) {
    return tell("uncaught", value);
  }

  /// A promise was rejected and nobody handled it; whether the program goes on.
  boolean unhandled(PromiseObject promise) {
    return tell("unhandled", promise.result(), promise);
  }

  /// What `process.exitCode` says; 0 if nothing.
  int exitCode() {
    Object code = builtins.callIfLoaded(MODULE, "exitCode");
    return code == null ? 0 : TypeConversion.toInt32(machine, code);
  }
}
