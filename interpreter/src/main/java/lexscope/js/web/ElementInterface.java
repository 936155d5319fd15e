package lexscope.js.web;

import java.util.Locale;
import lexscope.js.intrinsics.IntrinsicBuilder;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeBody;
import lexscope.js.value.Null;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The interface of all elements.
final class ElementInterface {
  private ElementInterface() {}

  static void define(WebRealm web) {
    IntrinsicBuilder builder =
        web.define(WebInterface.ELEMENT, WebInterface.NODE, 0, WebRealm.illegalConstructor())
            .getter("tagName", reader((agent, element) -> agent.string(element.nodeName())))
            .getter("localName", reader((agent, element) -> agent.string(element.localName())))
            .getter("style", reader((agent, element) -> element.style(agent)))
            .getter("classList", reader(ClassListObject::create))
            .getter(
                "outerHTML",
                reader((agent, element) -> agent.string(HtmlSerializer.outer(element))))
            .accessor(
                "innerHTML",
                reader((agent, element) -> agent.string(HtmlSerializer.inner(element))),
                ElementInterface::setInnerHtml)
            .method("getAttribute", 1, ElementInterface::getAttribute)
            .method("setAttribute", 2, ElementInterface::setAttribute)
            .method("removeAttribute", 1, ElementInterface::removeAttribute)
            .method("hasAttribute", 1, ElementInterface::hasAttribute)
            .method("matches", 1, ElementInterface::matches)
            .method("closest", 1, ElementInterface::closest)
            .method("click", 0, ElementInterface::click);
    reflect(builder, "id", "id");
    reflect(builder, "className", "class");
    ParentNodes.define(builder);
  }

  /// Reads a property of an element.
  @FunctionalInterface
  private interface Reader {
    Object read(Agent agent, ElementObject element);
  }

  private static NativeBody reader(Reader reader) {
    return (agent, thisValue, _, _) -> reader.read(agent, thisElement(agent, thisValue));
  }

  static ElementObject thisElement(Agent agent, Object thisValue) {
    if (thisValue instanceof ElementObject element) {
      return element;
    }
    throw agent.typeError(ErrorMessages.incompatibleReceiver("HTMLElement.prototype", thisValue));
  }

  /// A property that reflects an attribute.
  private static void reflect(IntrinsicBuilder builder, String property, String attribute) {
    builder.accessor(
        property,
        reader((agent, element) -> agent.string(element.attribute(attribute))),
        (agent, thisValue, args, _) -> {
          String value = TypeConversion.toText(agent, Args.get(args, 0));
          thisElement(agent, thisValue).attributes().put(attribute, value);
          return Undefined.UNDEFINED;
        });
  }

  private static String attributeName(Agent agent, Object[] args) {
    return TypeConversion.toText(agent, Args.get(args, 0)).toLowerCase(Locale.ROOT);
  }

  private static Object setInnerHtml(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    ElementObject element = thisElement(agent, thisValue);
    Object value = Args.get(args, 0);
    String html = value == Null.NULL ? "" : TypeConversion.toText(agent, value);
    element.clear();
    new HtmlParser(WebRealm.of(agent), element).parseFragment(html);
    return Undefined.UNDEFINED;
  }

  private static Object getAttribute(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    ElementObject element = thisElement(agent, thisValue);
    String value = element.attributes().get(attributeName(agent, args));
    return value == null ? Null.NULL : agent.string(value);
  }

  private static Object setAttribute(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    ElementObject element = thisElement(agent, thisValue);
    String name = attributeName(agent, args);
    element.attributes().put(name, TypeConversion.toText(agent, Args.get(args, 1)));
    return Undefined.UNDEFINED;
  }

  private static Object removeAttribute(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    thisElement(agent, thisValue).attributes().remove(attributeName(agent, args));
    return Undefined.UNDEFINED;
  }

  private static Object hasAttribute(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisElement(agent, thisValue).attributes().containsKey(attributeName(agent, args));
  }

  private static Object matches(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    ElementObject element = thisElement(agent, thisValue);
    return ParentNodes.selector(agent, Args.get(args, 0)).matches(element);
  }

  private static Object closest(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Selector selector = ParentNodes.selector(agent, Args.get(args, 0));
    for (NodeObject at = thisElement(agent, thisValue); at != null; at = at.parent()) {
      if (at instanceof ElementObject element && selector.matches(element)) {
        return element;
      }
    }
    return Null.NULL;
  }

  private static Object click(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    ElementObject element = thisElement(agent, thisValue);
    EventDispatch.dispatch(agent, element, EventInterface.create(agent, "click", true, true));
    return Undefined.UNDEFINED;
  }
}
