package lexscope.profiler.events;

import com.carrotsearch.hppc.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import lexscope.gc.Cell;
import lexscope.gc.CollectionListener;
import lexscope.gc.CollectionSummary;
import lexscope.gc.Heap;
import lexscope.gc.PartedCell;
import lexscope.gc.ScopeLayout;
import lexscope.gc.ScopedCell;
import lexscope.gc.SourcePlace;

/// Tells Flight Recorder of the collections of one heap, and of a sample of its Environment
/// Records: those made since the collection before, those found alive, those swept, with their age
/// in collections. A record's age follows from its id, since ids are given in order of allocation.
///
/// Before each collection some 4,000 cells are chosen, spread over the whole table, and as many of
/// the new ones, so that a heap of millions costs no more; what became of the chosen is told after
/// it. Without a recording none is looked at. The throttle of the events lets far fewer through
/// when collections are frequent.
public final class JfrCollectionListener implements CollectionListener, AutoCloseable {
  private static final int MOST_CELLS_LOOKED_AT = 4_000;

  private final Heap heap;
  private final EventType allocatedType = EventType.getEventType(RecordAllocatedEvent.class);
  private final EventType survivedType = EventType.getEventType(RecordSurvivedEvent.class);
  private final EventType sweptType = EventType.getEventType(RecordSweptEvent.class);
  private final Runnable statistics = this::tellStatistics;

  // The largest id that was in the table when each collection began, ascending.
  private final LongArrayList lastIds = new LongArrayList();

  // The records whose fate is told; empty between collections, lest it keep what was swept.
  private final List<Cell> chosen = new ArrayList<>();
  private CollectionEvent collection = new CollectionEvent();
  private CollectionPhaseEvent phase = new CollectionPhaseEvent();
  private int cellsAfterLast;
  private volatile CollectionSummary last = new CollectionSummary(0, "", "", 0, 0, 0, 0, 0, 0);

  private JfrCollectionListener(Heap heap) {
    this.heap = heap;
  }

  /// Listens to the collections of `heap` from now on, until it is closed.
  public static JfrCollectionListener listenTo(Heap heap) {
    JfrCollectionListener listener = new JfrCollectionListener(heap);
    heap.addListener(listener);
    FlightRecorder.addPeriodicEvent(HeapStatisticsEvent.class, listener.statistics);
    return listener;
  }

  @Override
  public void close() {
    heap.removeListener(this);
    FlightRecorder.removePeriodicEvent(statistics);
  }

  @Override
  public void collectionStarted(long number, String cause) {
    int size = heap.cellCount();
    lastIds.add(size == 0 ? 0 : heap.cellAt(size - 1).id());
    if (allocatedType.isEnabled()) {
      int made = size - cellsAfterLast;
      for (int i = cellsAfterLast; i < size; i += stride(made, i)) {
        if (heap.cellAt(i) instanceof PartedCell cell && !tellAllocated(cell, number)) {
          break;
        }
      }
    }
    if (survivedType.isEnabled() || sweptType.isEnabled()) {
      for (int i = 0; i < size; i += stride(size, i)) {
        if (heap.cellAt(i) instanceof PartedCell record) {
          chosen.add(record);
        }
      }
    }
    collection = new CollectionEvent();
    collection.begin();
    phase = new CollectionPhaseEvent();
    phase.begin();
  }

  @Override
  public void markingFinished(long number) {
    endPhase("mark", number);
    phase = new CollectionPhaseEvent();
    phase.begin();
  }

  private void endPhase(String name, long number) {
    phase.end();
    if (phase.shouldCommit()) {
      phase.collection = number;
      phase.phase = name;
      phase.commit();
    }
  }

  @Override
  public void collectionFinished(CollectionSummary summary) {
    endPhase("sweep", summary.number());
    collection.end();
    if (collection.shouldCommit()) {
      collection.collection = summary.number();
      collection.cause = summary.cause();
      collection.policy = summary.rule();
      collection.cellsBefore = summary.cellsBefore();
      collection.cellsAfter = summary.cellsAfter();
      collection.bytesBefore = summary.bytesBefore();
      collection.bytesAfter = summary.bytesAfter();
      collection.commit();
    }
    // When the throttle has refused one, it will refuse the others of this moment, too.
    boolean telling = true;
    boolean tellingSwept = true;
    for (int i = 0; i < chosen.size() && (telling || tellingSwept); i++) {
      Cell record = chosen.get(i);
      if (record.isDead()) {
        tellingSwept = tellingSwept && tellSwept(record);
      } else {
        telling = telling && tellSurvived(record, summary.number());
      }
    }
    chosen.clear();
    cellsAfterLast = heap.cellCount();
    last = summary;
  }

  /// How far to go from cell `at` to the next that is looked at. Not always as far, lest the
  /// pattern in which a program makes its cells decides which kinds are met.
  private static int stride(int cells, int at) {
    int step = Math.max(1, cells / MOST_CELLS_LOOKED_AT);
    return 1 + Integer.remainderUnsigned(at * 0x9E3779B9, 2 * step - 1);
  }

  /// Tells of one record, if it is one.
  ///
  /// @return false if the throttle refuses it, or nobody wants it
  private boolean tellAllocated(Cell cell, long number) {
    if (cell instanceof ScopedCell record) {
      RecordAllocatedEvent event = new RecordAllocatedEvent();
      if (!event.shouldCommit()) {
        return false;
      }
      describe(event, record, number);
      event.commit();
    }
    return true;
  }

  private boolean tellSurvived(Cell cell, long number) {
    if (cell instanceof ScopedCell record) {
      RecordSurvivedEvent event = new RecordSurvivedEvent();
      if (!event.shouldCommit()) {
        return false;
      }
      describe(event, record, number);
      event.age = ageOf(cell);
      event.commit();
    }
    return true;
  }

  private boolean tellSwept(Cell cell) {
    if (cell instanceof ScopedCell record) {
      RecordSweptEvent event = new RecordSweptEvent();
      if (!event.shouldCommit()) {
        return false;
      }
      describe(event, record, lastIds.size());
      event.age = ageOf(cell) - 1;
      event.commit();
    }
    return true;
  }

  private static void describe(RecordEvent event, ScopedCell record, long number) {
    event.collection = number;
    event.recordNumber = record.recordNumber();
    event.kind = record.recordKind();
    ScopeLayout scope = record.scope();
    if (scope != null) {
      SourcePlace place = scope.place();
      event.function = scope.ownerName();
      event.place = place == null ? "" : place.toString();
    }
  }

  /// How many collections began since the cell was made, the running one included.
  private int ageOf(Cell cell) {
    int low = 0;
    int high = lastIds.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lastIds.get(middle) < cell.id()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return lastIds.size() - low;
  }

  /// Runs on a thread of the recorder: it sees what the last collection published, never the heap.
  private void tellStatistics() {
    CollectionSummary summary = last;
    HeapStatisticsEvent event = new HeapStatisticsEvent();
    event.collection = summary.number();
    event.cells = summary.cellsAfter();
    event.liveBytes = summary.bytesAfter();
    event.commit();
  }
}
