package lexscope.js.web;

import java.util.Locale;
import lexscope.js.intrinsics.IntrinsicBuilder;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeBody;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The interface Document.
final class DocumentInterface {
  private static final PropertyKey CONSOLE = PropertyKey.of("console");
  private static final PropertyKey LOG = PropertyKey.of("log");

  private DocumentInterface() {}

  static void define(WebRealm web) {
    IntrinsicBuilder builder =
        web.define(WebInterface.DOCUMENT, WebInterface.NODE, 0, WebRealm.illegalConstructor())
            .getter("documentElement", part("html"))
            .getter("head", part("head"))
            .getter("body", part("body"))
            .getter("readyState", (agent, _, _, _) -> agent.string("complete"))
            .accessor("title", DocumentInterface::title, DocumentInterface::setTitle)
            .method("createElement", 1, DocumentInterface::createElement)
            .method("createTextNode", 1, DocumentInterface::createTextNode)
            .method("getElementById", 1, DocumentInterface::getElementById)
            .method("write", 1, DocumentInterface::write)
            .method("writeln", 1, DocumentInterface::write);
    ParentNodes.define(builder);
  }

  private static DocumentObject thisDocument(Agent agent, Object thisValue) {
    if (thisValue instanceof DocumentObject document) {
      return document;
    }
    throw agent.typeError(ErrorMessages.incompatibleReceiver("Document.prototype", thisValue));
  }

  private static NativeBody part(String localName) {
    return (agent, thisValue, _, _) ->
        ObjectOperations.nullable(thisDocument(agent, thisValue).part(localName));
  }

  private static Object title(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    for (NodeObject node : thisDocument(agent, thisValue).descendants()) {
      if (node instanceof ElementObject element && element.localName().equals("title")) {
        return agent.string(element.textContent().strip());
      }
    }
    return agent.emptyString();
  }

  private static Object setTitle(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    DocumentObject document = thisDocument(agent, thisValue);
    String text = TypeConversion.toText(agent, Args.get(args, 0));
    ElementObject title = null;
    for (NodeObject node : document.descendants()) {
      if (title == null
          && node instanceof ElementObject element
          && element.localName().equals("title")) {
        title = element;
      }
    }
    ElementObject head = document.part("head");
    WebRealm web = WebRealm.of(agent);
    if (title == null && head != null) {
      title = ElementObject.create(web, "title");
      head.insert(agent, title, null);
    }
    if (title != null) {
      title.clear();
      title.insert(agent, TextObject.create(web, text), null);
    }
    return Undefined.UNDEFINED;
  }

  private static Object createElement(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    String name = TypeConversion.toText(agent, Args.get(args, 0)).toLowerCase(Locale.ROOT);
    if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
      throw DomExceptions.create(
          agent,
          "The tag name provided ('" + name + "') is not a valid name.",
          "InvalidCharacterError");
    }
    return ElementObject.create(WebRealm.of(agent), name);
  }

  private static Object createTextNode(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return TextObject.create(WebRealm.of(agent), TypeConversion.toText(agent, Args.get(args, 0)));
  }

  private static Object getElementById(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    String id = TypeConversion.toText(agent, Args.get(args, 0));
    for (NodeObject node : thisDocument(agent, thisValue).descendants()) {
      if (node instanceof ElementObject element && element.attribute("id").equals(id)) {
        return element;
      }
    }
    return Null.NULL;
  }

  /// document.write: NON-SPEC, it prints to the console, where a reader of the program sees it.
  private static Object write(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    var text = new StringBuilder();
    for (Object arg : args) {
      text.append(TypeConversion.toText(agent, arg));
    }
    Object console = agent.realm().globalObject().peek(CONSOLE);
    if (console instanceof JsObject object) {
      ObjectOperations.invoke(agent, object, LOG, agent.string(text.toString()));
    }
    return Undefined.UNDEFINED;
  }
}
