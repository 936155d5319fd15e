package lexscope.js.vm;

import lexscope.js.bytecode.CodeBlock;
import lexscope.js.source.SourceSpot;

/// Where an execution context stands, for answers: `setup (app.js:12:3)`.
record FramePlace(CodeBlock code, int pc) {
  @Override
  public String toString() {
    return new SourceSpot(code.template().source(), code.positions().offset(pc))
        .placeOf(code.name());
  }
}
