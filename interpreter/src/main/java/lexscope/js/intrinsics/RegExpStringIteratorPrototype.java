package lexscope.js.intrinsics;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %RegExpStringIteratorPrototype%, section 22.2.9.2, and its iterators.
final class RegExpStringIteratorPrototype {
  private RegExpStringIteratorPrototype() {}

  /// An iterator of `matchAll`. What it iterates over is dropped with the last match.
  private static final class RegExpStringIterator extends JsObject {
    private @Nullable JsObject matcher;
    private JsString string;
    private final boolean global;
    private final boolean unicode;

    RegExpStringIterator(
        Agent agent, JsObject matcher, JsString string, boolean global, boolean unicode) {
      super(Shape.root(agent, agent.realm().get(Intrinsic.REGEXP_STRING_ITERATOR_PROTOTYPE), 0));
      this.matcher = matcher;
      this.string = string;
      this.global = global;
      this.unicode = unicode;
    }

    /// The next match; null, once and for all, after the last one.
    @Nullable JsObject step(Agent agent) {
      JsObject expression = matcher;
      if (expression == null) {
        return null;
      }
      JsObject match = RegExpOperations.regExpExec(agent, expression, string);
      if (match == null || !global) {
        finish(agent);
        return match;
      }
      Object text = ObjectOperations.get(agent, match, PropertyKey.ofIndex(0));
      if (TypeConversion.toString(agent, text).isEmpty()) {
        long index = RegExpOperations.lastIndex(agent, expression);
        RegExpOperations.setLastIndex(
            agent, expression, RegExpOperations.advanceStringIndex(string, index, unicode));
      }
      return match;
    }

    void finish(Agent agent) {
      matcher = null;
      string = agent.emptyString();
    }

    @Override
    public String className() {
      return "RegExp String Iterator";
    }

    @Override
    protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
      super.visitEdges(rule, visitor);
      visitor.edge(EdgeKind.INTERNAL, "[[IteratingRegExp]]", matcher);
      visitor.edge(EdgeKind.INTERNAL, "[[IteratedString]]", string);
    }
  }

  static void create(Realm realm) {
    IntrinsicBuilder.ordinary(
            realm, Intrinsic.REGEXP_STRING_ITERATOR_PROTOTYPE, Intrinsic.ITERATOR_PROTOTYPE)
        .method("next", 0, RegExpStringIteratorPrototype::next)
        .tag("RegExp String Iterator");
  }

  /// 22.2.9.1 CreateRegExpStringIterator ( R, S, global, fullUnicode ).
  static JsObject createIterator(
      Agent agent, JsObject matcher, JsString string, boolean global, boolean unicode) {
    return agent.heap().allocate(new RegExpStringIterator(agent, matcher, string, global, unicode));
  }

  /// 22.2.9.2.1 %RegExpStringIteratorPrototype%.next ( ).
  private static Object next(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(thisValue instanceof RegExpStringIterator iterator)) {
      throw agent.typeError(
          ErrorMessages.incompatibleReceiver("RegExp String Iterator.prototype.next", thisValue));
    }
    JsObject match;
    try {
      match = iterator.step(agent);
    } catch (ThrowCompletion thrown) {
      iterator.finish(agent);
      throw thrown;
    }
    return match == null
        ? IteratorOperations.createIterResultObject(agent, Undefined.UNDEFINED, true)
        : IteratorOperations.createIterResultObject(agent, match, false);
  }
}
