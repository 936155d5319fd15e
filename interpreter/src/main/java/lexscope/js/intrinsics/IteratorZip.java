package lexscope.js.intrinsics;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// `Iterator.zip`, section 27.1.3.2.3, and `Iterator.zipKeyed`, section 27.1.3.2.4: several
/// iterators in step.
final class IteratorZip extends LazyIterator {
  private enum Mode {
    SHORTEST,
    LONGEST,
    STRICT
  }

  private static final PropertyKey MODE = PropertyKey.of("mode");
  private static final PropertyKey PADDING = PropertyKey.of("padding");

  private final Mode mode;
  private final @Nullable List<PropertyKey> keys;
  private final List<@Nullable IteratorRecord> iterators = new ArrayList<>();
  private final List<IteratorRecord> open = new ArrayList<>();
  private final List<Object> padding = new ArrayList<>();

  private IteratorZip(Shape shape, Mode mode, @Nullable List<PropertyKey> keys) {
    super(shape);
    this.mode = mode;
    this.keys = keys;
  }

  /// `Iterator.zip ( iterables [ , options ] )`.
  static Object zip(Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject iterables = ObjectOperations.requireObject(agent, Args.get(args, 0));
    Object options = options(agent, Args.get(args, 1));
    Mode mode = mode(agent, options);
    Object paddingOption = paddingOption(agent, options, mode);
    IteratorZip zip = agent.heap().allocate(new IteratorZip(helperShape(agent), mode, null));
    IteratorRecord input = IteratorOperations.getIterator(agent, iterables);
    while (true) {
      Object next;
      try {
        next = IteratorOperations.iteratorStepValue(agent, input);
      } catch (ThrowCompletion thrown) {
        throw zip.closeAll(agent, thrown);
      }
      if (next == null) {
        break;
      }
      try {
        zip.add(IteratorOperations.getIteratorFlattenable(agent, next, false));
      } catch (ThrowCompletion thrown) {
        throw IteratorOperations.iteratorCloseOnThrow(agent, input, zip.closeAll(agent, thrown));
      }
    }
    if (mode == Mode.LONGEST) {
      zip.pad(agent, paddingOption);
    }
    return zip;
  }

  /// `Iterator.zipKeyed ( iterables [ , options ] )`.
  static Object zipKeyed(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject iterables = ObjectOperations.requireObject(agent, Args.get(args, 0));
    Object options = options(agent, Args.get(args, 1));
    Mode mode = mode(agent, options);
    Object paddingOption = paddingOption(agent, options, mode);
    List<PropertyKey> keys = new ArrayList<>();
    IteratorZip zip = agent.heap().allocate(new IteratorZip(helperShape(agent), mode, keys));
    List<PropertyKey> all = iterables.ownPropertyKeys(agent);
    try {
      for (PropertyKey key : all) {
        PropertyDescriptor property = iterables.getOwnProperty(agent, key);
        if (property != null && property.isEnumerable()) {
          Object value = ObjectOperations.get(agent, iterables, key);
          if (value != Undefined.UNDEFINED) {
            keys.add(key);
            zip.add(IteratorOperations.getIteratorFlattenable(agent, value, false));
          }
        }
      }
      if (mode == Mode.LONGEST) {
        for (PropertyKey key : keys) {
          zip.padding.add(
              paddingOption instanceof JsObject object
                  ? ObjectOperations.get(agent, object, key)
                  : Undefined.UNDEFINED);
        }
      }
    } catch (ThrowCompletion thrown) {
      throw zip.closeAll(agent, thrown);
    }
    return zip;
  }

  /// GetOptionsObject, section 7.3.36.
  private static Object options(Agent agent, Object options) {
    return options == Undefined.UNDEFINED
        ? options
        : ObjectOperations.requireObject(agent, options);
  }

  private static Mode mode(Agent agent, Object options) {
    Object mode =
        options instanceof JsObject object
            ? ObjectOperations.get(agent, object, MODE)
            : Undefined.UNDEFINED;
    if (mode == Undefined.UNDEFINED) {
      return Mode.SHORTEST;
    }
    return switch (mode instanceof JsString text ? text.toString() : "") {
      case "shortest" -> Mode.SHORTEST;
      case "longest" -> Mode.LONGEST;
      case "strict" -> Mode.STRICT;
      default -> throw agent.typeError(ErrorMessages.show(mode) + " is not a valid mode");
    };
  }

  private static Object paddingOption(Agent agent, Object options, Mode mode) {
    if (mode != Mode.LONGEST || !(options instanceof JsObject object)) {
      return Undefined.UNDEFINED;
    }
    return options(agent, ObjectOperations.get(agent, object, PADDING));
  }

