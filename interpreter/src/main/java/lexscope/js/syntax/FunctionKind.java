package lexscope.js.syntax;

/// What a function is, apart from being async or a generator.
public enum FunctionKind {
  /// A function declaration or expression.
  NORMAL,
  /// An arrow function: `this`, `arguments`, `super` and `new.target` are those of the function
  /// around it.
  ARROW,
  /// A method of an object literal or class.
  METHOD,
  /// A getter.
  GETTER,
  /// A setter.
  SETTER,
  /// The constructor of a class without heritage.
  CONSTRUCTOR,
  /// The constructor of a class with `extends`.
  DERIVED_CONSTRUCTOR,
  /// The initializer of a class field: called as a method with the instance as `this`.
  FIELD_INITIALIZER,
  /// A static initialization block: called as a method with the class as `this`.
  STATIC_BLOCK
}
