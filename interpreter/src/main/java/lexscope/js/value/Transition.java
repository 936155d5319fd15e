package lexscope.js.value;

import org.jspecify.annotations.Nullable;

/// What leads from one [Shape] to another.
///
/// @param attributes those of the property afterwards, as bits of [Attributes]
record Transition(PropertyKey key, int attributes, Change change) {
  /// What happens to the property.
  enum Change {
    ADD_DATA,
    ADD_ACCESSOR,
    RECONFIGURE
  }

  // Written out, since what the compiler makes of records is slow until it is compiled.
  @Override
  public int hashCode() {
    return key.hashCode() * 31 + attributes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Transition that
        && attributes == that.attributes
        && change == that.change
        && key.equals(that.key);
  }
}
