package lexscope.gc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lexscope.gc.Toys.Ephemerons;
import lexscope.gc.Toys.Node;
import lexscope.gc.Toys.Roots;
import lexscope.gc.Toys.SlotRecord;
import lexscope.gc.Toys.WeakNode;
import org.junit.jupiter.api.Test;

/// The collector against a second marker that recomputes everything until nothing changes.
class MarkingAgainstNaiveMarkerTest {
  private record Item(Cell cell, int part) {}

  @Test
  void theSameCellsAndPartsSurviveOnRandomHeaps() {
    for (long seed = 1; seed <= 2_000; seed++) {
      var random = new Random(seed);
      var heap = new Heap(Toys.ALL);
      var roots = new Roots();
      heap.addRootSource(roots);
      List<Cell> cells = randomHeap(heap, random);
      randomRoots(roots, cells, random);
      for (int round = 0; round < 3; round++) {
        Set<Item> expected = naive(roots);
        heap.collect("round " + round);
        for (Cell cell : cells) {
          boolean alive = expected.contains(new Item(cell, PartedCell.SHELL));
          assertThat(cell.isDead())
              .as("seed %s, round %s, #%s", seed, round, cell.id())
              .isEqualTo(!alive);
          if (alive && cell instanceof SlotRecord record) {
            checkSlots(record, expected, seed);
          }
        }
        new HeapVerifier(heap, Toys.ALL).verify();
        cells.removeIf(Cell::isDead);
        dropSomeRoots(roots, random);
      }
    }
  }

  private static void checkSlots(SlotRecord record, Set<Item> expected, long seed) {
    for (int slot = 0; slot < record.slots.length; slot++) {
      boolean kept =
          expected.contains(new Item(record, PartedCell.WHOLE))
              || expected.contains(new Item(record, slot))
              || (slot < 2 && expected.contains(new Item(record, PartedCell.CONTEXT)));
      if (kept) {
        assertThat(record.slots[slot])
            .as("seed %s slot %s", seed, slot)
            .isNotSameAs(SlotRecord.SWEPT);
      } else {
        assertThat(record.slots[slot]).as("seed %s slot %s", seed, slot).isSameAs(SlotRecord.SWEPT);
      }
    }
  }

  private static List<Cell> randomHeap(Heap heap, Random random) {
    List<Cell> cells = new ArrayList<>();
    int count = 2 + random.nextInt(30);
    for (int i = 0; i < count; i++) {
      cells.add(
          heap.allocateUnrooted(
              switch (random.nextInt(6)) {
                case 0 -> new SlotRecord(2 + random.nextInt(4));
                case 1 -> new Ephemerons();
                case 2 -> new WeakNode();
                default -> new Node();
              }));
    }
    for (Cell cell : cells) {
      int edges = random.nextInt(4);
      for (int i = 0; i < edges; i++) {
        Cell target = cells.get(random.nextInt(count));
        switch (cell) {
          case Ephemerons table -> table.put(cells.get(random.nextInt(count)), target);
          case Node node -> node.targets.add(target);
          case SlotRecord record -> record.slots[random.nextInt(record.slots.length)] = target;
          default -> throw new AssertionError(cell);
        }
      }
    }
    return cells;
  }

  private static void randomRoots(Roots roots, List<Cell> cells, Random random) {
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      Cell cell = cells.get(random.nextInt(cells.size()));
      if (cell instanceof SlotRecord record && random.nextInt(4) > 0) {
        int part = random.nextInt(record.slots.length + 2) - 2;
        roots.parts.add(new Roots.PartRoot(record, part == -1 ? PartedCell.SHELL : part));
      } else {
        roots.values.add(cell);
      }
    }
  }

  private static void dropSomeRoots(Roots roots, Random random) {
    roots.values.removeIf(_ -> random.nextBoolean());
    roots.parts.removeIf(_ -> random.nextBoolean());
  }

  private static Set<Item> naive(Roots roots) {
    Set<Item> alive = new HashSet<>();
    roots.values.forEach(each -> add(alive, each));
    roots.parts.forEach(each -> addPart(alive, each.cell(), each.part()));
    int before;
    do {
      before = alive.size();
      for (Item item : List.copyOf(alive)) {
        follow(item, alive);
      }
    } while (alive.size() != before);
    return alive;
  }

  private static void add(Set<Item> alive, Object value) {
    if (value instanceof Cell cell) {
      addPart(alive, cell, PartedCell.WHOLE);
    }
  }

  private static void addPart(Set<Item> alive, Cell cell, int part) {
    alive.add(new Item(cell, PartedCell.SHELL));
    alive.add(new Item(cell, part));
  }

  private static void follow(Item item, Set<Item> alive) {
    switch (item.cell()) {
      case WeakNode _ -> {}
      case Ephemerons table -> {
        for (int i = 0; i < table.keys.size(); i++) {
          if (alive.contains(new Item(table.keys.get(i), PartedCell.SHELL))) {
            add(alive, table.targets.get(i));
          }
        }
      }
      case Node node -> node.targets.forEach(each -> add(alive, each));
      case SlotRecord record -> {
        for (int i = 0; i < record.slots.length; i++) {
          if (item.part() == PartedCell.WHOLE
              || item.part() == i
              || (i < 2 && item.part() == PartedCell.CONTEXT)) {
            add(alive, record.slots[i]);
          }
        }
      }
      default -> throw new AssertionError(item);
    }
  }
}
