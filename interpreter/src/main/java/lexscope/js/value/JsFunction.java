package lexscope.js.value;

import lexscope.gc.CellKind;
import lexscope.gc.Untraced;
import lexscope.js.intrinsics.Realm;
import org.jspecify.annotations.Nullable;

/// A function object: an object with a `[[Call]]`, and a realm.
public abstract class JsFunction extends JsObject {
  @Untraced("what a realm holds are roots")
  private final Realm realm;

  /// A function of a realm.
  protected JsFunction(Realm realm, Shape shape) {
    super(shape);
    this.realm = realm;
  }

  /// The `[[Realm]]`.
  public final Realm realm() {
    return realm;
  }

  @Override
  public boolean isCallable() {
    return true;
  }

  /// The function's name for people: its `name` as far as it is a string in a data property, else
  /// the name it was made with. Runs no guest code.
  public final String functionName() {
    Object name = peek(PropertyKeys.NAME);
    return name instanceof JsString string ? string.peek(JsString.NAME_LIMIT) : initialName();
  }

  /// The name that the function was made with.
  protected abstract String initialName();

  @Override
  protected long headerBytes() {
    return isConstructor() ? ModelledSizes.FUNCTION : ModelledSizes.FUNCTION_WITHOUT_PROTOTYPE;
  }

  /// The text that `Function.prototype.toString` gives, section 20.2.3.5.
  public String sourceText() {
    String name = initialName();
    return "function " + (isPropertyName(name) ? name : "") + "() { [native code] }";
  }

  /// Whether a name can stand in a NativeFunction (section 20.2.3.5), `get` or `set` before it.
  private static boolean isPropertyName(String name) {
    int start = name.startsWith("get ") || name.startsWith("set ") ? 4 : 0;
    return name.startsWith("[", start)
        || name.substring(start).chars().allMatch(Character::isJavaIdentifierPart);
  }

  @Override
  public String describe() {
    return sourceText();
  }

  @Override
  public CellKind kind() {
    return CellKind.CLOSURE;
  }

  @Override
  public String name() {
    return functionName();
  }

  /// Puts the properties `length` and `name` (sections 10.2.9 and 10.2.10).
  final void putLengthAndName(lexscope.js.vm.Agent agent, Object length, @Nullable JsString name) {
    put(agent, PropertyKeys.LENGTH, length, Attributes.CONFIGURABLE);
    if (name != null) {
      put(agent, PropertyKeys.NAME, name, Attributes.CONFIGURABLE);
    }
  }
}
