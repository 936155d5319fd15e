package lexscope.js.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import lexscope.js.intrinsics.IntrinsicBuilder;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Null;
import lexscope.js.vm.Agent;

/// What documents and elements share: access to the elements below (DOM standard, 4.2.6).
final class ParentNodes {
  private ParentNodes() {}

  static void define(IntrinsicBuilder builder) {
    builder
        .getter("children", NodeInterface.reader(ParentNodes::children))
        .getter(
            "childElementCount",
            NodeInterface.reader((_, node) -> elements(node.children()).size()))
        .getter(
            "firstElementChild",
            NodeInterface.reader((_, node) -> firstOf(elements(node.children()))))
        .getter(
            "lastElementChild",
            NodeInterface.reader((_, node) -> firstOf(elements(node.children()).reversed())))
        .method("querySelector", 1, (agent, t, args, _) -> firstOf(select(agent, t, args)))
        .method(
            "querySelectorAll",
            1,
            (agent, t, args, _) ->
                ObjectOperations.createArrayFromList(agent, select(agent, t, args)))
        .method(
            "getElementsByTagName",
            1,
            (agent, t, args, _) ->
                find(
                    agent,
                    t,
                    args,
                    (element, name) ->
                        name.equals("*")
                            || element.localName().equals(name.toLowerCase(Locale.ROOT))))
        .method(
            "getElementsByClassName",
            1,
            (agent, t, args, _) ->
                find(agent, t, args, (element, name) -> element.classes().contains(name)));
  }

  /// NON-SPEC: lists of nodes are arrays made when they are asked for, not live collections.
  private static Object children(Agent agent, NodeObject node) {
    return ObjectOperations.createArrayFromList(agent, elements(node.children()));
  }

  private static Object firstOf(List<ElementObject> elements) {
    return elements.isEmpty() ? Null.NULL : elements.getFirst();
  }

  private static List<ElementObject> elements(List<NodeObject> nodes) {
    var elements = new ArrayList<ElementObject>();
    for (NodeObject node : nodes) {
      if (node instanceof ElementObject element) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static Object find(
      Agent agent, Object thisValue, Object[] args, BiPredicate<ElementObject, String> condition) {
    String name = TypeConversion.toText(agent, Args.get(args, 0));
    List<ElementObject> found = elements(NodeInterface.thisNode(agent, thisValue).descendants());
    found.removeIf(element -> !condition.test(element, name));
    return ObjectOperations.createArrayFromList(agent, found);
  }

  private static List<ElementObject> select(Agent agent, Object thisValue, Object[] args) {
    Selector selector = selector(agent, Args.get(args, 0));
    List<ElementObject> found = elements(NodeInterface.thisNode(agent, thisValue).descendants());
    found.removeIf(element -> !selector.matches(element));
    return found;
  }

  static Selector selector(Agent agent, Object value) {
    String text = TypeConversion.toText(agent, value);
    Selector selector = Selector.parse(text);
    if (selector == null) {
      throw DomExceptions.create(agent, "'" + text + "' is not a valid selector.", "SyntaxError");
    }
    return selector;
  }
}
