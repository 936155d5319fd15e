package lexscope.js.bytecode;

import lexscope.js.syntax.Expression;
import lexscope.js.syntax.FunctionNode;

/// `yield`, `yield*` and `await`, ECMA-262 sections 15.5.5, 15.6 and 15.8.5, and the closing of
/// async iterators.
final class GeneratorCompiler {
  private static final int THROW = 1;
  private static final int RETURN = 2;

  private final BytecodeCompiler c;

  GeneratorCompiler(BytecodeCompiler compiler) {
    c = compiler;
  }

  private boolean isAsyncGenerator() {
    FunctionNode node = c.template.node();
    return node != null && node.isAsync() && node.isGenerator();
  }

  /// `await argument`.
  void await(Expression.Await node, int dst) {
    int value = c.code.register();
    c.expressions.into(node.argument(), value);
    c.code.position(node.start());
    awaitRegister(value);
    c.scopes.move(dst, value);
  }

  /// Await of what a register holds.
  void awaitRegister(int register) {
    c.code.emit(Opcode.AWAIT, register);
    c.code.emit(Opcode.RESUME_AWAIT, register);
  }

  /// The operand of `return` is awaited in async generators.
  void awaitReturnValue(int register) {
    if (isAsyncGenerator()) {
      awaitRegister(register);
    }
  }

  /// `yield argument`.
  void yield(Expression.Yield node, int dst) {
    int value = c.code.register();
    Expression argument = node.argument();
    if (argument == null) {
      c.code.emit(Opcode.LOAD_UNDEFINED, value);
    } else {
      c.expressions.into(argument, value);
    }
    c.code.position(node.start());
    if (isAsyncGenerator()) {
      awaitRegister(value);
    }
    c.code.emit(Opcode.YIELD, value, 0);
    var resumed = new Label();
    c.code.jump(Opcode.RESUME, resumed, value);
    awaitReturnValue(value);
    c.control.emitReturn(value);
    c.code.bind(resumed);
    c.scopes.move(dst, value);
  }

  /// `yield* argument`: hands resumptions on to the inner iterator.
  void yieldStar(Expression.YieldStar node, int dst) {
    boolean async = isAsyncGenerator();
    int place = node.start();
    int iterator = c.code.register();
    int next = c.code.register();
    int received = c.code.register();
    int mode = c.code.register();
    int result = c.code.register();
    c.expressions.into(node.argument(), received);
    c.code.position(c.places.of(node.argument()));
    c.code.emit(async ? Opcode.GET_ASYNC_ITERATOR : Opcode.GET_ITERATOR, iterator, next, received);
    c.code.emit(Opcode.LOAD_UNDEFINED, received);
    c.code.emit(Opcode.LOAD_CONSTANT, mode, c.code.constant(0));
    var top = new Label();
    var onThrow = new Label();
    var onReturn = new Label();
    var suspend = new Label();
    var end = new Label();
    c.code.bind(top);
    c.code.jump(Opcode.JUMP_IF_NOT_SAME, onThrow, mode, 0);
    c.code.emit(Opcode.CALL, result, next, iterator, received, 1);
    innerResult(result, suspend, place);
    c.code.emit(Opcode.ITERATOR_VALUE, result, result);
    c.code.jump(Opcode.JUMP, end);
    c.code.bind(onThrow);
    c.code.jump(Opcode.JUMP_IF_NOT_SAME, onReturn, mode, THROW);
    delegateThrow(iterator, received, result, suspend, node.start());
    c.code.jump(Opcode.JUMP, end);
    c.code.bind(onReturn);
    delegateReturn(iterator, received, result, suspend, node.start());
    c.code.bind(suspend);
    if (async) {
      c.code.emit(Opcode.ITERATOR_VALUE, result, result);
    }
    c.code.emit(Opcode.YIELD, result, async ? 0 : 1);
    c.code.emit(Opcode.RESUME_DELEGATE, received, mode);
    if (async) {
      awaitReceivedReturn(received, mode);
    }
    c.code.loop(top, 0);
    c.code.bind(end);
    c.scopes.move(dst, result);
  }

