package lexscope.gc;

/// A sort of root, such as a job queue. The guest's runtime declares its own; two are the
/// collector's.
///
/// @param label what the root group is called in answers
public record RootKind(String label) {
  /// Values that native code holds while it runs.
  public static final RootKind NATIVE_TEMPORARY = new RootKind("native temporaries");

  /// Values that a person or a tool holds.
  public static final RootKind HELD = new RootKind("held by the shell");
}
