package lexscope.js.host;

import lexscope.js.vm.Agent;

/// Shows guest values as Node's `util.inspect` does.
///
/// Inspecting allocates nothing on the guest's heap, flattens no string and makes no lazy value,
/// except through the guest code that Node, too, would run: a method named by
/// `Symbol.for('nodejs.util.inspect.custom')`, a `@@toStringTag` getter, `name`, `message` and
/// `stack` of errors. A quiet inspector runs none of it.
public final class Inspector {
  private final ObjectReader reader;
  private final InspectOptions options;

  private Inspector(Agent agent, InspectOptions options, boolean quiet) {
    this.reader = new ObjectReader(agent, quiet);
    this.options = options;
  }

  /// An inspector for what the program itself prints.
  public static Inspector forProgram(Agent agent, InspectOptions options) {
    return new Inspector(agent, options, false);
  }

  /// An inspector for observers: it runs no guest code at all.
  public static Inspector forObserver(Agent agent, InspectOptions options) {
    return new Inspector(agent, options, true);
  }

  /// An inspector for what the program asks to be shown with an options object, as `util.inspect`
  /// takes it.
  ///
  /// @throws lexscope.js.value.ThrowCompletion if a getter of the object throws
  public static Inspector withOptions(Agent agent, Object options) {
    return forProgram(agent, OptionsReader.read(agent, options, InspectOptions.DEFAULT));
  }

  /// The text of `util.formatWithOptions(options, ...values)`.
  ///
  /// @throws lexscope.js.value.ThrowCompletion if guest code throws
  public static String format(Agent agent, Object options, Object[] values) {
    return new MessageFormat(agent, OptionsReader.read(agent, options, InspectOptions.DEFAULT))
        .format(values);
  }

  /// Returns the value's text. Cost: the length of the text.
  ///
  /// @throws lexscope.js.value.ThrowCompletion if guest code throws; a quiet inspector never does
  public String inspect(Object value) {
    return new Inspection(reader, options).value(value, 0);
  }
}
