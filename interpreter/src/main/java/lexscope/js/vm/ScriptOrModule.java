package lexscope.js.vm;

import java.util.Map;
import lexscope.gc.Cell;
import org.jspecify.annotations.Nullable;

/// The Script Record or Module Record that running code belongs to: what `import()` is relative to.
public abstract class ScriptOrModule extends Cell {
  /// The file that it was read from.
  public abstract String path();

  /// The fields of a Module Record for answers, ECMA-262 tables 37 to 39, in their order; none of a
  /// Script Record.
  public Map<String, @Nullable Object> moduleFields() {
    return Map.of();
  }
}
