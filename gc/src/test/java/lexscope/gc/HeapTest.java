package lexscope.gc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lexscope.gc.Toys.Ephemerons;
import lexscope.gc.Toys.Link;
import lexscope.gc.Toys.Node;
import lexscope.gc.Toys.Roots;
import lexscope.gc.Toys.SlotRecord;
import lexscope.gc.Toys.WeakNode;
import org.junit.jupiter.api.Test;

class HeapTest {
  private final Heap heap = new Heap(Toys.ALL);
  private final Roots roots = new Roots();

  HeapTest() {
    heap.addRootSource(roots);
  }

  private Node node(Object... targets) {
    Node node = heap.allocateUnrooted(new Node());
    node.targets.addAll(List.of(targets));
    return node;
  }

  private Node root(Node node) {
    roots.values.add(node);
    return node;
  }

  @Test
  void whatNoRootReachesIsSweptAndPoisoned() {
    Node kept = root(node());
    Node dropped = node(kept);
    CollectionSummary summary = heap.collect("test");
    assertThat(dropped.isDead()).isTrue();
    assertThat(kept.isDead()).isFalse();
    assertThat(summary.cellsBefore()).isEqualTo(2);
    assertThat(summary.cellsAfter()).isEqualTo(1);
    assertThat(summary.bytesAfter()).isEqualTo(kept.shallowBytes());
  }

  @Test
  void aCycleThatNoRootReachesIsSwept() {
    Node one = node();
    Node two = node(one);
    one.targets.add(two);
    heap.collect("test");
    assertThat(one.isDead()).isTrue();
    assertThat(two.isDead()).isTrue();
  }

