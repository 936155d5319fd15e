package lexscope.gc;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lexscope.gc.Toys.Node;
import lexscope.gc.Toys.Roots;
import org.junit.jupiter.api.Test;

class HeapVerifierTest {
  private final Heap heap = new Heap(Toys.ALL);
  private final Roots roots = new Roots();
  private final HeapVerifier verifier = new HeapVerifier(heap, Toys.ALL);

  HeapVerifierTest() {
    heap.addRootSource(roots);
  }

  @Test
  void aHeapThatReportsAllItsEdgesIsSound() {
    Node outer = heap.allocateUnrooted(new Node());
    outer.targets.add(heap.allocateUnrooted(new Node()));
    roots.values.add(outer);
    heap.collect("test");
    assertThatCode(verifier::verify).doesNotThrowAnyException();
  }

  @Test
  void anEdgeThatIsNotReportedIsFoundWhileItsTargetLives() {
    Node outer = heap.allocateUnrooted(new Node());
    Node inner = heap.allocateUnrooted(new Node());
    outer.targets.add(inner);
    outer.unreported = 0;
    roots.values.add(outer);
    roots.values.add(inner);
    heap.collect("test");
    assertThatThrownBy(verifier::verify)
        .isInstanceOf(HeapCorruptionException.class)
        .hasMessage("Node #1 does not report its edge to Node #2 in targets");
  }

  @Test
  void anEdgeThatIsNotReportedIsFoundWhenItsTargetWasSwept() {
    Node outer = heap.allocateUnrooted(new Node());
    outer.targets.add(heap.allocateUnrooted(new Node()));
    outer.unreported = 0;
    roots.values.add(outer);
    heap.collect("test");
    assertThatThrownBy(verifier::verify)
        .isInstanceOf(HeapCorruptionException.class)
        .hasMessage("Node #1 holds swept Node #2 in targets");
  }

  @Test
  void aWeakHolderThatForgetsToClearIsFound() {
    Node outer = heap.allocateUnrooted(new ForgetfulWeakNode());
    outer.targets.add(heap.allocateUnrooted(new Node()));
    roots.values.add(outer);
    heap.collect("test");
    assertThatThrownBy(verifier::verify).hasMessageContaining("holds swept Node #2");
  }

  private static final class ForgetfulWeakNode extends Node implements WeakHolder {
    @Override
    void report(int index, @org.jspecify.annotations.Nullable Object target, EdgeVisitor visitor) {
      visitor.weak(index, target);
    }

    @Override
    public void clearDead(Liveness liveness) {}
  }
}
