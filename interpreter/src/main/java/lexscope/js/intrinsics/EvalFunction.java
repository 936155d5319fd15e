package lexscope.js.intrinsics;

import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.PropertyKey;
import lexscope.js.vm.Agent;
import lexscope.js.vm.Machine;
import org.jspecify.annotations.Nullable;

/// `%eval%`, ECMA-262 section 19.2.1. Called in any way but by its own name it is an indirect eval.
final class EvalFunction {
  private EvalFunction() {}

  static void create(Realm realm) {
    NativeFunction eval = NativeFunction.create(realm, "eval", 1, EvalFunction::eval);
    realm.set(Intrinsic.EVAL, eval);
    realm.globalObject().put(realm.agent(), PropertyKey.of("eval"), eval, Attributes.HIDDEN);
  }

  private static Object eval(
      Agent agent, Object self, Object[] args, @Nullable JsObject newTarget) {
    return ((Machine) agent).evaluation().indirectEval(Args.get(args, 0));
  }
}
