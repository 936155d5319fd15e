package lexscope.js.vm;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import org.jspecify.annotations.Nullable;

/// A For-In Iterator, ECMA-262 section 14.7.5.10: the enumerable string keys of an object and its
/// prototypes, object by object; what was deleted meanwhile is left out, what is shadowed comes
/// once.
final class ForInKeys extends Cell {
  private @Nullable JsObject object;
  private @Nullable List<PropertyKey> remaining;
  private int index;
  private final Set<PropertyKey> visited = new HashSet<>();

  ForInKeys(JsObject object) {
    this.object = object;
  }

  /// The next key as a string value; null at the end.
  @Nullable Object next(Agent agent) {
    while (object != null) {
      JsObject current = object;
      List<PropertyKey> keys = remaining;
      if (keys == null) {
        keys = stringKeys(current.ownPropertyKeys(agent));
        remaining = keys;
        index = 0;
      }
      while (index < keys.size()) {
        PropertyKey key = keys.get(index++);
        if (visited.contains(key)) {
          continue;
        }
        PropertyDescriptor property = current.getOwnProperty(agent, key);
        if (property != null) {
          visited.add(key);
          if (property.isEnumerable()) {
            return key.toValue(agent);
          }
        }
      }
      object = current.getPrototypeOf(agent);
      remaining = null;
    }
    return null;
  }

  /// Symbols, which are cells, must not be held on the way.
  private static List<PropertyKey> stringKeys(List<PropertyKey> keys) {
    for (PropertyKey key : keys) {
      if (!key.isString()) {
        return keys.stream().filter(PropertyKey::isString).toList();
      }
    }
    return keys;
  }

  @Override
  public long shallowBytes() {
    return 48;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "[[Object]]", object);
  }

  @Override
  public CellKind kind() {
    return CellKind.HIDDEN;
  }

  @Override
  public String name() {
    return "For-In Iterator";
  }
}
