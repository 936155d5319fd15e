package lexscope.js.value;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.intrinsics.Realm;
import lexscope.js.vm.Agent;

/// A bound function exotic object, section 10.4.1. It keeps its target, its `this` and its
/// arguments, and no environment, under every policy.
public final class BoundFunction extends JsFunction {
  private final JsObject target;
  private final Object boundThis;
  private final Object[] boundArguments;
  private final boolean constructor;

  private BoundFunction(
      Realm realm, Shape shape, JsObject target, Object boundThis, Object[] boundArguments) {
    super(realm, shape);
    this.target = target;
    this.boundThis = boundThis;
    this.boundArguments = boundArguments;
    this.constructor = target.isConstructor();
  }

  /// BoundFunctionCreate, section 10.4.1.3.
  ///
  /// @throws ThrowCompletion if asking the target for its prototype throws
  public static BoundFunction create(
      Agent agent, JsObject target, Object boundThis, Object[] boundArguments) {
    Shape shape = Shape.root(agent, target.getPrototypeOf(agent), 2);
    return agent
        .heap()
        .allocate(new BoundFunction(agent.realm(), shape, target, boundThis, boundArguments));
  }

  /// The `[[BoundTargetFunction]]`.
  public JsObject target() {
    return target;
  }

  /// The `[[BoundThis]]`.
  public Object boundThis() {
    return boundThis;
  }

  /// How many `[[BoundArguments]]` there are.
  public int boundArgumentCount() {
    return boundArguments.length;
  }

  @Override
  public boolean isConstructor() {
    return constructor;
  }

  @Override
  protected String initialName() {
    return "bound function";
  }

  /// `[[Call]]`, section 10.4.1.1. A chain of bound functions is walked by a loop.
  @Override
  public Object call(Agent agent, Object thisValue, Object[] args) {
    BoundFunction f = this;
    Object[] all = f.prepend(args);
    while (f.target instanceof BoundFunction inner) {
      f = inner;
      all = f.prepend(all);
    }
    return f.target.call(agent, f.boundThis, all);
  }

  /// `[[Construct]]`, section 10.4.1.2.
  @Override
  public JsObject construct(Agent agent, Object[] args, JsObject newTarget) {
    BoundFunction f = this;
    JsObject receiver = newTarget == f ? f.target : newTarget;
    Object[] all = f.prepend(args);
    while (f.target instanceof BoundFunction inner) {
      f = inner;
      receiver = receiver == f ? f.target : receiver;
      all = f.prepend(all);
    }
    return f.target.construct(agent, all, receiver);
  }

  private Object[] prepend(Object[] args) {
    if (boundArguments.length == 0) {
      return args;
    }
    Object[] all = new Object[boundArguments.length + args.length];
    System.arraycopy(boundArguments, 0, all, 0, boundArguments.length);
    System.arraycopy(args, 0, all, boundArguments.length, args.length);
    return all;
  }

  @Override
  public String sourceText() {
    return "function () { [native code] }";
  }

  @Override
  protected long headerBytes() {
    return ModelledSizes.BOUND_FUNCTION + ModelledSizes.store(boundArguments.length);
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "bound_function", target);
    visitor.edge(EdgeKind.INTERNAL, "bound_this", boundThis);
    for (int i = 0; i < boundArguments.length; i++) {
      visitor.edge(EdgeKind.INTERNAL, "bound_argument_" + i, boundArguments[i]);
    }
  }
}
