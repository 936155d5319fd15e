package lexscope.js.scope;

/// A binding of a scope: a name with a slot.
///
/// `this`, `new.target`, the function object and the home object of a function are bindings like
/// others, under the names [#THIS], [#NEW_TARGET], [#FUNCTION_OBJECT] and [#HOME_OBJECT], which no
/// program can write as identifiers.
public final class Binding {
  /// The name of the `[[ThisValue]]` of a function.
  public static final String THIS = "this";

  /// The name of the `[[NewTarget]]` of a function.
  public static final String NEW_TARGET = "new.target";

  /// The name of the `[[FunctionObject]]` of a function.
  public static final String FUNCTION_OBJECT = ".function";

  /// The name of the `[[FunctionObject]]` of an arrow function, which nothing inside of it looks
  /// up.
  public static final String ARROW_OBJECT = ".arrow";

  /// The name of the home object that arrow functions and evals inside a method find `super` by.
  public static final String HOME_OBJECT = ".home";

  /// The name of the `arguments` binding.
  public static final String ARGUMENTS = "arguments";

  /// What declared a binding.
  public enum Kind {
    /// A `var`, or a function at function level.
    VAR,
    /// A formal parameter.
    PARAMETER,
    /// A `let`.
    LET,
    /// A `const`.
    CONST,
    /// A class declaration, or the inner name of a class (then constant).
    CLASS,
    /// A function declaration in a block.
    BLOCK_FUNCTION,
    /// A name bound by a catch clause.
    CATCH,
    /// The name of a function expression: assigning is ignored, or an error in strict code.
    FUNCTION_NAME,
    /// An import: a view of another module's binding.
    IMPORT,
    /// The `arguments` of a function.
    ARGUMENTS,
    /// `this`, `new.target`, the function object, the home object.
    FUNCTION_SLOT,
    /// The object of a `with` statement.
    WITH_OBJECT,
    /// A slot that only some capture policies know: what V8 keeps beyond the specification.
    HIDDEN
  }

  private final Scope scope;
  private final String name;
  private final Kind kind;
  private final boolean constant;
  private final int slot;
  boolean contextAllocated;
  boolean referenced;
  boolean exported;

  Binding(Scope scope, String name, Kind kind, boolean constant, int slot) {
    this.scope = scope;
    this.name = name;
    this.kind = kind;
    this.constant = constant;
    this.slot = slot;
  }

  /// The scope that it belongs to.
  public Scope scope() {
    return scope;
  }

  /// Its name.
  public String name() {
    return name;
  }

  /// What declared it.
  public Kind kind() {
    return kind;
  }

  /// Whether assigning to it is an error (for [Kind#FUNCTION_NAME]: in strict code only).
  public boolean isConstant() {
    return constant;
  }

  /// Its place in the scope's record, counted from 0.
  public int slot() {
    return slot;
  }

  /// Whether it starts uninitialized (its temporal dead zone), so that reads must be checked.
  public boolean hasDeadZone() {
    return switch (kind) {
      case LET, CONST, CLASS, IMPORT -> true;
      case PARAMETER -> scope.hasParameterDeadZone();
      case FUNCTION_SLOT -> name.equals(THIS) && scope.function().isDerivedConstructor();
      default -> false;
    };
  }

  /// Whether V8 keeps it in the scope's context.
  public boolean isContextAllocated() {
    return contextAllocated;
  }

  /// Whether the module exports it.
  public boolean isExported() {
    return exported;
  }

  /// Whether anything refers to it; a direct eval does to all that is visible.
  public boolean isReferenced() {
    return referenced;
  }

  /// Whether the program can name it: everything but hidden slots.
  public boolean isVisible() {
    return kind != Kind.HIDDEN;
  }

  /// Whether it is a binding that the specification lists among a record's Bindings (not `this` and
  /// the like).
  public boolean isNamed() {
    return kind != Kind.HIDDEN && kind != Kind.FUNCTION_SLOT && kind != Kind.WITH_OBJECT;
  }

  @Override
  public String toString() {
    return name;
  }
}
