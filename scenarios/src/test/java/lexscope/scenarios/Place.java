package lexscope.scenarios;

import java.util.ArrayList;
import java.util.List;

/// Where a generated statement stands.
///
/// @param visible names that can be referred to there
/// @param strict whether the code is strict
/// @param newTarget whether `new.target` and `arguments` belong to a function
/// @param argumentsAllowed false in field initialisers and static blocks
/// @param mappedArguments whether `arguments` there mirrors parameters
/// @param depth nesting of scopes
record Place(
    List<String> visible,
    boolean strict,
    boolean newTarget,
    boolean argumentsAllowed,
    boolean mappedArguments,
    int depth) {

  static Place script(boolean strict) {
    return new Place(List.of(), strict, false, true, false, 0);
  }

  static Place module() {
    return new Place(List.of(), true, false, true, false, 0);
  }

  Place seeing(List<String> names) {
    List<String> all = new ArrayList<>(visible);
    all.addAll(names);
    return new Place(List.copyOf(all), strict, newTarget, argumentsAllowed, mappedArguments, depth);
  }

  Place deeper() {
    return new Place(visible, strict, newTarget, argumentsAllowed, mappedArguments, depth + 1);
  }

  /// Inside an ordinary function without parameters.
  Place inFunction() {
    return new Place(visible, strict, true, true, false, depth);
  }

  /// Inside an ordinary function with that kind of code and of `arguments`.
  Place inFunction(boolean strictCode, boolean mapped) {
    return new Place(visible, strictCode, true, true, mapped, depth);
  }

  /// In a parameter list: what `arguments` means there depends on the function.
  Place withoutArguments() {
    return new Place(visible, strict, newTarget, false, false, depth);
  }

  /// Inside the body of a class.
  Place inClass() {
    return new Place(visible, true, newTarget, argumentsAllowed, mappedArguments, depth);
  }

  /// Inside a field initialiser or a static block.
  Place inInitialiser() {
    return new Place(visible, true, true, false, false, depth);
  }
}
