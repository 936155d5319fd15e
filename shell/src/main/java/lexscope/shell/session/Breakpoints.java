package lexscope.shell.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lexscope.gc.Cell;
import lexscope.gc.Heap;
import lexscope.js.environment.FunctionEnvironmentRecord;
import lexscope.js.value.JsObject;
import lexscope.js.vm.AllocationSites;
import lexscope.js.vm.EcmaScriptFunction;
import lexscope.js.vm.Frame;
import lexscope.js.vm.Machine;
import org.jspecify.annotations.Nullable;

/// The breakpoints of a session. They outlast runs.
final class Breakpoints {
  /// So many allocations are named.
  private static final int SHOWN = 3;

  private final List<Breakpoint> all = new ArrayList<>();
  private int count;
  private long allocations;
  private long allocated;
  private long newestId;

  /// The next breakpoint's number.
  int nextNumber() {
    return ++count;
  }

  void add(Breakpoint breakpoint) {
    all.add(breakpoint);
    count();
  }

  private void count() {
    allocations = all.stream().filter(Breakpoint.OfAllocation.class::isInstance).count();
  }

  /// Takes one away; answers whether it was there.
  boolean remove(int number) {
    boolean removed = all.removeIf(each -> each.number() == number);
    count();
    return removed;
  }

  List<Breakpoint> all() {
    return Collections.unmodifiableList(all);
  }

  /// A program begins anew, in another heap.
  void restart(Heap heap) {
    all.forEach(Breakpoint::forgetCode);
    seen(heap);
  }

  private void seen(Heap heap) {
    allocated = heap.totalAllocatedCells();
    newestId = heap.cellCount() == 0 ? newestId : heap.cellAt(heap.cellCount() - 1).id();
  }

  /// Why the program is to stand still at a statement; null if it is not.
  @Nullable String reasonAt(Machine machine, Frame frame) {
    String reason = null;
    int line = 0;
    for (Breakpoint each : all) {
      String found = null;
      switch (each) {
        case Breakpoint.OfLine at -> {
          line = line == 0 ? frame.position().line() : line;
          if (at.isAt(frame.sourceName(), line, frame.codeIdentity(), frame.pc())) {
            found = "breakpoint " + at.number();
          }
        }
        case Breakpoint.OfFunction at -> {
          if (at.isAt(frame.codeName(), frame.codeIdentity(), frame.pc())) {
            found = "breakpoint " + at.number();
          }
        }
        case Breakpoint.OfAllocation _ -> {}
      }
      if (found != null) {
        each.hit();
        reason = reason == null ? found : reason;
      }
    }
    String allocation = allocationReason(machine);
    return reason == null ? allocation : reason;
  }

  /// Why the program is to stand still after something may have been made; null if it is not. Looks
  /// at the cells that were allocated since it was asked last: they stand at the end of the heap's
  /// table.
  @Nullable String allocationReason(Machine machine) {
    Heap heap = machine.heap();
    if (heap.totalAllocatedCells() == allocated) {
      return null;
    }
    long before = newestId;
    seen(heap);
    if (allocations == 0) {
      return null;
    }
    int first = heap.cellCount();
    while (first > 0 && heap.cellAt(first - 1).id() > before) {
      first--;
    }
    List<String> made = new ArrayList<>();
    int number = 0;
    for (int i = first; i < heap.cellCount(); i++) {
      Cell cell = heap.cellAt(i);
      String name = madeBy(cell);
      for (Breakpoint each : all) {
        if (each instanceof Breakpoint.OfAllocation of && of.function().equals(name)) {
          each.hit();
          number = number == 0 ? each.number() : number;
          made.add(described(machine, cell));
        }
      }
    }
    if (made.isEmpty()) {
      return null;
    }
    int more = made.size() - Math.min(made.size(), SHOWN);
    return "breakpoint "
        + number
        + ": "
        + String.join(", ", made.subList(0, made.size() - more))
        + (more == 0 ? "" : " and " + more + " more");
  }

  private static String madeBy(Cell cell) {
    return switch (cell) {
      case EcmaScriptFunction closure -> closure.name();
      case FunctionEnvironmentRecord record -> record.scope().ownerName();
      case JsObject object -> object.name();
      default -> "";
    };
  }

  private static String described(Machine machine, Cell cell) {
    String what =
        switch (cell) {
          case EcmaScriptFunction closure -> "closure " + closure.name() + " #" + cell.id();
          case FunctionEnvironmentRecord record ->
              "ER" + record.recordNumber() + " of " + record.scope().ownerName() + " #" + cell.id();
          default -> cell.name() + " #" + cell.id();
        };
    if (cell instanceof EcmaScriptFunction closure && closure.place() != null) {
      return what + " (" + closure.place() + ") was made";
    }
    AllocationSites.Site site = machine.sites().site(cell.site());
    return what + " was made" + (site == null ? "" : " at " + site.place());
  }
}
