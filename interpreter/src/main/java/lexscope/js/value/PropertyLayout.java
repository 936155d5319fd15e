package lexscope.js.value;

/// Where V8 would keep the named properties of an object. It decides modelled sizes and nothing
/// else. Accessors of a fast object stand in its hidden class and take no slot; a hash table holds
/// everything.
///
/// @param inObject slots in the object itself, or [#ALL_IN_OBJECT]
/// @param inStore slots that the backing store has before any property asks for more, as V8 makes
///   them for classes from a template
/// @param tableRoom for how many properties a hash table has room from the beginning; [#NO_TABLE]
///   for a fast object
public record PropertyLayout(int inObject, int inStore, int tableRoom) {
  /// Every property has its place in the object, as V8 learns it for what one constructor makes.
  public static final int ALL_IN_OBJECT = -1;

  /// The object is not a hash table.
  public static final int NO_TABLE = -1;

  /// A fast object with so many slots of its own; what does not fit comes in steps.
  public static PropertyLayout slots(int inObject) {
    return new PropertyLayout(inObject, 0, NO_TABLE);
  }

  /// A fast object from a template with an exact backing store.
  public static PropertyLayout template(int inObject, int inStore) {
    return new PropertyLayout(inObject, inStore, NO_TABLE);
  }

  /// An object that is a hash table with room for so many properties.
  public static PropertyLayout table(int room) {
    return new PropertyLayout(0, 0, room);
  }

  /// Whether this is [#slots] of the same number.
  boolean isSlots(int number) {
    return inObject == number && inStore == 0 && tableRoom == NO_TABLE;
  }

  /// Whether the properties are in a hash table.
  public boolean isTable() {
    return tableRoom >= 0;
  }

  /// Whether the object was made from a template, accessors included.
  boolean isTemplate() {
    return inStore > 0;
  }

  /// The slots in the object that are there before a property is.
  int ownSlots() {
    return Math.max(inObject, 0);
  }

  /// The modelled bytes of the slots that an object with so many fields has in itself.
  int objectBytes(int fields) {
    return ModelledSizes.SLOT * (inObject < 0 ? fields : inObject);
  }

  /// The modelled bytes of the backing store of a fast object.
  int storeBytes(int fields) {
    return inObject < 0 ? 0 : (int) ModelledSizes.propertyArray(fields - inObject, inStore);
  }
}
