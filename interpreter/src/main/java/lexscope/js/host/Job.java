package lexscope.js.host;

import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.js.vm.Agent;

/// A Job (9.5): a closure of the specification that runs when no execution context is running. It
/// is a cell, so what it will use is reached through it.
public abstract class Job extends Cell {
  /// Runs the job.
  ///
  /// @throws lexscope.js.value.ThrowCompletion if guest code throws
  protected abstract void run(Agent agent);

  @Override
  public CellKind kind() {
    return CellKind.CODE;
  }
}
