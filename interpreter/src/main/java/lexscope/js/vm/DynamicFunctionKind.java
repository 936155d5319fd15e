package lexscope.js.vm;

/// What CreateDynamicFunction makes, section 20.2.1.1.1.
public enum DynamicFunctionKind {
  NORMAL,
  GENERATOR,
  ASYNC,
  ASYNC_GENERATOR
}
