package lexscope.js.intrinsics;

import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Accessor;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.BoundFunction;
import lexscope.js.value.JsFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// `%Function.prototype%`, section 20.2.3.
final class FunctionPrototype {
  private FunctionPrototype() {}

  /// The object alone, as other intrinsics need it first: a built-in function that returns
  /// undefined.
  static NativeFunction createObject(Realm realm) {
    Shape shape = Shape.root(realm.agent(), realm.get(Intrinsic.OBJECT_PROTOTYPE), 2);
    return NativeFunction.create(realm, shape, "", 0, (_, _, _, _) -> Undefined.UNDEFINED, false);
  }

  static void create(Realm realm) {
    Agent agent = realm.agent();
    JsObject prototype = realm.get(Intrinsic.FUNCTION_PROTOTYPE);
    new IntrinsicBuilder(realm, prototype)
        .method("apply", 2, FunctionPrototype::apply)
        .method("bind", 1, FunctionPrototype::bind)
        .method("call", 1, FunctionPrototype::call)
        .method("toString", 0, FunctionPrototype::toStringMethod)
        .method(agent.symbols().hasInstance(), 1, FunctionPrototype::hasInstance, Attributes.NONE);
    NativeFunction thrower = NativeFunction.create(realm, "", 0, FunctionPrototype::throwTypeError);
    for (PropertyKey key : new PropertyKey[] {PropertyKeys.LENGTH, PropertyKeys.NAME}) {
      thrower.put(agent, key, ObjectOperations.get(agent, thrower, key), Attributes.NONE);
    }
    thrower.preventExtensions(agent);
    realm.set(Intrinsic.THROW_TYPE_ERROR, thrower);
    var poison = new Accessor(thrower, thrower);
    prototype.put(agent, PropertyKeys.ARGUMENTS, poison, Attributes.CONFIGURABLE);
    prototype.put(agent, PropertyKeys.CALLER, poison, Attributes.CONFIGURABLE);
  }

  /// `%ThrowTypeError%`, section 10.2.4.1.
  private static Object throwTypeError(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    throw agent.typeError(
        "'caller', 'callee', and 'arguments' properties may not be accessed on strict mode"
            + " functions or the arguments objects for calls to them");
  }

  /// Section 20.2.3.1.
  private static Object apply(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(thisValue instanceof JsObject function) || !function.isCallable()) {
      throw agent.typeError(
          "Function.prototype.apply was called on "
              + ErrorMessages.show(thisValue)
              + ", which is "
              + article(TestingAndComparison.typeOf(thisValue))
              + " and not a function");
    }
    Object list = Args.get(args, 1);
    return function.call(
        agent,
        Args.get(args, 0),
        TestingAndComparison.isNullish(list)
            ? Args.NONE
            : ObjectOperations.createListFromArrayLike(agent, list));
  }

  private static String article(String type) {
    return (type.equals("object") || type.equals("undefined") ? "an " : "a ") + type;
  }

  /// Section 20.2.3.2.
  private static Object bind(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(thisValue instanceof JsObject target) || !target.isCallable()) {
      throw agent.typeError("Bind must be called on a function");
    }
    BoundFunction bound =
        BoundFunction.create(agent, target, Args.get(args, 0), Args.from(args, 1));
    double length = 0;
    if (ObjectOperations.hasOwnProperty(agent, target, PropertyKeys.LENGTH)) {
      Object targetLength = ObjectOperations.get(agent, target, PropertyKeys.LENGTH);
      if (Numbers.isNumber(targetLength)) {
        double n = TypeConversion.truncate(Numbers.toDouble(targetLength));
        length = Math.max(n - bound.boundArgumentCount(), 0);
      }
    }
    Object name = ObjectOperations.get(agent, target, PropertyKeys.NAME);
    bound.put(agent, PropertyKeys.LENGTH, Numbers.of(length), Attributes.CONFIGURABLE);
    JsString boundName =
        JsString.concat(
            agent, agent.string("bound "), name instanceof JsString s ? s : agent.emptyString());
    bound.put(agent, PropertyKeys.NAME, boundName, Attributes.CONFIGURABLE);
    return bound;
  }

  /// Section 20.2.3.3.
  private static Object call(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject function = ObjectOperations.requireCallable(agent, thisValue);
    return function.call(agent, Args.get(args, 0), Args.from(args, 1));
  }

  /// Section 20.2.3.5.
  private static Object toStringMethod(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (thisValue instanceof JsFunction function) {
      return agent.string(function.sourceText());
    }
    if (TestingAndComparison.isCallable(thisValue)) {
      return agent.string("function () { [native code] }");
    }
    throw agent.typeError("Function.prototype.toString requires that 'this' be a Function");
  }

  /// Section 20.2.3.6.
  private static Object hasInstance(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return ConstructorOperations.ordinaryHasInstance(agent, thisValue, Args.get(args, 0));
  }
}
