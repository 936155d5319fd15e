package lexscope.js.value;

/// The attributes of a property, section 6.1.7.1, as bits. An accessor property never has the bit
/// [#WRITABLE]: so a writable property is a data property.
public final class Attributes {
  /// The property's value may be set.
  public static final int WRITABLE = 1;

  /// The property is seen by enumerations.
  public static final int ENUMERABLE = 2;

  /// The property may be deleted and its attributes changed.
  public static final int CONFIGURABLE = 4;

  /// None of them.
  public static final int NONE = 0;

  /// What assignment gives.
  public static final int ALL = WRITABLE | ENUMERABLE | CONFIGURABLE;

  /// What methods of intrinsics have (clause 18).
  public static final int HIDDEN = WRITABLE | CONFIGURABLE;

  private Attributes() {}

  /// The bits of three answers.
  public static int of(boolean writable, boolean enumerable, boolean configurable) {
    return (writable ? WRITABLE : 0)
        | (enumerable ? ENUMERABLE : 0)
        | (configurable ? CONFIGURABLE : 0);
  }
}
