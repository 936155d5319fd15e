package lexscope.js.syntax;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the children of nodes in one array for the whole parse, so that a list is made once, at
/// its exact size.
final class NodeStack {
  private @Nullable Object[] items = new Object[256];
  private int size;

  /// The place where a new list begins.
  int mark() {
    return size;
  }

  void push(@Nullable Object item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    items[size++] = item;
  }

  int count(int mark) {
    return size - mark;
  }

  /// The items pushed since a mark, as an immutable list; they are taken off.
  @SuppressWarnings("unchecked") // The caller has pushed nothing else since its mark.
  <T> List<T> take(int mark) {
    @Nullable Object[] array = items;
    int from = mark;
    List<?> list =
        switch (size - from) {
          case 0 -> List.of();
          case 1 -> List.of(item(from));
          case 2 -> List.of(item(from), item(from + 1));
          default -> List.of(Arrays.copyOfRange(array, from, size));
        };
    drop(from);
    return (List<T>) list;
  }

  /// As {@link #take} for lists that may have null in them.
  @SuppressWarnings("unchecked") // As above.
  <T> List<@Nullable T> takeNullable(int mark) {
    @Nullable Object[] copy = Arrays.copyOfRange(items, mark, size);
    drop(mark);
    return (List<@Nullable T>) Collections.unmodifiableList(Arrays.asList(copy));
  }

  private Object item(int place) {
    Object item = items[place];
    if (item == null) {
      throw new IllegalStateException("a hole in a list without holes");
    }
    return item;
  }

  private void drop(int mark) {
    Arrays.fill(items, mark, size, null);
    size = mark;
  }
}
