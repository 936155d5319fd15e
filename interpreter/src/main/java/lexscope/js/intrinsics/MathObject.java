package lexscope.js.intrinsics;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import lexscope.gc.HandleStack;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeBody;
import lexscope.js.value.Numbers;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %Math%, section 21.3. The transcendental functions are those of fdlibm.
final class MathObject {
  private MathObject() {}

  static void create(Realm realm) {
    IntrinsicBuilder.ordinary(realm, Intrinsic.MATH)
        .constant("E", Math.E)
        .constant("LN10", 2.302585092994046)
        .constant("LN2", 0.6931471805599453)
        .constant("LOG10E", 0.4342944819032518)
        .constant("LOG2E", 1.4426950408889634)
        .constant("PI", Math.PI)
        .constant("SQRT1_2", 0.7071067811865476)
        .constant("SQRT2", 1.4142135623730951)
        .tag("Math")
        .method("abs", 1, MathObject::abs)
        .method("acos", 1, unary(StrictMath::acos))
        .method("acosh", 1, unary(MathFunctions::acosh))
        .method("asin", 1, unary(StrictMath::asin))
        .method("asinh", 1, unary(MathFunctions::asinh))
        .method("atan", 1, unary(StrictMath::atan))
        .method("atanh", 1, unary(MathFunctions::atanh))
        .method("atan2", 2, binary(StrictMath::atan2))
        .method("cbrt", 1, unary(StrictMath::cbrt))
        .method("ceil", 1, unary(Math::ceil))
        .method("clz32", 1, MathObject::clz32)
        .method("cos", 1, unary(StrictMath::cos))
        .method("cosh", 1, unary(StrictMath::cosh))
        .method("exp", 1, unary(StrictMath::exp))
        .method("expm1", 1, unary(StrictMath::expm1))
        .method("f16round", 1, unary(x -> Float.float16ToFloat(ElementType.toFloat16(x))))
        .method("floor", 1, unary(Math::floor))
        .method("fround", 1, unary(x -> (float) x))
        .method("hypot", 2, MathObject::hypot)
        .method("imul", 2, MathObject::imul)
        .method("log", 1, unary(StrictMath::log))
        .method("log1p", 1, unary(StrictMath::log1p))
        .method("log10", 1, unary(StrictMath::log10))
        .method("log2", 1, unary(MathFunctions::log2))
        .method("max", 2, MathObject::max)
        .method("min", 2, MathObject::min)
        .method("pow", 2, binary(MathFunctions::pow))
        .method("random", 0, MathObject::random)
        .method("round", 1, unary(MathFunctions::round))
        .method("sign", 1, unary(Math::signum))
        .method("sin", 1, unary(StrictMath::sin))
        .method("sinh", 1, unary(StrictMath::sinh))
        .method("sqrt", 1, unary(Math::sqrt))
        .method("sumPrecise", 1, MathObject::sumPrecise)
        .method("tan", 1, unary(StrictMath::tan))
        .method("tanh", 1, unary(StrictMath::tanh))
        .method("trunc", 1, unary(x -> x < 0 ? Math.ceil(x) : Math.floor(x)));
  }

  private static NativeBody unary(DoubleUnaryOperator function) {
    return (agent, _, args, _) ->
        Numbers.of(function.applyAsDouble(TypeConversion.toNumber(agent, Args.get(args, 0))));
  }

  private static NativeBody binary(DoubleBinaryOperator function) {
    return (agent, _, args, _) -> {
      double x = TypeConversion.toNumber(agent, Args.get(args, 0));
      double y = TypeConversion.toNumber(agent, Args.get(args, 1));
      return Numbers.of(function.applyAsDouble(x, y));
    };
  }

  /// 21.3.2.1 Math.abs ( x ).
  private static Object abs(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object x = Args.get(args, 0);
    return x instanceof Integer i && i != Integer.MIN_VALUE
        ? (Object) Math.abs(i)
        : Numbers.of(Math.abs(TypeConversion.toNumber(agent, x)));
  }

  /// 21.3.2.11 Math.clz32 ( x ).
  private static Object clz32(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return Integer.numberOfLeadingZeros(TypeConversion.toInt32(agent, Args.get(args, 0)));
  }

  private static double[] numbers(Agent agent, Object[] args) {
    var numbers = new double[args.length];
    for (int i = 0; i < args.length; i++) {
      numbers[i] = TypeConversion.toNumber(agent, args[i]);
    }
    return numbers;
  }

  /// 21.3.2.18 Math.hypot ( ...args ).
  private static Object hypot(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return Numbers.of(MathFunctions.hypot(numbers(agent, args)));
  }

  /// 21.3.2.19 Math.imul ( x, y ).
  private static Object imul(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    int x = TypeConversion.toInt32(agent, Args.get(args, 0));
    return x * TypeConversion.toInt32(agent, Args.get(args, 1));
  }

  /// 21.3.2.24 Math.max ( ...args ).
  private static Object max(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double number : numbers(agent, args)) {
      highest = Math.max(highest, number);
    }
    return Numbers.of(highest);
  }

  /// 21.3.2.25 Math.min ( ...args ).
  private static Object min(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    double lowest = Double.POSITIVE_INFINITY;
    for (double number : numbers(agent, args)) {
      lowest = Math.min(lowest, number);
    }
    return Numbers.of(lowest);
  }

  /// 21.3.2.27 Math.random ( ): from the realm's generator, which has a fixed seed.
  private static Object random(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return Numbers.of(agent.realm().random().nextDouble());
  }

  /// Math.sumPrecise ( items ): the exact sum of an iterable's Numbers, rounded once.
  private static Object sumPrecise(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object items = Args.get(args, 0);
    TestingAndComparison.requireObjectCoercible(agent, items, "Math.sumPrecise");
    IteratorRecord iterator = IteratorOperations.getIterator(agent, items);
    var sum = new ExactSum();
    double special = 0;
    boolean anySpecial = false;
    boolean onlyMinusZero = true;
    HandleStack handles = agent.handles();
    while (true) {
      int mark = handles.mark();
      Object next = IteratorOperations.iteratorStepValue(agent, iterator);
      handles.release(mark);
      if (next == null) {
        break;
      }
      if (!Numbers.isNumber(next)) {
        throw IteratorOperations.iteratorCloseOnThrow(
            agent, iterator, agent.typeError(ErrorMessages.show(next) + " is not a number"));
      }
      double number = Numbers.toDouble(next);
      onlyMinusZero &= Double.doubleToRawLongBits(number) == Double.doubleToRawLongBits(-0.0);
      if (Double.isFinite(number)) {
        sum.add(number);
      } else {
        special += number;
        anySpecial = true;
      }
    }
    if (anySpecial) {
      return Numbers.of(special);
    }
    return onlyMinusZero ? Numbers.MINUS_ZERO : Numbers.of(sum.value());
  }
}
