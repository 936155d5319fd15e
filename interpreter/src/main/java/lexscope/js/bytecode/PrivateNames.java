package lexscope.js.bytecode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The Private Names of a class by their place, and those of the classes around it: the static
/// shape of a PrivateEnvironment Record (ECMA-262 section 9.2).
///
/// @param names in order of first appearance, without `#`
public record PrivateNames(@Nullable PrivateNames outer, List<String> names) {
  /// Where a name is found: so many environments outward, at an index.
  public record Place(int hops, int index) {}

  /// ResolvePrivateIdentifier, ECMA-262 section 9.2.1.2; the early errors guarantee that the name
  /// exists.
  public static Place resolve(@Nullable PrivateNames start, String name) {
    int hops = 0;
    for (PrivateNames scope = start; scope != null; scope = scope.outer) {
      int index = scope.names.indexOf(name);
      if (index >= 0) {
        return new Place(hops, index);
      }
      hops++;
    }
    throw new IllegalStateException("undeclared private name #" + name);
  }
}
