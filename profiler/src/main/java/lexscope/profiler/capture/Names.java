package lexscope.profiler.capture;

import java.util.Arrays;
import lexscope.gc.CellKind;
import lexscope.profiler.graph.InternedStrings;
import org.jspecify.annotations.Nullable;

/// Numbers of names and labels. Cells of one shape report the same labels in the same order, and
/// cells of one kind often have the name of the one before; so most of a heap's names are guessed
/// by comparing two references, and only the others are made into text and looked up.
final class Names {
  private final InternedStrings strings;
  private final @Nullable String[] lastName = new String[CellKind.values().length];
  private final int[] lastNameNumber = new int[lastName.length];

  // By the number of the label before, 0 at the beginning of a cell.
  private @Nullable Object[] nextLabel = new Object[64];
  private int[] nextLabelNumber = new int[64];
  private int lastLabel;

  Names(InternedStrings strings) {
    this.strings = strings;
  }

  /// The number of the name of a cell.
  int ofCell(CellKind kind, String name) {
    int at = kind.ordinal();
    if (lastName[at] != name) {
      lastName[at] = name;
      lastNameNumber[at] = strings.intern(HeapCapture.shortened(name));
    }
    return lastNameNumber[at];
  }

  /// Says that the edges of another cell follow.
  void beginCell() {
    lastLabel = 0;
  }

  /// The number of the label of an edge.
  int ofEdge(Object label) {
    int before = lastLabel;
    if (nextLabel[before] == label) {
      lastLabel = nextLabelNumber[before];
    } else {
      lastLabel = strings.intern(label.toString());
      if (lastLabel >= nextLabel.length) {
        int capacity = Math.max(strings.size(), nextLabel.length * 2);
        nextLabel = Arrays.copyOf(nextLabel, capacity);
        nextLabelNumber = Arrays.copyOf(nextLabelNumber, capacity);
      }
      nextLabel[before] = label;
      nextLabelNumber[before] = lastLabel;
    }
    return lastLabel;
  }
}
