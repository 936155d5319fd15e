package lexscope.js.module;

import lexscope.gc.CellKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.vm.ScriptOrModule;

/// The Script Record of a file's text: what `import()` in it is relative to.
final class FileScript extends ScriptOrModule {
  private final String path;

  FileScript(String path) {
    this.path = path;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public long shallowBytes() {
    return 16;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {}

  @Override
  public CellKind kind() {
    return CellKind.HIDDEN;
  }

  @Override
  public String name() {
    return "script " + path;
  }
}
