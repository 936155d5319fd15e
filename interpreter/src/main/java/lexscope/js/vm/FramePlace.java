package lexscope.js.vm;

import lexscope.js.bytecode.CodeBlock;
import lexscope.js.source.Position;

/// Where an execution context stands, for answers: `setup (app.js:12:3)`.
record FramePlace(CodeBlock code, int pc) {
  @Override
  public String toString() {
    Position position = code.template().source().position(code.positions().offset(pc));
    String place = code.template().source().name() + ":" + position;
    return code.name().isEmpty() ? place : code.name() + " (" + place + ")";
  }
}
