package lexscope.js.policy;

/// A rule by which V8 puts a variable into a heap context although no function captures it
/// (`Scope::MustAllocateInContext` in V8's `ast/scopes.cc`, as of 11.3). Each can be switched off,
/// to show that a test depends on it.
public enum V8Rule {
  /// The variable of a catch clause is always in a context.
  CATCH_VARIABLE,
  /// A catch pattern's hidden slot keeps the whole thrown value.
  CATCH_PATTERN_VALUE,
  /// `let`, `const` and `class` of eval code are always in a context.
  EVAL_LEXICAL,
  /// Sloppy `arguments` with simple parameters forces all parameters into the context.
  MAPPED_ARGUMENTS,
  /// A direct eval forces every variable of every scope around it.
  DIRECT_EVAL,
  /// Names looked up through `with` are forced.
  WITH_LOOKUP,
  /// A `with` statement always has a context, which keeps the object.
  WITH_OBJECT,
  /// `super` in one method makes the home object a context slot for all methods of its class or
  /// literal.
  SUPER_HOME_OBJECT,
  /// All field initializers of a class share one function scope, so one's arrow with `this` makes
  /// the others keep the instance.
  SHARED_FIELD_INITIALIZER,
  /// The loop-head copy of a `for (let …)` stays in the chain if it is itself captured.
  LOOP_HEAD_COPY,
  /// A class constructor without text of its own still keeps the context around the class.
  DEFAULT_CONSTRUCTOR
}
