package lexscope.shell.steps;

import java.util.List;

/// An Environment Record, a function object or another object of the program, at one step.
///
/// @param key what it is called through all steps: `#` and the cell's id, or for a record whose
///   bindings live in registers, something that its activation and scope determine
/// @param kind which of the three it is
/// @param title such as `ER2`, `inc` or `Array(3)`
/// @param type such as `FunctionEnvironmentRecord of makeCounter`
/// @param place where its scope or function begins, or where the object was made; may be empty
/// @param inRegisters whether it is a record that no closure can reach: its bindings live in
///   registers of the activation
/// @param rows its bindings, properties and fields
public record Box(
    String key,
    Kind kind,
    String title,
    String type,
    String place,
    boolean inRegisters,
    List<Row> rows) {
  /// What a box stands for.
  public enum Kind {
    /// An Environment Record.
    RECORD,
    /// A function object.
    FUNCTION,
    /// Another object.
    OBJECT
  }
}
