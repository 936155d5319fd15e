package lexscope.js.module;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.value.Args;
import lexscope.js.value.CapturingFunction;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import lexscope.js.vm.Frame;
import lexscope.js.vm.Machine;

/// Evaluate of cyclic modules with top-level `await`, ECMA-262 sections 16.2.1.6.1.3.
final class ModuleEvaluator {
  private static final String[] MODULE = {"[[Module]]"};

  private final Machine machine;
  private int asyncCounter;

  ModuleEvaluator(Machine machine) {
    this.machine = machine;
  }

  /// Evaluate(): a promise of the evaluation.
  PromiseObject evaluate(ModuleRecord start) {
    ModuleRecord module =
        start.status == ModuleRecord.Status.EVALUATING_ASYNC
                || start.status == ModuleRecord.Status.EVALUATED
            ? (start.cycleRoot == null ? start : start.cycleRoot)
            : start;
    PromiseObject present = module.topLevelPromise;
    if (present != null) {
      return present;
    }
    PromiseObject promise = PromiseOperations.newPromise(machine);
    module.topLevelPromise = promise;
    Deque<ModuleRecord> stack = new ArrayDeque<>();
    try {
      inner(module, stack, 0);
      if (module.asyncOrder == 0) {
        PromiseOperations.resolvePromise(machine, promise, Undefined.UNDEFINED);
      }
    } catch (ThrowCompletion completion) {
      for (ModuleRecord each : stack) {
        each.status = ModuleRecord.Status.EVALUATED;
        fail(each, completion.value());
        each.cycleRoot = each;
      }
      PromiseOperations.rejectPromise(machine, promise, completion.value());
    }
    return promise;
  }

  private static void fail(ModuleRecord module, Object error) {
    module.failed = true;
    module.error = error;
  }

  /// InnerModuleEvaluation, ECMA-262 section 16.2.1.6.1.3.1.
  private int inner(ModuleRecord module, Deque<ModuleRecord> stack, int start) {
    if (module.status == ModuleRecord.Status.EVALUATING_ASYNC
        || module.status == ModuleRecord.Status.EVALUATED) {
      if (module.failed && module.error != null) {
        throw new ThrowCompletion(module.error);
      }
      return start;
    }
    if (module.status == ModuleRecord.Status.EVALUATING) {
      return start;
    }
    machine.enterCall();
    module.status = ModuleRecord.Status.EVALUATING;
    module.dfsIndex = start;
    module.dfsAncestorIndex = start;
    module.pendingAsyncDependencies = 0;
    int index = start + 1;
    stack.push(module);
    try {
      for (ModuleRecord each : module.dependencies()) {
        index = inner(each, stack, index);
        dependsOn(module, each);
      }
      if (module.pendingAsyncDependencies > 0 || module.hasTopLevelAwait()) {
        module.asyncOrder = ++asyncCounter;
        if (module.pendingAsyncDependencies == 0) {
          executeAsync(module);
        }
      } else {
        execute(module);
      }
    } finally {
      machine.leaveCall();
    }
    if (module.dfsAncestorIndex == module.dfsIndex) {
      ModuleRecord each;
      do {
        each = stack.pop();
        each.status =
            each.asyncOrder == 0
                ? ModuleRecord.Status.EVALUATED
                : ModuleRecord.Status.EVALUATING_ASYNC;
        each.cycleRoot = module;
      } while (each != module);
    }
    return index;
  }

  private static void dependsOn(ModuleRecord module, ModuleRecord dependency) {
    ModuleRecord required = dependency;
    if (required.status == ModuleRecord.Status.EVALUATING) {
      module.dfsAncestorIndex = Math.min(module.dfsAncestorIndex, required.dfsAncestorIndex);
    } else {
      required = required.cycleRoot == null ? required : required.cycleRoot;
      if (required.failed && required.error != null) {
        throw new ThrowCompletion(required.error);
      }
    }
    if (required.asyncOrder > 0) {
      module.pendingAsyncDependencies++;
      required.asyncParents.add(module);
    }
  }

