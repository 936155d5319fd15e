package lexscope.js.environment;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.PartedCell;
import lexscope.gc.TracingRule;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.scope.FunctionInfo;
import lexscope.js.scope.UsedSlots;
import org.jspecify.annotations.Nullable;

/// The edges by which closures and activations keep Environment Records: the one place where the
/// capture policies differ.
public final class ClosureEdges {
  private ClosureEdges() {}

  /// Reports what a function object keeps of the records around it.
  ///
  /// - `whole`, `union`: `[[Environment]]`, the record and all that is outside of it.
  /// - `v8`: the innermost record that has a context.
  /// - `used`: the bindings that the function's text refers to, one by one.
  ///
  /// Cost: constant, under `v8` the records without context in between, under `used` the bindings
  /// and the records up to the outermost.
  ///
  /// @param environment `[[Environment]]`
  public static void visitEnvironment(
      FunctionInfo function, EnvironmentRecord environment, TracingRule rule, EdgeVisitor visitor) {
    switch ((CapturePolicy) rule) {
      case WHOLE, UNION -> visitor.edge(EdgeKind.INTERNAL, "[[Environment]]", environment);
      case V8 -> environment.visitContextChain("context", visitor);
      case USED -> visitUsed(function.usedSlots(), environment, visitor);
    }
  }

  private static void visitUsed(
      UsedSlots used, EnvironmentRecord environment, EdgeVisitor visitor) {
    EnvironmentRecord record = environment;
    int hops = 0;
    for (UsedSlots.Place place : used.places()) {
      while (hops < place.hops()) {
        visitor.part(EdgeKind.HIDDEN, "shell", record, PartedCell.SHELL);
        record = record.outward(1);
        hops++;
      }
      visitor.part(EdgeKind.CONTEXT, record.partName(place.slot()), record, place.slot());
    }
    if (used.everyDynamic() || !used.names().isEmpty()) {
      visitGrown(used, environment, visitor);
    }
  }

  /// Bindings that sloppy direct evals added on the chain: looked up by name now, since they may
  /// come and go.
  private static void visitGrown(
      UsedSlots used, EnvironmentRecord environment, EdgeVisitor visitor) {
    for (EnvironmentRecord record = environment; record != null; record = record.outer()) {
      visitor.part(EdgeKind.HIDDEN, "shell", record, PartedCell.SHELL);
      if (record instanceof DeclarativeEnvironmentRecord declarative) {
        for (String name : declarative.grownNames()) {
          if (used.everyDynamic() || used.names().contains(name)) {
            visitor.part(EdgeKind.CONTEXT, name, declarative, declarative.grownSlot(name));
          }
        }
      }
    }
  }

  /// Reports what an unnamed register of an activation holds. An environment that is to be restored
  /// is one of the activation's own records or what its function closes over: what of its bindings
  /// is kept is said there, and an edge to it as a whole would lead to outer records that the
  /// policy gave up. What the function closes over may itself have been given up.
  ///
  /// @param boundary as for [#visitActivation]
  public static void visitTemporary(
      int register,
      @Nullable Object value,
      @Nullable EnvironmentRecord boundary,
      TracingRule rule,
      EdgeVisitor visitor) {
    if (value instanceof EnvironmentRecord record
        && (rule == CapturePolicy.V8 || rule == CapturePolicy.USED)) {
      if (record != boundary) {
        visitor.part(EdgeKind.HIDDEN, "shell", record, PartedCell.SHELL);
      }
    } else {
      visitor.edge(EdgeKind.HIDDEN, register, value);
    }
  }

  /// Reports the records of an activation: all bindings of its own ones under every policy; what is
  /// outside of them is the business of its function.
  ///
  /// @param current the LexicalEnvironment of the activation
  /// @param boundary the `[[Environment]]` of its function, or the record around eval code; null
  ///   for the top of the chain
  public static void visitActivation(
      EnvironmentRecord current,
      @Nullable EnvironmentRecord boundary,
      TracingRule rule,
      EdgeVisitor visitor) {
    if (rule == CapturePolicy.WHOLE || rule == CapturePolicy.UNION) {
      visitor.edge(EdgeKind.INTERNAL, "LexicalEnvironment", current);
      return;
    }
    for (EnvironmentRecord record = current;
        record != null && record != boundary;
        record = record.outer()) {
      visitor.part(EdgeKind.HIDDEN, "shell", record, PartedCell.SHELL);
      int count = record.partCount();
      for (int part = 0; part < count; part++) {
        visitor.part(EdgeKind.CONTEXT, record.partName(part), record, part);
      }
    }
  }
}