  @Test
  void theTableKeepsTheOrderOfAllocationAndIdsAreNeverReused() {
    List<Node> kept = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Node each = node();
      if (i % 3 == 0) {
        kept.add(root(each));
      }
    }
    heap.collect("test");
    Node later = root(node());
    assertThat(IntStream.range(0, heap.cellCount()).mapToObj(heap::cellAt))
        .startsWith(kept.toArray(Cell[]::new));
    assertThat(later.id()).isEqualTo(101);
    assertThat(IntStream.range(0, heap.cellCount()).mapToLong(i -> heap.cellAt(i).id())).isSorted();
  }

  @Test
  void aListOfTenMillionLinksIsMarkedWithoutRecursion() {
    Link head = heap.allocateUnrooted(new Link());
    roots.values.add(head);
    Link last = head;
    for (int i = 1; i < 10_000_000; i++) {
      last.next = heap.allocateUnrooted(new Link());
      last = last.next;
    }
    assertThat(heap.collect("test").cellsAfter()).isEqualTo(10_000_000);
    roots.values.clear();
    CollectionSummary gone = heap.collect("test");
    assertThat(gone.cellsAfter()).isZero();
    assertThat(gone.bytesBefore() - gone.bytesAfter()).isEqualTo(160_000_000);
  }

  @Test
  void aCellThatIsOnlyNumberedIsMarkedAndSizedButNotInTheTable() {
    Node text = heap.number(new Node());
    root(node(text));
    CollectionSummary summary = heap.collect("test");
    assertThat(summary.cellsAfter()).isEqualTo(1);
    assertThat(summary.bytesAfter()).isEqualTo(16 + 8 + 16);
    assertThat(text.id()).isEqualTo(1);
  }

  @Test
  void aHandleKeepsAValueUntilItsScopeEnds() {
    int scope = heap.handles().mark();
    Node temporary = heap.allocate(new Node());
    heap.collect("test");
    assertThat(temporary.isDead()).isFalse();
    heap.handles().release(scope);
    heap.collect("test");
    assertThat(temporary.isDead()).isTrue();
  }

  @Test
  void aRecordReachedByOnePartKeepsThatPartOnly() {
    SlotRecord record = heap.allocateUnrooted(new SlotRecord(100));
    for (int i = 0; i < 100; i++) {
      record.slots[i] = node();
    }
    Node low = (Node) record.slots[5];
    Node high = (Node) record.slots[99];
    Node other = (Node) record.slots[50];
    roots.parts.add(new Roots.PartRoot(record, 5));
    roots.parts.add(new Roots.PartRoot(record, 99));
    heap.collect("test");
    assertThat(record.isDead()).isFalse();
    assertThat(List.of(low.isDead(), high.isDead(), other.isDead()))
        .containsExactly(false, false, true);
    assertThat(record.slots[50]).isSameAs(SlotRecord.SWEPT);
    assertThat(record.slots[5]).isSameAs(low);
  }

  @Test
  void aShellKeepsNothingButItself() {
    SlotRecord record = heap.allocateUnrooted(new SlotRecord(3));
    record.slots[0] = node();
    roots.parts.add(new Roots.PartRoot(record, 0));
    heap.collect("first");
    roots.parts.set(0, new Roots.PartRoot(record, PartedCell.SHELL));
    heap.collect("second");
    assertThat(record.isDead()).isFalse();
    assertThat(record.slots).containsOnly(SlotRecord.SWEPT);
  }

  @Test
  void aContextKeepsItsSlotsAndTheWholeKeepsAll() {
    SlotRecord context = heap.allocateUnrooted(new SlotRecord(3));
    SlotRecord whole = heap.allocateUnrooted(new SlotRecord(3));
    for (int i = 0; i < 3; i++) {
      context.slots[i] = node();
      whole.slots[i] = node();
    }
    roots.parts.add(new Roots.PartRoot(context, PartedCell.CONTEXT));
    roots.values.add(whole);
    heap.collect("test");
    assertThat(context.slots[1]).isInstanceOf(Node.class);
    assertThat(context.slots[2]).isSameAs(SlotRecord.SWEPT);
    assertThat(whole.slots).doesNotContain(SlotRecord.SWEPT);
  }

  @Test
  void aWeakEdgeIsClearedWhenItsTargetDies() {
    WeakNode holder = heap.allocateUnrooted(new WeakNode());
    root(holder);
    Node kept = root(node());
    holder.targets.add(kept);
    holder.targets.add(node());
    heap.collect("test");
    assertThat(holder.targets).containsExactly(kept, null);
  }

  @Test
  void anEphemeronKeepsItsValueWhileTableAndKeyLive() {
    Ephemerons table = heap.allocateUnrooted(new Ephemerons());
    Node key = root(node());
    Node value = node(key);
    table.put(key, value);
    table.put(node(), node());
    heap.collect("dead table");
    assertThat(value.isDead()).isTrue();

    Ephemerons living = heap.allocateUnrooted(new Ephemerons());
    root(living);
    Node again = node(key);
    living.put(key, again);
    Node selfKeyed = node();
    living.put(selfKeyed, node(selfKeyed));
    heap.collect("living table");
    assertThat(again.isDead()).isFalse();
    assertThat(selfKeyed.isDead()).isTrue();
    assertThat(living.keys).containsExactly(key);
  }

  @Test
  void aChainOfAHundredThousandEphemeronsIsFollowedInLinearTime() {
    Ephemerons table = heap.allocateUnrooted(new Ephemerons());
    root(table);
    int count = 100_000;
    List<Node> nodes = IntStream.rangeClosed(0, count).mapToObj(_ -> node()).toList();
    for (int i = count - 1; i >= 0; i--) {
      table.put(nodes.get(i), nodes.get(i + 1));
    }
    root(nodes.getFirst());
    heap.collect("test");
    assertThat(nodes).noneMatch(Cell::isDead);
    roots.values.remove(nodes.getFirst());
    heap.collect("test");
    assertThat(nodes).allMatch(Cell::isDead);
  }

  @Test
  void allocationOnlyRequestsACollection() {
    for (int i = 0; i < 250_000; i++) {
      node();
    }
    assertThat(heap.collectionCount()).isZero();
    assertThat(heap.safepointRequested()).isTrue();
    heap.safepoint();
    assertThat(heap.collectionCount()).isEqualTo(1);
    assertThat(heap.cellCount()).isZero();
    assertThat(heap.safepointRequested()).isFalse();
  }

  @Test
  void stressModeCollectsAtEverySafepointThatAllocatedSinceTheLast() {
    heap.setStress(true);
    node();
    heap.safepoint();
    heap.safepoint();
    node();
    heap.safepoint();
    assertThat(heap.collectionCount()).isEqualTo(2);
  }

  @Test
  void theLimitIsJudgedAfterACollection() {
    heap.setLimitBytes(1 << 20);
    Node big = node();
    big.targets.addAll(java.util.Collections.nCopies(200_000, null));
    heap.grew(1_600_000);
    heap.safepoint();
    assertThat(heap.usedBytes()).isZero();
    roots.values.add(node(java.util.Collections.nCopies(200_000, 1).toArray()));
    heap.grew(1_600_000);
    assertThatThrownBy(heap::safepoint)
        .isInstanceOf(HeapLimitException.class)
        .hasMessageContaining("limit 1048576 bytes");
  }

  @Test
  void anInterruptRunsItsHandlerAtTheNextSafepoint() {
    List<String> log = new ArrayList<>();
    heap.onInterrupt(() -> log.add("interrupted"));
    heap.requestInterrupt();
    assertThat(log).isEmpty();
    heap.safepoint();
    heap.safepoint();
    assertThat(log).containsExactly("interrupted");
  }

  @Test
  void listenersHearOfEachCollectionAndSeeTheSwept() {
    List<String> log = new ArrayList<>();
    heap.addListener(
        new CollectionListener() {
          @Override
          public void collectionStarted(long number, String cause) {
            log.add("start " + number + " " + cause);
          }

          @Override
          public boolean wantsSweptCells() {
            return true;
          }

          @Override
          public void cellSwept(Cell cell) {
            log.add("swept #" + cell.id());
          }

          @Override
          public void collectionFinished(CollectionSummary summary) {
            log.add("end " + summary.cellsAfter());
          }
        });
    root(node());
    node();
    heap.collect("test");
    assertThat(log).containsExactly("start 1 test", "swept #2", "end 1");
  }
}