  /// ExecuteModule without `await`.
  private void execute(ModuleRecord module) {
    Realm before = machine.setRealm(module.realm);
    try {
      if (module.values != null) {
        module.values.fill(module);
      } else if (module.frame != null) {
        Frame frame = module.frame;
        module.frame = null;
        int mark = machine.handles().mark();
        machine.handles().push(frame);
        machine.evaluation().resume(frame, Frame.NEXT, Undefined.UNDEFINED);
        machine.handles().release(mark);
      }
    } finally {
      machine.setRealm(before);
    }
  }

  /// ExecuteAsyncModule, ECMA-262 section 16.2.1.6.1.3.2.
  private void executeAsync(ModuleRecord module) {
    int mark = machine.handles().mark();
    PromiseObject promise = PromiseOperations.newPromise(machine);
    CapturingFunction fulfilled =
        CapturingFunction.create(module.realm, "", 0, this::onFulfilled, MODULE, module);
    CapturingFunction rejected =
        CapturingFunction.create(module.realm, "", 0, this::onRejected, MODULE, module);
    PromiseOperations.performPromiseThen(machine, promise, fulfilled, rejected, null);
    Frame frame = module.frame;
    if (frame == null) {
      throw new IllegalStateException("an async module without code");
    }
    module.frame = null;
    machine.handles().push(frame);
    machine.evaluation().executeAsync(frame, promise);
    machine.handles().release(mark);
  }

  private Object onFulfilled(Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    fulfilled((ModuleRecord) self.captured(0));
    return Undefined.UNDEFINED;
  }

  private Object onRejected(Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    rejected((ModuleRecord) self.captured(0), Args.get(args, 0));
    return Undefined.UNDEFINED;
  }

  /// AsyncModuleExecutionFulfilled, ECMA-262 section 16.2.1.6.1.3.4.
  private void fulfilled(ModuleRecord module) {
    if (module.status == ModuleRecord.Status.EVALUATED) {
      return;
    }
    finish(module);
    List<ModuleRecord> ready = new ArrayList<>();
    gatherAvailableAncestors(module, ready);
    ready.sort((a, b) -> Integer.compare(a.asyncOrder, b.asyncOrder));
    for (ModuleRecord each : ready) {
      if (each.status == ModuleRecord.Status.EVALUATED) {
        continue;
      }
      if (each.hasTopLevelAwait()) {
        executeAsync(each);
        continue;
      }
      try {
        execute(each);
        finish(each);
      } catch (ThrowCompletion completion) {
        rejected(each, completion.value());
      }
    }
  }

  private void finish(ModuleRecord module) {
    module.asyncOrder = -1;
    module.status = ModuleRecord.Status.EVALUATED;
    PromiseObject promise = module.topLevelPromise;
    if (promise != null) {
      PromiseOperations.resolvePromise(machine, promise, Undefined.UNDEFINED);
    }
  }

  /// GatherAvailableAncestors, ECMA-262 section 16.2.1.6.1.3.3.
  private static void gatherAvailableAncestors(ModuleRecord start, List<ModuleRecord> ready) {
    Deque<ModuleRecord> pending = new ArrayDeque<>(List.of(start));
    while (!pending.isEmpty()) {
      for (ModuleRecord parent : pending.pop().asyncParents) {
        ModuleRecord root = parent.cycleRoot;
        if (ready.contains(parent) || (root != null && root.failed)) {
          continue;
        }
        if (--parent.pendingAsyncDependencies == 0) {
          ready.add(parent);
          if (!parent.hasTopLevelAwait()) {
            pending.push(parent);
          }
        }
      }
    }
  }

  /// AsyncModuleExecutionRejected, ECMA-262 section 16.2.1.6.1.3.5.
  private void rejected(ModuleRecord start, Object error) {
    Deque<ModuleRecord> pending = new ArrayDeque<>(List.of(start));
    while (!pending.isEmpty()) {
      ModuleRecord module = pending.pop();
      if (module.status == ModuleRecord.Status.EVALUATED) {
        continue;
      }
      fail(module, error);
      module.status = ModuleRecord.Status.EVALUATED;
      module.asyncOrder = -1;
      pending.addAll(module.asyncParents);
      PromiseObject promise = module.topLevelPromise;
      if (promise != null) {
        PromiseOperations.rejectPromise(machine, promise, error);
      }
    }
  }
}
