package lexscope.gc;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds by reflection the cells that a cell's Java fields lead to, through arrays, collections and
/// helper objects.
final class HeldCells {
  /// Receives a held cell and the field of the cell that leads to it.
  @FunctionalInterface
  interface Visitor {
    void held(Cell cell, String field);
  }

  private record Step(Object object, String field) {}

  private static final ClassValue<List<Field>> REFERENCES =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          var fields = new ArrayList<Field>();
          for (Class<?> each = type;
              each != null && each != Object.class;
              each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
              if (!Modifier.isStatic(field.getModifiers())
                  && !field.getType().isPrimitive()
                  && !field.isAnnotationPresent(Untraced.class)
                  && !isOpaque(field.getType())) {
                field.setAccessible(true);
                fields.add(field);
              }
            }
          }
          return fields;
        }
      };

  private static final ClassValue<Boolean> OPAQUE =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return holdsNoCells(type);
        }
      };

  /// A larger set is made anew: emptying it would cost its size again for every later cell.
  private static final int KEPT_SIZE = 256;

  private Set<Object> seen = identitySet();
  private final ArrayDeque<Step> queue = new ArrayDeque<>();

  /// Visits every cell that `cell` holds, not going through other cells. Cost: the Java objects in
  /// between.
  void visit(Cell cell, Visitor visitor) {
    seen = emptied(seen);
    queue.clear();
    for (Field field : REFERENCES.get(cell.getClass())) {
      look(read(field, cell), field.getName(), visitor);
    }
    while (!queue.isEmpty()) {
      Step step = queue.removeFirst();
      expand(step.object(), step.field(), visitor);
    }
  }

  /// An empty set of identities.
  static <T> Set<T> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /// The set without its elements, or a new one. Cost: constant.
  static <T> Set<T> emptied(Set<T> set) {
    if (set.size() > KEPT_SIZE) {
      return identitySet();
    }
    if (!set.isEmpty()) {
      set.clear();
    }
    return set;
  }

  private void look(Object object, String field, Visitor visitor) {
    if (object instanceof Cell held) {
      visitor.held(held, field);
    } else if (object != null && !isOpaque(object.getClass()) && seen.add(object)) {
      queue.add(new Step(object, field));
    }
  }

  private void expand(Object object, String field, Visitor visitor) {
    switch (object) {
      case Object[] array -> {
        for (Object element : array) {
          look(element, field, visitor);
        }
      }
      case Collection<?> collection -> {
        for (Object element : collection) {
          look(element, field, visitor);
        }
      }
      case Map<?, ?> map -> {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          look(entry.getKey(), field, visitor);
          look(entry.getValue(), field, visitor);
        }
      }
      default -> {
        for (Field each : REFERENCES.get(object.getClass())) {
          look(read(each, object), field, visitor);
        }
      }
    }
  }

  private static Object read(Field field, Object holder) {
    try {
      return field.get(holder);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + field, e);
    }
  }

  /// Types that hold no cells: those of the JDK that are not collections, enums, the heap itself,
  /// and descriptions of source text.
  private static boolean isOpaque(Class<?> type) {
    return OPAQUE.get(type);
  }

  private static boolean holdsNoCells(Class<?> type) {
    if (type.isArray()) {
      return type.getComponentType().isPrimitive() || isOpaque(type.getComponentType());
    }
    if (type == Object.class
        || Collection.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type)) {
      return false;
    }
    return type.isPrimitive()
        || type.isEnum()
        || (type.getName().startsWith("java.") && !type.isInterface())
        || Heap.class == type
        || RootSource.class.isAssignableFrom(type)
        || ScopeUnit.class.isAssignableFrom(type)
        || ScopeLayout.class.isAssignableFrom(type);
  }
}
