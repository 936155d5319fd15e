package lexscope.js.intrinsics;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %StringIteratorPrototype%, section 22.1.5.1, and String Iterator objects.
final class StringIteratorPrototype {
  private StringIteratorPrototype() {}

  /// A String Iterator: the string until its end was reached, and the place in it.
  private static final class StringIterator extends JsObject {
    private @Nullable JsString string;
    private int position;

    StringIterator(Agent agent, JsString string) {
      super(Shape.root(agent, agent.realm().get(Intrinsic.STRING_ITERATOR_PROTOTYPE), 0));
      this.string = string;
    }

    @Override
    public String className() {
      return "String Iterator";
    }

    @Override
    protected long headerBytes() {
      return super.headerBytes() + 2L * ModelledSizes.SLOT;
    }

    @Override
    protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
      super.visitEdges(rule, visitor);
      visitor.edge(EdgeKind.INTERNAL, "[[IteratedString]]", string);
    }
  }

  static void create(Realm realm) {
    IntrinsicBuilder.ordinary(
            realm, Intrinsic.STRING_ITERATOR_PROTOTYPE, Intrinsic.ITERATOR_PROTOTYPE)
        .method("next", 0, StringIteratorPrototype::next)
        .tag("String Iterator");
  }

  /// `The iterator of String.prototype [ %Symbol.iterator% ]`.
  static JsObject createIterator(Agent agent, JsString string) {
    return agent.heap().allocate(new StringIterator(agent, string));
  }

  /// 22.1.5.1.1 %StringIteratorPrototype%.next ( ).
  private static Object next(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(thisValue instanceof StringIterator iterator)) {
      throw agent.typeError(
          ErrorMessages.incompatibleReceiver("String Iterator.prototype.next", thisValue));
    }
    JsString s = iterator.string;
    if (s == null || iterator.position >= s.length()) {
      iterator.string = null;
      return IteratorOperations.createIterResultObject(agent, Undefined.UNDEFINED, true);
    }
    int from = iterator.position;
    int width = Character.charCount(s.toString().codePointAt(from));
    iterator.position = from + width;
    return IteratorOperations.createIterResultObject(
        agent, s.substring(agent, from, from + width), false);
  }
}