  /// The inner result: suspends unless the inner iterator is done.
  private void innerResult(int result, Label suspend, int place) {
    if (isAsyncGenerator()) {
      c.code.position(place);
      awaitRegister(result);
    }
    c.code.emit(Opcode.CHECK_OBJECT, result, 0);
    int mark = c.code.registerMark();
    int done = c.code.register();
    c.code.emit(Opcode.ITERATOR_COMPLETE, done, result);
    c.code.jump(Opcode.JUMP_IF_FALSE, suspend, done);
    c.code.releaseRegisters(mark);
  }

  private void delegateThrow(int iterator, int received, int result, Label suspend, int place) {
    int mark = c.code.registerMark();
    int method = c.code.register();
    var missing = new Label();
    var end = new Label();
    c.code.emit(Opcode.GET_DELEGATE_METHOD, method, iterator, THROW);
    c.code.jump(Opcode.JUMP_IF_UNDEFINED, missing, method);
    c.code.emit(Opcode.CALL, result, method, iterator, received, 1);
    innerResult(result, suspend, place);
    c.code.emit(Opcode.ITERATOR_VALUE, result, result);
    c.code.jump(Opcode.JUMP, end);
    c.code.bind(missing);
    if (isAsyncGenerator()) {
      asyncIteratorClose(iterator);
    } else {
      c.code.emit(Opcode.ITERATOR_CLOSE, iterator);
    }
    c.code.emit(Opcode.THROW_TYPE_ERROR, c.text("The iterator does not provide a 'throw' method"));
    c.code.bind(end);
    c.code.releaseRegisters(mark);
  }

  private void delegateReturn(int iterator, int received, int result, Label suspend, int place) {
    int mark = c.code.registerMark();
    int method = c.code.register();
    var missing = new Label();
    c.code.emit(Opcode.GET_DELEGATE_METHOD, method, iterator, RETURN);
    c.code.jump(Opcode.JUMP_IF_UNDEFINED, missing, method);
    c.code.emit(Opcode.CALL, result, method, iterator, received, 1);
    innerResult(result, suspend, place);
    c.code.emit(Opcode.ITERATOR_VALUE, result, result);
    c.control.emitReturn(result);
    c.code.bind(missing);
    awaitReturnValue(received);
    c.control.emitReturn(received);
    c.code.releaseRegisters(mark);
  }

  /// AsyncGeneratorYield awaits what a return completion brings; a rejection makes it a throw
  /// completion.
  private void awaitReceivedReturn(int received, int mode) {
    var other = new Label();
    c.code.jump(Opcode.JUMP_IF_NOT_SAME, other, mode, RETURN);
    c.code.emit(Opcode.AWAIT, received);
    c.code.emit(Opcode.RESUME_DELEGATE, received, mode);
    c.code.jump(Opcode.JUMP_IF_NOT_SAME, other, mode, 0);
    c.code.emit(Opcode.LOAD_CONSTANT, mode, c.code.constant(RETURN));
    c.code.bind(other);
  }

  /// AsyncIteratorClose of a completion that is no throw.
  void asyncIteratorClose(int iterator) {
    int mark = c.code.registerMark();
    int method = c.code.register();
    int result = c.code.register();
    var end = new Label();
    c.code.emit(Opcode.GET_DELEGATE_METHOD, method, iterator, RETURN);
    c.code.jump(Opcode.JUMP_IF_UNDEFINED, end, method);
    c.code.emit(Opcode.CALL, result, method, iterator, result, 0);
    awaitRegister(result);
    c.code.emit(Opcode.CHECK_OBJECT, result, 0);
    c.code.bind(end);
    c.code.releaseRegisters(mark);
  }

  /// AsyncIteratorClose of a throw completion: what goes wrong meanwhile is of no interest.
  void asyncIteratorCloseQuietly(int iterator) {
    int mark = c.code.registerMark();
    int method = c.code.register();
    int result = c.code.register();
    var end = new Label();
    int start = c.code.here();
    c.code.emit(Opcode.GET_DELEGATE_METHOD, method, iterator, RETURN);
    c.code.jump(Opcode.JUMP_IF_UNDEFINED, end, method);
    c.code.emit(Opcode.CALL, result, method, iterator, result, 0);
    awaitRegister(result);
    int stop = c.code.here();
    c.code.jump(Opcode.JUMP, end);
    int handler = c.code.here();
    c.code.emit(Opcode.CATCH, result);
    c.code.handler(start, stop, handler);
    c.code.bind(end);
    c.code.releaseRegisters(mark);
  }
}
