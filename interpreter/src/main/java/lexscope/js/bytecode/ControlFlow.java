package lexscope.js.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lexscope.js.scope.Scope;
import org.jspecify.annotations.Nullable;

/// Jumps that leave constructs: break, continue, return, through scopes, iterators and finally
/// blocks. Completion Records (ECMA-262 section 6.2.4) exist only inside `finally`: there, a
/// register says how to go on.
final class ControlFlow {
  /// Something that control can be inside of.
  sealed interface Level {}

  /// A statement that break, or continue, can name.
  ///
  /// @param labels its labels; a plain break names it if `breakable`
  /// @param scope the scope around it
  record Target(
      Set<String> labels,
      boolean breakable,
      @Nullable Label onBreak,
      @Nullable Label onContinue,
      Scope scope)
      implements Level {}

  /// A region with an exception handler; jumps out of it are not covered by the handler.
  static final class Region implements Level {
    final Scope scope;
    int start;
    final List<int[]> parts = new ArrayList<>();

    Region(Scope scope, int start) {
      this.scope = scope;
      this.start = start;
    }
  }

  /// An iterator that must be closed by jumps that leave its loop.
  ///
  /// @param close emits the closing of a normal completion
  record OpenIterator(Region region, Scope scope, Runnable close) implements Level {}

  /// A `finally` block.
  static final class Finally implements Level {
    final Region region;
    final Scope scope;
    final Label entry = new Label();
    final int kind;
    final int value;
    final List<Exit> exits = new ArrayList<>();

    Finally(Region region, Scope scope, int kind, int value) {
      this.region = region;
      this.scope = scope;
      this.kind = kind;
      this.value = value;
    }
  }

  /// A way to leave: to a break or continue target, or (null) by returning.
  record Exit(@Nullable Target target, boolean isContinue) {}

  private static final int FIRST_EXIT = 2;

  private final BytecodeCompiler c;
  private final List<Level> levels = new ArrayList<>();

  ControlFlow(BytecodeCompiler compiler) {
    c = compiler;
  }

  /// Control is inside of it from here on.
  void push(Level level) {
    levels.add(level);
  }

  /// Control is outside of the innermost level again.
  void pop() {
    levels.removeLast();
  }

  /// Opens a region with an exception handler.
  Region openRegion() {
    var region = new Region(c.scope, c.code.here());
    return region;
  }

  /// Ends a region and makes `handler` catch what is thrown in it, jumps out of it excepted.
  void closeRegion(Region region, int handler, int end) {
    for (int[] part : region.parts) {
      c.code.handler(part[0], part[1], handler);
    }
    c.code.handler(region.start, end, handler);
  }

  /// `break` or `break label`.
  void emitBreak(@Nullable String label) {
    leave(new Exit(find(label, false), false), -1);
  }

  /// `continue` or `continue label`.
  void emitContinue(@Nullable String label) {
    leave(new Exit(find(label, true), true), -1);
  }

  private Target find(@Nullable String label, boolean isContinue) {
    for (int i = levels.size() - 1; i >= 0; i--) {
      if (levels.get(i) instanceof Target target
          && (isContinue ? target.onContinue != null : target.onBreak != null)
          && (label == null ? target.breakable : target.labels.contains(label))) {
        return target;
      }
    }
    throw new IllegalStateException("no target for a jump to " + label);
  }

  /// `return` with a value in a register; the parser allows it in functions only.
  void emitReturn(int value) {
    leave(new Exit(null, false), value);
  }

  /// Whether nothing runs between a `return` here and the return of the activation.
  boolean returnsAtOnce() {
    return !c.template.isGenerator() && levels.stream().allMatch(Target.class::isInstance);
  }

  /// The end of the code: a return that no construct encloses.
  void finish(int value) {
    emitFinalReturn(value);
  }

  /// Leaves level by level, inside out, up to the target.
  private void leave(Exit exit, int value) {
    leaveFrom(levels.size() - 1, c.scope, exit, value);
  }

  private void leaveFrom(int innermost, Scope from, Exit exit, int value) {
    List<Region> gaps = new ArrayList<>();
    Scope saved = c.scope;
    Scope scope = from;
    boolean done = false;
    for (int i = innermost; i >= 0 && !done; i--) {
      switch (levels.get(i)) {
        case Target target -> {
          if (target == exit.target) {
            popScopes(scope, target.scope);
            Label label = exit.isContinue ? target.onContinue : target.onBreak;
            c.code.jump(Opcode.JUMP, java.util.Objects.requireNonNull(label));
            done = true;
          }
        }
        case Region region -> openGap(region, gaps);
        case OpenIterator iterator -> {
          popScopes(scope, iterator.scope);
          scope = iterator.scope;
          openGap(iterator.region, gaps);
          List<Level> inner = new ArrayList<>(levels.subList(i, levels.size()));
          levels.subList(i, levels.size()).clear();
          c.scope = scope;
          iterator.close.run();
          c.scope = saved;
          levels.addAll(inner);
        }
        case Finally block -> {
          popScopes(scope, block.scope);
          openGap(block.region, gaps);
          enterFinally(block, exit, value);
          done = true;
        }
      }
    }
    if (!done) {
      emitFinalReturn(value);
    }
    for (Region gap : gaps) {
      gap.start = c.code.here();
    }
    c.scope = saved;
  }

  private void openGap(Region region, List<Region> gaps) {
    region.parts.add(new int[] {region.start, c.code.here()});
    region.start = Integer.MAX_VALUE;
    gaps.add(region);
  }

  private void enterFinally(Finally block, Exit exit, int value) {
    int index = block.exits.indexOf(exit);
    if (index < 0) {
      index = block.exits.size();
      block.exits.add(exit);
    }
    if (value >= 0) {
      c.scopes.move(block.value, value);
    }
    c.code.emit(Opcode.LOAD_CONSTANT, block.kind, c.code.constant(index + FIRST_EXIT));
    c.code.jump(Opcode.JUMP, block.entry);
  }

  /// The end of a finally block, which is no level any more: goes on as the completion says.
  void dispatch(Finally block) {
    var isThrow = new Label();
    c.code.jump(Opcode.JUMP_IF_NOT_SAME, isThrow, block.kind, 1);
    c.code.emit(Opcode.THROW, block.value);
    c.code.bind(isThrow);
    for (int i = 0; i < block.exits.size(); i++) {
      var next = new Label();
      c.code.jump(Opcode.JUMP_IF_NOT_SAME, next, block.kind, i + FIRST_EXIT);
      leaveFrom(levels.size() - 1, c.scope, block.exits.get(i), block.value);
      c.code.bind(next);
    }
  }

  private void popScopes(Scope from, Scope to) {
    for (Scope scope = from; scope != to; scope = outer(scope)) {
      if (scope.isMaterialized()) {
        c.code.emit(Opcode.POP_SCOPE);
      }
    }
  }

  private static Scope outer(Scope scope) {
    Scope outer = scope.outer();
    if (outer == null) {
      throw new IllegalStateException("left the outermost scope");
    }
    return outer;
  }

  private void emitFinalReturn(int value) {
    if (c.template.isDerivedConstructor()) {
      int mark = c.code.registerMark();
      int self = c.code.register();
      c.expressions.loadThisUnchecked(self);
      c.code.emit(Opcode.RETURN_CONSTRUCTED, value, self);
      c.code.releaseRegisters(mark);
    } else {
      c.code.emit(Opcode.RETURN, value);
    }
  }
}
