package lexscope.js.vm;

import lexscope.gc.Cell;

/// The Script Record or Module Record that running code belongs to: what `import()` is relative to.
public abstract class ScriptOrModule extends Cell {
  /// The file that it was read from.
  public abstract String path();
}
