package lexscope.js.environment;

import lexscope.gc.Untraced;
import lexscope.js.scope.Scope;
import org.jspecify.annotations.Nullable;

/// 9.1.1.5 Module Environment Records: a declarative record whose imports are views of other
/// modules' bindings.
///
/// The slot of an import holds an [ImportBinding] once CreateImportBinding has run; the value is
/// read through it.
public final class ModuleEnvironmentRecord extends DeclarativeEnvironmentRecord {
  /// NewModuleEnvironment (9.1.2.6).
  public ModuleEnvironmentRecord(
      Scope scope, @Nullable EnvironmentRecord outer, long recordNumber) {
    super(scope, outer, recordNumber);
  }

  @Override
  public String recordKind() {
    return "ModuleEnvironmentRecord";
  }

  /// 9.1.1.5.5 CreateImportBinding: an indirect binding to `slot` of `target`. Modules are roots,
  /// so the view keeps nothing itself.
  public record ImportBinding(
      @Untraced("the module map keeps every module that is linked") ModuleEnvironmentRecord target,
      int slot) {
    /// The current value; null while uninitialized. Follows re-exports of imports.
    public @Nullable Object value() {
      Object value = target.get(slot);
      while (value instanceof ImportBinding next) {
        value = next.target.get(next.slot);
      }
      return value;
    }
  }
}
