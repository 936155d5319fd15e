package lexscope.gc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The guest heap: one allocation-ordered table of cells, marked precisely and swept by sliding the
/// living down.
///
/// Allocation appends to the table and never collects: it only requests a collection, which happens
/// at the next [#safepoint]. So native code that does not run guest code needs no care at all.
/// Table order is allocation order, ids come from one counter and are never reused, roots are
/// visited in the order of their sources: the same program gives the same heap. Swept cells are
/// poisoned.
///
/// A collection is requested when the cells allocated since the last one reach the number that
/// survived it (at least 200,000), or their modelled bytes reach the bytes that survived (at least
/// 32 MB): so the work per allocated cell stays constant.
///
/// Not thread-safe: one agent, one thread. Only [#requestInterrupt] may be called from others.
public final class Heap {
  private static final int MIN_TRIGGER_CELLS = 200_000;
  private static final long MIN_TRIGGER_BYTES = 32L << 20;

  private final HandleStack handles = new HandleStack();
  private final List<RootSource> sources = new ArrayList<>();
  private final List<CollectionListener> listeners = new ArrayList<>();
  private final TracingRule rule;
  private Cell[] table = new Cell[4096];
  private int size;
  private long nextId = 1;
  private int epoch;
  private int site;
  private @Nullable SiteSource siteSource;

  private long liveBytes;
  private long allocatedBytes;
  private int allocatedCells;
  private int triggerCells = MIN_TRIGGER_CELLS;
  private long triggerBytes = MIN_TRIGGER_BYTES;
  private long limitBytes = Long.MAX_VALUE;
  private int stressInterval;
  private Runnable verifier = () -> {};
  private long collections;
  private long totalAllocatedCells;

  private boolean collectionRequested;
  private volatile boolean safepointRequested;
  private volatile boolean interruptRequested;
  private Runnable interruptHandler = () -> {};

  /// A heap that is traced by `rule`.
  public Heap(TracingRule rule) {
    this.rule = rule;
    sources.add(handles);
  }

  /// The agent's handle stack.
  public HandleStack handles() {
    return handles;
  }

  /// The rule by which collections trace.
  public TracingRule rule() {
    return rule;
  }

  /// Adds a source of roots; it is visited after those added before.
  public void addRootSource(RootSource source) {
    sources.add(source);
  }

  /// Adds a listener to collections.
  public void addListener(CollectionListener listener) {
    listeners.add(listener);
  }

  /// Removes a listener, not while a collection runs; one that does not listen is no error.
  public void removeListener(CollectionListener listener) {
    listeners.remove(listener);
  }

  /// Sets the number of the place that is allocating; cells remember it. Cost: one store.
  public void setSite(int site) {
    this.site = site;
  }

  /// Sets who says from now on where cells are made; by default that is the number of [#setSite].
  public void setSiteSource(SiteSource source) {
    siteSource = source;
  }

  /// Puts a new cell into the heap: numbers it, appends it to the table and keeps it by a handle of
  /// the running native scope. Cost: constant, amortised. Never collects.
  public <C extends Cell> C allocate(C cell) {
    enlist(cell);
    handles.push(cell);
    return cell;
  }

  /// As [#allocate], but without a handle: for callers that store the cell where the collector
  /// looks before the next safepoint.
  public <C extends Cell> C allocateUnrooted(C cell) {
    enlist(cell);
    return cell;
  }

  /// Numbers a cell that is not to stand in the table, as strings are: it is marked and sized like
  /// others, and freed by the host.
  public <C extends Cell> C number(C cell) {
    cell.id = nextId++;
    long bytes = cell.shallowBytes();
    SiteSource source = siteSource;
    cell.site = source == null ? site : source.siteOf(cell, bytes);
    account(bytes);
    return cell;
  }

  /// Takes the next id without a cell.
  public long nextId() {
    return nextId++;
  }

  /// A cell grew or shrank by so many modelled bytes.
  public void grew(long deltaBytes) {
    SiteSource source = siteSource;
    if (source != null && deltaBytes > 0) {
      source.grew(deltaBytes);
    }
    account(deltaBytes);
  }

  private void enlist(Cell cell) {
    if (size == table.length) {
      table = Arrays.copyOf(table, size * 2);
    }
    cell.id = nextId++;
    long bytes = cell.shallowBytes();
    SiteSource source = siteSource;
    cell.site = source == null ? site : source.siteOf(cell, bytes);
    cell.listed = true;
    table[size++] = cell;
    totalAllocatedCells++;
    if (++allocatedCells >= triggerCells) {
      requestCollection();
    }
    account(bytes);
  }

  private void account(long bytes) {
    allocatedBytes += bytes;
    if (allocatedBytes >= triggerBytes) {
      requestCollection();
    }
  }

  /// Asks for a collection at the next safepoint.
  public void requestCollection() {
    collectionRequested = true;
    safepointRequested = true;
  }

  /// Asks the guest to stop at its next safepoint: there, the interrupt handler runs. May be called
  /// from any thread.
  public void requestInterrupt() {
    interruptRequested = true;
    safepointRequested = true;
  }

  /// What an interrupt does; it usually throws.
  public void onInterrupt(Runnable handler) {
    interruptHandler = handler;
  }

  /// Whether something waits for a safepoint. Guest code polls this at calls, loop back-edges and
  /// job boundaries. Cost: one load.
  public boolean safepointRequested() {
    return safepointRequested;
  }

