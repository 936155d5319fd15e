package lexscope.js.intrinsics;

import lexscope.js.value.NativeFunction;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;

/// `%Function.prototype%`, section 20.2.3.
final class FunctionPrototype {
  private FunctionPrototype() {}

  /// The object alone, as other intrinsics need it first: a built-in function that returns
  /// undefined.
  static NativeFunction createObject(Realm realm) {
    Shape shape = Shape.root(realm.agent(), realm.get(Intrinsic.OBJECT_PROTOTYPE), 2);
    return NativeFunction.create(realm, shape, "", 0, (_, _, _, _) -> Undefined.UNDEFINED, false);
  }
}
