package lexscope.js.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Selectors (CSS Selectors, level 3) as far as programs need them: tags, ids, classes and
/// attributes in compounds, descendant and child combinators, and lists.
final class Selector {
  private final List<List<Compound>> alternatives;

  private Selector(List<List<Compound>> alternatives) {
    this.alternatives = alternatives;
  }

  /// One compound, the conditions that an element must meet.
  ///
  /// @param child whether the compound before it must match the parent, not just an ancestor
  private record Compound(boolean child, List<Predicate<ElementObject>> conditions) {
    boolean matches(ElementObject element) {
      return conditions.stream().allMatch(condition -> condition.test(element));
    }
  }

  /// Reads a selector; null if it is not one of this subset.
  static @Nullable Selector parse(String text) {
    var alternatives = new ArrayList<List<Compound>>();
    for (String alternative : text.split(",", -1)) {
      List<Compound> compounds = new Reader(alternative.trim()).read();
      if (compounds == null) {
        return null;
      }
      alternatives.add(compounds);
    }
    return new Selector(alternatives);
  }

  /// Whether an element matches.
  boolean matches(ElementObject element) {
    for (List<Compound> compounds : alternatives) {
      if (matches(element, compounds)) {
        return true;
      }
    }
    return false;
  }

  /// Matches from the right. A failed ancestor is tried further up only from the nearest descendant
  /// combinator, which is enough for these two combinators.
  private static boolean matches(ElementObject element, List<Compound> compounds) {
    int last = compounds.size() - 1;
    if (!compounds.get(last).matches(element)) {
      return false;
    }
    NodeObject at = element;
    int index = last;
    NodeObject retryAt = null;
    int retryIndex = -1;
    while (index > 0) {
      Compound current = compounds.get(index);
      NodeObject parent = at.parent();
      if (!current.child()) {
        retryAt = parent;
        retryIndex = index;
      }
      boolean matched =
          parent instanceof ElementObject ancestor && compounds.get(index - 1).matches(ancestor);
      if (matched && parent != null) {
        at = parent;
        index--;
      } else if (retryAt != null) {
        at = retryAt;
        index = retryIndex;
      } else {
        return false;
      }
    }
    return true;
  }

  /// Reads one alternative.
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    @Nullable List<Compound> read() {
      var compounds = new ArrayList<Compound>();
      boolean child = false;
      while (at < text.length()) {
        List<Predicate<ElementObject>> conditions = compound();
        if (conditions == null) {
          return null;
        }
        compounds.add(new Compound(child, conditions));
        child = combinator();
      }
      return compounds.isEmpty() || child ? null : compounds;
    }

    private boolean combinator() {
      boolean child = false;
      while (at < text.length()
          && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '>')) {
        child |= text.charAt(at) == '>';
        at++;
      }
      return child;
    }

    private @Nullable List<Predicate<ElementObject>> compound() {
      var conditions = new ArrayList<Predicate<ElementObject>>();
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '*') {
          at++;
          conditions.add(_ -> true);
        } else if (c == '#') {
          at++;
          String id = identifier();
          conditions.add(element -> element.attribute("id").equals(id));
        } else if (c == '.') {
          at++;
          String name = identifier();
          conditions.add(element -> element.classes().contains(name));
        } else if (c == '[') {
          Predicate<ElementObject> condition = attribute();
          if (condition == null) {
            return null;
          }
          conditions.add(condition);
        } else if (isIdentifierPart(c)) {
          String tag = identifier().toLowerCase(Locale.ROOT);
          conditions.add(element -> element.localName().equals(tag));
        } else {
          break;
        }
      }
      return conditions.isEmpty() ? null : conditions;
    }

    private @Nullable Predicate<ElementObject> attribute() {
      int end = text.indexOf(']', at);
      if (end < 0) {
        return null;
      }
      String inside = text.substring(at + 1, end).trim();
      at = end + 1;
      int equals = inside.indexOf('=');
      if (equals < 0) {
        String present = inside.toLowerCase(Locale.ROOT);
        return element -> element.attributes().containsKey(present);
      }
      String name = inside.substring(0, equals).trim().toLowerCase(Locale.ROOT);
      String value = inside.substring(equals + 1).trim();
      boolean quoted = value.length() >= 2 && (value.charAt(0) == '"' || value.charAt(0) == '\'');
      String expected = quoted ? value.substring(1, value.length() - 1) : value;
      return element -> expected.equals(element.attributes().get(name));
    }

    private String identifier() {
      int start = at;
      while (at < text.length() && isIdentifierPart(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }

    private static boolean isIdentifierPart(char c) {
      return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c > 0x7F;
    }
  }
}