  /// A safepoint: everything that guest code holds can be found from the roots.
  ///
  /// @throws HeapLimitException if the living cells exceed the limit after a collection
  public void safepoint() {
    if (!safepointRequested) {
      return;
    }
    safepointRequested = false;
    if (interruptRequested) {
      interruptRequested = false;
      interruptHandler.run();
    }
    if (collectionRequested) {
      collect(stressInterval > 0 ? "stress" : "allocation");
      if (liveBytes > limitBytes) {
        throw new HeapLimitException(liveBytes, limitBytes);
      }
    }
  }

  /// Whether an interrupt waits; long native loops poll this.
  public boolean interruptRequested() {
    return interruptRequested;
  }

  /// Collects now. The caller is at a safepoint. Cost: in proportion to the living cells and edges,
  /// plus one step per cell of the table.
  public CollectionSummary collect(String cause) {
    collectionRequested = false;
    long number = ++collections;
    int cellsBefore = size;
    long bytesBefore = liveBytes + allocatedBytes;
    for (CollectionListener listener : listeners) {
      listener.collectionStarted(number, cause);
    }
    long start = System.nanoTime();
    Marker marker = mark(rule);
    for (WeakHolder holder : marker.weakHolders()) {
      holder.clearDead(marker);
    }
    long marked = System.nanoTime();
    for (CollectionListener listener : listeners) {
      listener.markingFinished(number);
    }
    liveBytes = marker.unlistedBytes() + sweep();
    long swept = System.nanoTime();
    allocatedCells = 0;
    allocatedBytes = 0;
    triggerCells = stressInterval > 0 ? stressInterval : Math.max(MIN_TRIGGER_CELLS, size);
    triggerBytes =
        Math.min(Math.max(MIN_TRIGGER_BYTES, liveBytes), Math.max(1L << 20, limitBytes / 4));
    var summary =
        new CollectionSummary(
            number,
            cause,
            rule.ruleName(),
            cellsBefore,
            size,
            bytesBefore,
            liveBytes,
            marked - start,
            swept - marked);
    verifier.run();
    for (CollectionListener listener : listeners) {
      listener.collectionFinished(summary);
    }
    return summary;
  }

  private Marker mark(TracingRule by) {
    var marker = new Marker(++epoch, by);
    marker.markFrom(sources);
    return marker;
  }

  /// Slides the living down, poisons the dead, and returns the living bytes of the table.
  private long sweep() {
    List<CollectionListener> curious =
        listeners.stream().filter(CollectionListener::wantsSweptCells).toList();
    boolean watched = !curious.isEmpty();
    long bytes = 0;
    int to = 0;
    for (int from = 0; from < size; from++) {
      Cell cell = table[from];
      if (cell.mark == epoch) {
        if (cell instanceof PartedCell record) {
          record.sweepParts(rule);
        }
        bytes += cell.shallowBytes();
        table[to++] = cell;
      } else {
        if (watched) {
          for (CollectionListener listener : curious) {
            listener.cellSwept(cell);
          }
        }
        cell.mark = Cell.DEAD;
      }
    }
    Arrays.fill(table, to, size, null);
    size = to;
    return bytes;
  }

  /// Walks what is alive under a rule, root by root and edge by edge, without changing anything.
  /// The visitor sees the roots only; it follows edges itself with [#visitEdges] and [#visitPart].
  public void visitRoots(TracingRule by, RootVisitor visitor) {
    for (RootSource source : sources) {
      source.visitRoots(by, visitor);
    }
  }

  /// Reports the edges of one cell under a rule.
  public void visitEdges(Cell cell, TracingRule by, EdgeVisitor visitor) {
    cell.visitEdges(by, visitor);
  }

  /// Reports the edges of one part of a cell under a rule.
  public void visitPart(PartedCell cell, int part, TracingRule by, EdgeVisitor visitor) {
    cell.visitPart(part, by, visitor);
  }

  /// Cells in the table, the dead since the last collection included.
  public int cellCount() {
    return size;
  }

  /// The cell at a place of the table; places are in order of allocation and change with each
  /// collection.
  public Cell cellAt(int index) {
    return table[index];
  }

  /// Modelled bytes alive after the last collection plus what was allocated since.
  public long usedBytes() {
    return liveBytes + allocatedBytes;
  }

  /// Cells put into the table since the heap was made.
  public long totalAllocatedCells() {
    return totalAllocatedCells;
  }

  /// Collections so far.
  public long collectionCount() {
    return collections;
  }

  /// The most that may be alive, in modelled bytes. It is judged after a collection.
  public void setLimitBytes(long limitBytes) {
    this.limitBytes = limitBytes;
    triggerBytes = Math.min(triggerBytes, Math.max(1L << 20, limitBytes / 4));
  }

  /// Stress mode: a collection at every safepoint before which something was allocated.
  public void setStress(boolean stress) {
    setStressInterval(stress ? 1 : 0);
  }

  /// Stress mode with so many cells between collections: 1 is a collection at every safepoint
  /// before which something was allocated, 0 ends the mode.
  public void setStressInterval(int cells) {
    stressInterval = cells;
    triggerCells = cells > 0 ? cells : Math.max(MIN_TRIGGER_CELLS, size);
  }

  /// What runs after each collection to check the heap.
  public void setVerifier(Runnable verifier) {
    this.verifier = verifier;
  }
}
