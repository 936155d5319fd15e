package lexscope.js.host;

/// What the guest object `lexscope` asks of the tool that runs the program.
@FunctionalInterface
public interface HostHooks {
  /// The program asks for a snapshot: `lexscope.snapshot(name)`.
  void snapshot(String name);

  /// Hooks that do nothing.
  static HostHooks none() {
    return _ -> {};
  }
}
