package lexscope.js.vm;

import lexscope.js.bytecode.FunctionTemplate;
import lexscope.js.bytecode.PositionTable;
import lexscope.js.intrinsics.ProxyObject;
import lexscope.js.source.EvalOrigin;
import lexscope.js.source.SourceSpot;
import lexscope.js.source.SourceText;
import lexscope.js.syntax.FunctionKind;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.Program;
import lexscope.js.value.Accessor;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Shape;
import lexscope.js.value.SpecialSlot;
import lexscope.js.value.Symbol;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

/// What a line of a stack trace says of a function and its receiver, as V8 does: the class of the
/// receiver, and the name of the property that holds the function. Runs no guest code.
final class CallSite {
  /// Of larger objects only the first properties are searched for the function, of longer chains
  /// only the first objects.
  private static final int MOST_PROPERTIES = 1000;

  private static final int LONGEST_CHAIN = 10;

  private CallSite() {}

  /// The line of an execution context.
  ///
  /// @param pc the instruction that it stands at
  /// @param async whether it waits for a promise
  static TraceLine of(Agent agent, Frame frame, int pc, boolean async) {
    FunctionTemplate template = frame.code.template();
    EcmaScriptFunction function = frame.function;
    if (function == null) {
      boolean eval = template.source().isEval();
      boolean method = !eval && template.info().node() instanceof Program.Script;
      return new TraceLine(
          method ? TraceLine.Kind.METHOD : TraceLine.Kind.TOP_LEVEL,
          async,
          method ? "Object" : "",
          method ? "Object" : "",
          eval ? "eval" : "",
          "",
          template.source(),
          frame.code.positions(),
          pc);
    }
    boolean begun = frame.state != Frame.State.READY;
    boolean construct = frame.newTarget instanceof JsObject;
    return of(
        agent,
        function,
        functionName(function),
        async,
        construct ? null : frame.thisValue,
        construct,
        template.source(),
        begun ? frame.code.positions() : null,
        begun ? pc : start(template));
  }

  /// The line of any function; a receiver that is the global object counts as none.
  private static TraceLine of(
      Agent agent,
      JsFunction function,
      String name,
      boolean async,
      @Nullable Object receiver,
      boolean construct,
      @Nullable SourceText source,
      @Nullable PositionTable positions,
      int pc) {
    if (receiver == null
        || receiver == Undefined.UNDEFINED
        || receiver == Null.NULL
        || receiver == function.realm().globalObject()) {
      TraceLine.Kind kind = construct ? TraceLine.Kind.CONSTRUCTOR : TraceLine.Kind.TOP_LEVEL;
      return new TraceLine(kind, async, "", "", name, "", source, positions, pc);
    }
    String type = typeName(agent, receiver);
    return new TraceLine(
        TraceLine.Kind.METHOD,
        async,
        type,
        owner(receiver, type),
        name,
        methodName(receiver, function),
        source,
        positions,
        pc);
  }

  /// Where code that a running context evaluates comes from.
  static EvalOrigin evalOrigin(@Nullable Frame caller) {
    if (caller == null) {
      return new EvalOrigin("", null);
    }
    EcmaScriptFunction function = caller.function;
    var spot =
        new SourceSpot(caller.code.template().source(), caller.code.positions().offset(caller.pc));
    return new EvalOrigin(function == null ? "" : debugName(function), spot);
  }

  /// The line of a built-in function, or of the constructor of a class that has none in its text.
  static TraceLine of(
      Agent agent, JsFunction function, @Nullable Object receiver, boolean construct) {
    if (function instanceof EcmaScriptFunction constructor) {
      return new TraceLine(
          TraceLine.Kind.CONSTRUCTOR,
          false,
          "",
          "",
          functionName(constructor),
          "",
          constructor.template.source(),
          null,
          start(constructor.template));
    }
    Object self = construct ? null : receiver;
    return of(agent, function, function.functionName(), false, self, construct, null, null, 0);
  }

  /// Where a function begins for V8: at its parameters, an arrow function and a class at their
  /// text.
  private static int start(FunctionTemplate template) {
    int start = template.start();
    FunctionNode node = template.node();
    return node == null || node.isArrow()
        ? start
        : Math.max(start, template.source().text().indexOf('(', node.start()));
  }

  /// A combinator of promises that waits for the one with this index.
  static TraceLine combinator(String name, int index) {
    return new TraceLine(TraceLine.Kind.COMBINATOR, true, "", "", name, "", null, null, index);
  }

  /// The name that a trace gives a function: its own, or that of what its text is assigned to.
  private static String functionName(EcmaScriptFunction function) {
    FunctionTemplate template = function.template;
    FunctionNode node = template.node();
    if (node != null && node.kind() == FunctionKind.STATIC_BLOCK) {
      return "<static_initializer>";
    }
    if (node != null && node.kind() == FunctionKind.FIELD_INITIALIZER) {
      return function.homeObject instanceof EcmaScriptFunction
          ? "<static_initializer>"
          : "<instance_members_initializer>";
    }
    if (template.isDynamic() && template.name().equals(function.functionName())) {
      return "eval";
    }
    String name = function.functionName();
    if (!name.isEmpty()) {
      return name;
    }
    String inferred = template.inferredName();
    return inferred.isEmpty() && template.source().isEval() ? "eval" : inferred;
  }

