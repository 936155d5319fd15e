package lexscope.js.vm;

import lexscope.gc.Cell;
import lexscope.gc.HandleStack;
import lexscope.gc.SiteSource;
import lexscope.js.bytecode.CodeBlock;
import lexscope.js.syntax.FunctionKind;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.value.JsFunction;
import lexscope.js.value.NativeFunction;

/// Finds for each new cell the chain of calls that makes it, and gives it the chain's number in a
/// [CallTree]. The chain is what `Error.stack` would show at that place: guest functions, built-in
/// functions that called guest code, and async functions that wait for what runs. The built-in
/// function that makes the cell itself is not in it: the place of its call is.
///
/// Activations are no cells that a program makes, and have no chain. Cost: in proportion to the
/// length of the chain, which is limited; what the last chain had in common with it is not looked
/// up again.
final class AllocationRecorder implements SiteSource, AsyncCallers.Visitor {
  private final Machine machine;
  private final CallTree tree;
  private final int depth;
  // Innermost first.
  private final int[] frames;
  private int length;
  // Outermost first.
  private final int[] lastFrames;
  private final int[] lastCalls;
  private int lastLength;

  AllocationRecorder(Machine machine, CallTree tree, int depth) {
    this.machine = machine;
    this.tree = tree;
    this.depth = depth;
    frames = new int[depth];
    lastFrames = new int[depth];
    lastCalls = new int[depth];
  }

  @Override
  public int siteOf(Cell cell, long bytes) {
    if (cell instanceof Frame) {
      return 0;
    }
    int call = running();
    if (call == CallTree.ROOT) {
      return 0;
    }
    tree.made(call, bytes);
    return call;
  }

  @Override
  public void grew(long bytes) {
    int call = running();
    if (call != CallTree.ROOT) {
      tree.grew(call, bytes);
    }
  }

  /// The chain that runs.
  private int running() {
    length = 0;
    HandleStack handles = machine.handles();
    Frame called = null;
    for (Frame frame = machine.currentFrame(); frame != null && length < depth; ) {
      if (called != null) {
        natives(handles, called.handleBase, frame.handleBase);
      }
      if (length < depth) {
        add(frameOf(frame));
      }
      called = frame;
      frame = frame.caller;
    }
    if (length < depth) {
      if (called != null) {
        natives(handles, called.handleBase, 0);
      }
      if (length < depth) {
        AsyncCallers.visit(machine, this);
      }
    }
    return interned();
  }

  private void add(int frame) {
    frames[length++] = frame;
  }

  private static int frameOf(Frame frame) {
    CodeBlock code = frame.code;
    int site = code.siteBase() + frame.pc;
    return frame.function != null && isOfClass(frame.function)
        ? CallTree.staticInitializer(site)
        : CallTree.running(site);
  }

  /// Whether it initializes a field of the class itself.
  private static boolean isOfClass(EcmaScriptFunction function) {
    return function.homeObject instanceof EcmaScriptFunction
        && function.template.node() instanceof FunctionNode node
        && node.kind() == FunctionKind.FIELD_INITIALIZER;
  }

  /// The built-in functions between two activations, and constructors that have no text.
  private void natives(HandleStack handles, int above, int floor) {
    int activation = handles.activationBelow(above, floor);
    while (activation >= 0 && length < depth) {
      int outer = handles.activationBelow(activation, floor);
      if (handles.function(activation) instanceof JsFunction function) {
        if (function instanceof EcmaScriptFunction constructor) {
          add(tree.named(AllocationSites.called(constructor.template), constructor.place()));
        } else if (!(function instanceof NativeFunction body)
            || FrameTrace.isShown(body, outer >= 0)) {
          add(tree.named(function.functionName(), null));
        }
      }
      activation = outer;
    }
  }

  @Override
  public boolean waiting(Frame frame, int pc) {
    add(CallTree.waiting(frame.code.siteBase() + pc));
    return length < depth;
  }

  @Override
  public boolean combined(String combinator, int index) {
    add(tree.combinator(combinator));
    return length < depth;
  }

  /// The number of the chain in [#frames].
  private int interned() {
    int same = 0;
    int most = Math.min(length, lastLength);
    while (same < most && lastFrames[same] == frames[length - 1 - same]) {
      same++;
    }
    int call = same == 0 ? CallTree.ROOT : lastCalls[same - 1];
    for (int i = same; i < length; i++) {
      lastFrames[i] = frames[length - 1 - i];
      call = tree.call(call, lastFrames[i]);
      lastCalls[i] = call;
    }
    lastLength = length;
    return call;
  }
}
