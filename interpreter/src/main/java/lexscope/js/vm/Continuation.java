package lexscope.js.vm;

/// A cell that goes on when an awaited promise is settled.
public interface Continuation {
  /// The promise is settled.
  ///
  /// @param mode [Frame#NEXT] with its value, [Frame#THROW] with its reason
  void settled(Machine machine, int mode, Object value);
}
