package lexscope.profiler.graph;

/// What a node is beyond its {@link NodeKind}: V8's format has one kind, `object`, for Environment
/// Records of all sorts.
public enum NodeDetail {
  /// Nothing to add.
  NONE(""),
  /// The synthetic root of the graph.
  ROOT(""),
  /// A synthetic node that gathers the roots of one kind.
  ROOT_GROUP(""),
  DECLARATIVE_RECORD("DeclarativeEnvironmentRecord"),
  FUNCTION_RECORD("FunctionEnvironmentRecord"),
  MODULE_RECORD("ModuleEnvironmentRecord"),
  OBJECT_RECORD("ObjectEnvironmentRecord"),
  GLOBAL_RECORD("GlobalEnvironmentRecord"),
  PRIVATE_RECORD("PrivateEnvironmentRecord"),
  /// What V8 would keep of an Environment Record: the bindings that its scope shares between
  /// closures.
  CONTEXT("Context"),
  /// One binding that is kept on its own, apart from the record it belongs to.
  BINDING("Binding"),
  /// A running or suspended activation of a function.
  ACTIVATION("Activation");

  private final String title;

  NodeDetail(String title) {
    this.title = title;
  }

  /// The name shown to people, empty where the node's kind says enough.
  public String title() {
    return title;
  }

  /// Whether the node is an Environment Record, or the part of one that a capture policy keeps as a
  /// whole.
  public boolean isRecord() {
    return compareTo(DECLARATIVE_RECORD) >= 0 && compareTo(CONTEXT) <= 0;
  }
}