  private static String typeName(Agent agent, Object receiver) {
    return switch (receiver) {
      case ProxyObject _ -> "Proxy";
      case AsyncFromSyncIterator _ -> "Async-from-Sync Iterator";
      case GeneratorObject generator when !staticName(generator.frame()).isEmpty() ->
          staticName(generator.frame());
      case AsyncGeneratorObject generator when !staticName(generator.frame()).isEmpty() ->
          staticName(generator.frame());
      case JsObject object -> constructorName(agent, object);
      case Boolean _ -> "Boolean";
      case Number _ -> "Number";
      case JsString _ -> "String";
      case Symbol _ -> "Symbol";
      case JsBigInt _ -> "BigInt";
      default -> "Object";
    };
  }

  /// A class stands before its static methods by its own name.
  private static String owner(Object receiver, String type) {
    return receiver instanceof EcmaScriptFunction function
            && function.template.isClassConstructor()
            && !function.functionName().isEmpty()
        ? function.functionName()
        : type;
  }

  /// The name of the constructor that the prototypes refer to, or what they say is the object's
  /// tag.
  private static String constructorName(Agent agent, JsObject object) {
    JsObject o = object.shape().prototype();
    for (int i = 0; o != null && i < LONGEST_CHAIN; i++) {
      if (o.peek(PropertyKeys.CONSTRUCTOR) instanceof JsFunction constructor) {
        String name = debugName(constructor);
        if (!name.isEmpty() && !name.equals("Object")) {
          return name;
        }
      }
      o = o.shape().prototype();
    }
    return tag(agent, object);
  }

  private static String tag(Agent agent, JsObject object) {
    PropertyKey key = agent.symbols().toStringTag().key();
    JsObject o = object;
    for (int i = 0; o != null && i < LONGEST_CHAIN; i++) {
      if (o.peek(key) instanceof JsString text) {
        return text.peek(JsString.NAME_LIMIT);
      }
      o = o.shape().prototype();
    }
    return object.builtinTag();
  }

  /// The name of an activation's function as far as its text tells it: V8 takes a generator's
  /// function for its constructor.
  private static String staticName(Frame frame) {
    FunctionTemplate template = frame.code.template();
    return template.name().isEmpty() ? template.inferredName() : template.name();
  }

  private static String debugName(JsFunction function) {
    if (function instanceof EcmaScriptFunction closure) {
      FunctionTemplate template = closure.template;
      String name = template.name().isEmpty() ? closure.functionName() : template.name();
      return name.isEmpty() ? template.inferredName() : name;
    }
    return function.functionName();
  }

  /// The property of the receiver, or of its prototypes, that holds the function: the one with its
  /// name, or else the only enumerable one.
  private static String methodName(Object receiver, JsFunction function) {
    if (!(receiver instanceof JsObject object) || isInitializer(function)) {
      return "";
    }
    String name = propertyName(function);
    if (!name.isEmpty() && holds(lookup(object, PropertyKey.of(name)), function)) {
      return name;
    }
    String found = "";
    JsObject o = object;
    for (int i = 0; o != null && i < LONGEST_CHAIN; i++) {
      Shape shape = o.shape();
      int slots = Math.min(shape.slotCount(), MOST_PROPERTIES);
      for (int slot = 0; slot < slots; slot++) {
        PropertyKey key = shape.keyAt(slot);
        if (key == null
            || key.isSymbol()
            || key.isPrivateName()
            || (shape.attributes(slot) & Attributes.ENUMERABLE) == 0
            || !holds(o.slot(slot), function)) {
          continue;
        }
        if (!found.isEmpty() && !found.equals(key.asString())) {
          return "";
        }
        found = key.asString();
      }
      o = shape.prototype();
    }
    return found;
  }

  private static boolean isInitializer(JsFunction function) {
    return function instanceof EcmaScriptFunction closure
        && closure.template.node() instanceof FunctionNode node
        && (node.kind() == FunctionKind.FIELD_INITIALIZER
            || node.kind() == FunctionKind.STATIC_BLOCK);
  }

  /// The name of the property that a function was probably defined as.
  private static String propertyName(JsFunction function) {
    String name =
        function instanceof EcmaScriptFunction closure && !closure.template.name().isEmpty()
            ? closure.template.name()
            : function.functionName();
    if (name.startsWith("get ") || name.startsWith("set ")) {
      return name.substring(4);
    }
    if (name.isEmpty() && function instanceof EcmaScriptFunction closure) {
      String inferred = closure.template.inferredName();
      return inferred.substring(inferred.lastIndexOf('.') + 1);
    }
    return name;
  }

  private static @Nullable Object lookup(JsObject object, PropertyKey key) {
    JsObject o = object;
    for (int i = 0; o != null && i < LONGEST_CHAIN; i++) {
      Object slot = o.peekSlot(key);
      if (slot != null) {
        return slot;
      }
      o = o.shape().prototype();
    }
    return null;
  }

  private static boolean holds(@Nullable Object slot, JsFunction function) {
    return slot == function
        || (slot instanceof SpecialSlot
            && slot instanceof Accessor accessor
            && (accessor.getter() == function || accessor.setter() == function));
  }
}
