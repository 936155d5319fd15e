package lexscope.js.web;

import java.util.Set;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.IntrinsicBuilder;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The `classList` of an element. NON-SPEC: a new object each time it is asked for.
final class ClassListObject extends JsObject {
  private final ElementObject element;

  private ClassListObject(Shape shape, ElementObject element) {
    super(shape);
    this.element = element;
  }

  static Object create(Agent agent, ElementObject element) {
    JsObject prototype = agent.realm().get(Intrinsic.OBJECT_PROTOTYPE);
    var list = new ClassListObject(Shape.root(agent, prototype), element);
    agent.heap().allocate(list);
    new IntrinsicBuilder(agent.realm(), list)
        .method("add", 0, (a, self, args, _) -> change(a, self, args, true))
        .method("remove", 0, (a, self, args, _) -> change(a, self, args, false))
        .method("contains", 1, ClassListObject::contains)
        .method("toggle", 1, ClassListObject::toggle)
        .getter("length", (a, self, _, _) -> element(a, self).classes().size())
        .getter("value", (a, self, _, _) -> a.string(element(a, self).attribute("class")));
    return list;
  }

  private static ElementObject element(Agent agent, Object thisValue) {
    if (thisValue instanceof ClassListObject list) {
      return list.element;
    }
    throw agent.typeError(ErrorMessages.incompatibleReceiver("DOMTokenList", thisValue));
  }

  private static Object change(Agent agent, Object thisValue, Object[] args, boolean add) {
    ElementObject element = element(agent, thisValue);
    Set<String> classes = element.classes();
    for (Object arg : args) {
      String name = TypeConversion.toText(agent, arg);
      if (add) {
        classes.add(name);
      } else {
        classes.remove(name);
      }
    }
    element.attributes().put("class", String.join(" ", classes));
    return Undefined.UNDEFINED;
  }

  private static Object contains(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    String name = TypeConversion.toText(agent, Args.get(args, 0));
    return element(agent, thisValue).classes().contains(name);
  }

  private static Object toggle(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    ElementObject element = element(agent, thisValue);
    String name = TypeConversion.toText(agent, Args.get(args, 0));
    boolean add =
        args.length > 1 ? TypeConversion.toBoolean(args[1]) : !element.classes().contains(name);
    change(agent, thisValue, new Object[] {agent.string(name)}, add);
    return add;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "element", element);
  }

  @Override
  public String className() {
    return "DOMTokenList";
  }
}