  private void add(IteratorRecord record) {
    iterators.add(record);
    open.add(record);
  }

  private void pad(Agent agent, Object option) {
    if (option == Undefined.UNDEFINED) {
      iterators.forEach(_ -> padding.add(Undefined.UNDEFINED));
      return;
    }
    try {
      IteratorRecord source = IteratorOperations.getIterator(agent, option);
      boolean going = true;
      for (int i = 0; i < iterators.size(); i++) {
        Object value = going ? IteratorOperations.iteratorStepValue(agent, source) : null;
        going &= value != null;
        padding.add(value == null ? Undefined.UNDEFINED : value);
      }
      if (going) {
        IteratorOperations.iteratorClose(agent, source);
      }
    } catch (ThrowCompletion thrown) {
      throw closeAll(agent, thrown);
    }
  }

  /// IteratorCloseAll, section 7.4.13, of a throw completion.
  private ThrowCompletion closeAll(Agent agent, ThrowCompletion thrown) {
    for (IteratorRecord each : open.reversed()) {
      IteratorOperations.iteratorCloseOnThrow(agent, each, thrown);
    }
    open.clear();
    return thrown;
  }

  /// IteratorCloseAll, section 7.4.13, of a return completion.
  private void closeAll(Agent agent) {
    List<IteratorRecord> left = new ArrayList<>(open);
    while (!left.isEmpty()) {
      IteratorRecord last = left.removeLast();
      try {
        IteratorOperations.iteratorClose(agent, last);
      } catch (ThrowCompletion thrown) {
        open.retainAll(left);
        throw closeAll(agent, thrown);
      }
    }
    open.clear();
  }

  @Override
  @Nullable Object advance(Agent agent) {
    if (iterators.isEmpty()) {
      return null;
    }
    List<Object> results = new ArrayList<>();
    for (int i = 0; i < iterators.size(); i++) {
      IteratorRecord record = iterators.get(i);
      Object value = record == null ? padding.get(i) : step(agent, record);
      if (value == null) {
        switch (mode) {
          case SHORTEST -> {
            closeAll(agent);
            return null;
          }
          case STRICT -> {
            requireAllDone(agent, i);
            return null;
          }
          case LONGEST -> {
            if (open.isEmpty()) {
              return null;
            }
            iterators.set(i, null);
            value = padding.get(i);
          }
        }
      }
      results.add(value);
    }
    return finish(agent, results);
  }

  private @Nullable Object step(Agent agent, IteratorRecord record) {
    try {
      Object value = IteratorOperations.iteratorStepValue(agent, record);
      if (value == null) {
        open.remove(record);
      }
      return value;
    } catch (ThrowCompletion thrown) {
      open.remove(record);
      throw closeAll(agent, thrown);
    }
  }

  private void requireAllDone(Agent agent, int index) {
    if (index != 0) {
      throw closeAll(agent, agent.typeError("Iterators are not of equal length"));
    }
    for (int k = 1; k < iterators.size(); k++) {
      IteratorRecord record = iterators.get(k);
      if (record == null) {
        continue;
      }
      boolean done;
      try {
        done = IteratorOperations.iteratorStep(agent, record) == null;
      } catch (ThrowCompletion thrown) {
        open.remove(record);
        throw closeAll(agent, thrown);
      }
      if (!done) {
        throw closeAll(agent, agent.typeError("Iterators are not of equal length"));
      }
      open.remove(record);
    }
  }

  private Object finish(Agent agent, List<Object> results) {
    List<PropertyKey> names = keys;
    if (names == null) {
      return ObjectOperations.createArrayFromList(agent, results);
    }
    JsObject object = JsObject.create(agent, null);
    for (int i = 0; i < names.size(); i++) {
      ObjectOperations.createDataPropertyOrThrow(agent, object, names.get(i), results.get(i));
    }
    return object;
  }

  @Override
  void closeUnderlying(Agent agent, boolean started) {
    closeAll(agent);
  }

  @Override
  void release() {
    iterators.clear();
    open.clear();
    padding.clear();
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    for (IteratorRecord record : iterators) {
      IteratorRecord.visitEdges(visitor, record);
    }
    for (Object value : padding) {
      visitor.edge(EdgeKind.INTERNAL, "padding", value);
    }
    if (keys != null) {
      for (PropertyKey key : keys) {
        if (key.isSymbol()) {
          visitor.edge(EdgeKind.INTERNAL, "key", key.symbol());
        }
      }
    }
  }
}
