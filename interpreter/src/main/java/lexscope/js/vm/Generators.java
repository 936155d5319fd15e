package lexscope.js.vm;

import java.util.Objects;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Shape;

/// The start of generators, ECMA-262 sections 27.5.3.1 and 27.6.3.2.
final class Generators {
  private Generators() {}

  /// OrdinaryCreateFromConstructor and GeneratorStart: the activation stops after its parameters.
  static JsObject create(Machine machine, Frame frame) {
    EcmaScriptFunction function = Objects.requireNonNull(frame.function);
    boolean async = function.template.isAsync();
    int mark = machine.handles().mark();
    JsObject prototype =
        ObjectOperations.get(machine, function, PropertyKeys.PROTOTYPE) instanceof JsObject object
            ? object
            : frame.realm.get(
                async ? Intrinsic.ASYNC_GENERATOR_PROTOTYPE : Intrinsic.GENERATOR_PROTOTYPE);
    machine.heap().setSite(frame.code.siteBase() + frame.pc);
    Shape shape = Shape.root(machine, prototype, 4);
    JsObject generator =
        machine
            .heap()
            .allocateUnrooted(
                async ? new AsyncGeneratorObject(shape, frame) : new GeneratorObject(shape, frame));
    machine.handles().release(mark);
    return generator;
  }
}
