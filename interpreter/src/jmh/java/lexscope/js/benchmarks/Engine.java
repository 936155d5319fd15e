package lexscope.js.benchmarks;

import java.util.function.DoubleSupplier;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.source.SourceText;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Machine;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;

/// An engine that can load a program and call its `run`.
enum Engine {
  /// Lexscope as it is shipped: the collector runs, under the rule that `run` takes by default.
  LEXSCOPE {
    @Override
    DoubleSupplier load(String name, String text) {
      Host host = Host.create(HostOptions.defaults(ConsoleSink.silent()));
      Machine machine = host.machine();
      RunOutcome outcome = host.run(new SourceText(name, text));
      if (!(outcome instanceof RunOutcome.Completed)) {
        throw new IllegalStateException(outcome.toString());
      }
      JsObject global = machine.realm().globalObject();
      var run = (JsObject) ObjectOperations.get(machine, global, PropertyKey.of("run"));
      return () -> {
        int mark = machine.handles().mark();
        Object result = run.call(machine, Undefined.UNDEFINED, new Object[0]);
        machine.handles().release(mark);
        machine.jobs().runAll();
        machine.heap().safepoint();
        return ((Number) result).doubleValue();
      };
    }
  },

  /// Rhino, interpreted.
  RHINO {
    @Override
    DoubleSupplier load(String name, String text) {
      Context context = Context.enter();
      context.setInterpretedMode(true);
      context.setLanguageVersion(Context.VERSION_ES6);
      Scriptable scope = context.initStandardObjects();
      context.evaluateString(scope, text, name, 1, null);
      var run = (Function) scope.get("run", scope);
      return () -> Context.toNumber(run.call(context, scope, scope, new Object[0]));
    }
  };

  /// Loads a program on this thread.
  ///
  /// @return what runs it once and gives its checksum; to be called on the same thread
  abstract DoubleSupplier load(String name, String text);
}
