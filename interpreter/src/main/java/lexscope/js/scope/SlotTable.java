package lexscope.js.scope;

import java.util.List;
import lexscope.gc.EdgeKind;

/// What all records of a scope have in common, slot by slot, worked out once: making a record and
/// reporting its edges only read arrays.
public final class SlotTable {
  private final String[] names;
  private final String[] labels;
  private final EdgeKind[] edgeKinds;
  private final boolean[] visible;
  private final int[] undefinedSlots;
  private final int[] functionSlots;
  private final int namedCount;

  SlotTable(List<Binding> bindings) {
    int n = bindings.size();
    names = new String[n];
    labels = new String[n];
    edgeKinds = new EdgeKind[n];
    visible = new boolean[n];
    int named = 0;
    for (int slot = 0; slot < n; slot++) {
      Binding binding = bindings.get(slot);
      names[slot] = binding.name();
      labels[slot] = label(binding.name());
      edgeKinds[slot] = binding.isNamed() ? EdgeKind.CONTEXT : EdgeKind.INTERNAL;
      visible[slot] = binding.isVisible();
      if (binding.isNamed()) {
        named++;
      }
    }
    namedCount = named;
    undefinedSlots =
        bindings.stream()
            .filter(binding -> binding.isNamed() && !binding.hasDeadZone())
            .mapToInt(Binding::slot)
            .toArray();
    functionSlots =
        bindings.stream()
            .filter(binding -> binding.kind() == Binding.Kind.FUNCTION_SLOT)
            .mapToInt(Binding::slot)
            .toArray();
  }

  private static String label(String name) {
    return switch (name) {
      case Binding.NEW_TARGET -> "[[NewTarget]]";
      case Binding.FUNCTION_OBJECT, Binding.ARROW_OBJECT -> "[[FunctionObject]]";
      case Binding.HOME_OBJECT -> "[[HomeObject]]";
      case Binding.THIS -> "[[ThisValue]]";
      default -> name;
    };
  }

  /// The name of the binding in a slot.
  public String name(int slot) {
    return names[slot];
  }

  /// What the edge from a slot is labelled with: the name, or the internal slot's.
  public String label(int slot) {
    return labels[slot];
  }

  /// What sort of edge leaves a slot.
  public EdgeKind edgeKind(int slot) {
    return edgeKinds[slot];
  }

  /// Whether the program can name what is in a slot.
  public boolean isVisible(int slot) {
    return visible[slot];
  }

  /// The slots that begin as undefined, ascending: bindings without a dead zone. Not to be changed.
  public int[] undefinedSlots() {
    return undefinedSlots;
  }

  /// The slots of `this` and the like, ascending. Not to be changed.
  public int[] functionSlots() {
    return functionSlots;
  }

  /// How many slots are bindings that the specification lists among a record's.
  public int namedCount() {
    return namedCount;
  }
}
