package lexscope.js.host;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import lexscope.js.intrinsics.ErrorObject;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.NumberConversion;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;

/// The `console` of a realm: the console standard's namespace object as Node has it, writing to a
/// [ConsoleSink].
///
/// Counters, timers and the indentation of groups are the host's and hold no guest value.
public final class ConsoleObject {
  private static final String GROUP_STEP = "  ";
  private static final double SECOND = 1000;
  private static final double MINUTE = 60 * SECOND;
  private static final double HOUR = 60 * MINUTE;

  private final Agent agent;
  private final ConsoleSink sink;
  private final DoubleSupplier clock;
  private final MessageFormat format;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, Double> timers = new LinkedHashMap<>();
  private String group = "";

  private ConsoleObject(Agent agent, ConsoleSink sink, DoubleSupplier clock) {
    this.agent = agent;
    this.sink = sink;
    this.clock = clock;
    this.format = new MessageFormat(agent);
  }

  /// Makes the object and puts it on the global object.
  ///
  /// @param clock the program's time in milliseconds, for `console.time`
  public static void install(Realm realm, ConsoleSink sink, DoubleSupplier clock) {
    Agent agent = realm.agent();
    JsObject object = JsObject.create(agent, realm.get(Intrinsic.OBJECT_PROTOTYPE));
    realm.globalObject().put(agent, PropertyKey.of("console"), object, Attributes.HIDDEN);
    new ConsoleObject(agent, sink, clock).addMethods(realm, object);
    object.put(
        agent,
        agent.symbols().toStringTag().key(),
        agent.string("console"),
        Attributes.CONFIGURABLE);
  }

  /// A method of the console: what it returns is always undefined.
  private interface Method {
    void call(Object[] args);
  }

  private void addMethods(Realm realm, JsObject object) {
    Method log = args -> out(format.format(args));
    Method warn = args -> err(format.format(args));
    Method beginGroup = this::group;
    add(realm, object, "log", log);
    add(realm, object, "warn", warn);
    add(realm, object, "dir", this::dir);
    add(realm, object, "time", this::time);
    add(realm, object, "timeEnd", args -> timeLog("timeEnd", args, true));
    add(realm, object, "timeLog", args -> timeLog("timeLog", args, false));
    add(realm, object, "trace", this::trace);
    add(realm, object, "assert", this::assertThat);
    add(realm, object, "clear", _ -> {});
    add(realm, object, "count", this::count);
    add(realm, object, "countReset", this::countReset);
    add(realm, object, "group", beginGroup);
    add(realm, object, "groupEnd", _ -> endGroup());
    add(realm, object, "table", this::table);
    add(realm, object, "debug", log);
    add(realm, object, "info", log);
    add(realm, object, "dirxml", log);
    add(realm, object, "error", warn);
    add(realm, object, "groupCollapsed", beginGroup);
  }

  private void add(Realm realm, JsObject object, String name, Method method) {
    NativeFunction function =
        NativeFunction.create(
            realm,
            name,
            0,
            (_, _, args, _) -> {
              method.call(args);
              return Undefined.UNDEFINED;
            });
    object.put(agent, PropertyKey.of(name), function, Attributes.ALL);
  }

  // ---- output -------------------------------------------------------------------------------

  private void out(String message) {
    sink.out(line(message));
  }

  private void err(String message) {
    sink.err(line(message));
  }

  private String line(String message) {
    return group.isEmpty() ? message + "\n" : group + message.replace("\n", "\n" + group) + "\n";
  }

  private void dir(Object[] args) {
    InspectOptions options =
        OptionsReader.read(
            agent, Args.get(args, 1), InspectOptions.DEFAULT.withCustomInspect(false));
    out(Inspector.forProgram(agent, options).inspect(Args.get(args, 0)));
  }

  private void trace(Object[] args) {
    ErrorObject error =
        ErrorObject.create(
            agent, agent.realm().get(Intrinsic.ERROR_PROTOTYPE), agent.string(format.format(args)));
    Object stack = ObjectReader.text(error.get(agent, PropertyKeys.STACK));
    String text = stack.toString();
    err(text.startsWith("Error") ? "Trace" + text.substring("Error".length()) : "Trace: " + text);
  }

  private void assertThat(Object[] args) {
    if (TypeConversion.toBoolean(Args.get(args, 0))) {
      return;
    }
    Object[] message = Args.from(args, 1);
    if (message.length == 0) {
      err("Assertion failed");
      return;
    }
    Object[] prefixed = message.clone();
    prefixed[0] = agent.string("Assertion failed: " + TypeConversion.toText(agent, message[0]));
    err(format.format(prefixed));
  }

  private void table(Object[] args) {
    out(new ConsoleTable(agent).render(args).orElseGet(() -> format.format(first(args))));
  }

  private static Object[] first(Object[] args) {
    return new Object[] {Args.get(args, 0)};
  }

  // ---- groups -------------------------------------------------------------------------------

  private void group(Object[] args) {
    if (args.length > 0) {
      out(format.format(args));
    }
    group += GROUP_STEP;
  }

  private void endGroup() {
    group = group.substring(0, Math.max(0, group.length() - GROUP_STEP.length()));
  }

  // ---- counters and timers ------------------------------------------------------------------

  private String label(Object[] args) {
    Object label = Args.get(args, 0);
    return label == Undefined.UNDEFINED ? "default" : TypeConversion.toText(agent, label);
  }

  private void count(Object[] args) {
    String label = label(args);
    out(label + ": " + counts.merge(label, 1, Integer::sum));
  }

  private void countReset(Object[] args) {
    String label = label(args);
    if (counts.remove(label) == null) {
      warning("Count for '" + label + "' does not exist");
    }
  }

  private void time(Object[] args) {
    String label = label(args);
    if (timers.putIfAbsent(label, clock.getAsDouble()) != null) {
      warning("Label '" + label + "' already exists for console.time()");
    }
  }

  private void timeLog(String method, Object[] args, boolean end) {
    String label = label(args);
    Double start = timers.get(label);
    if (start == null) {
      warning("No such label '" + label + "' for console." + method + "()");
      return;
    }
    String text = label + ": " + duration(clock.getAsDouble() - start);
    Object[] data = end ? Args.NONE : Args.from(args, 1);
    out(data.length == 0 ? text : text + " " + format.formatPlain(data));
    if (end) {
      timers.remove(label);
    }
  }

  /// As Node prints it: `12.5ms`, `1.250s`, `1:05.000 (m:ss.mmm)`.
  private static String duration(double milliseconds) {
    if (milliseconds >= MINUTE) {
      int hours = (int) (milliseconds / HOUR);
      int minutes = (int) (milliseconds % HOUR / MINUTE);
      String seconds = String.format(Locale.ROOT, "%06.3f", milliseconds % MINUTE / SECOND);
      return hours > 0
          ? String.format(Locale.ROOT, "%d:%02d:%s (h:mm:ss.mmm)", hours, minutes, seconds)
          : minutes + ":" + seconds + " (m:ss.mmm)";
    }
    if (milliseconds >= SECOND) {
      return String.format(Locale.ROOT, "%.3fs", milliseconds / SECOND);
    }
    double rounded = Math.round(milliseconds * 1000) / 1000.0;
    return NumberConversion.numberToString(rounded) + "ms";
  }

  private void warning(String message) {
    sink.err("Warning: " + message + "\n");
  }
}
