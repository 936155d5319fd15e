package lexscope.js.intrinsics;

import java.util.List;
import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.NativeBody;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import lexscope.js.vm.SkippedFrames;
import lexscope.js.vm.StackTrace;
import org.jspecify.annotations.Nullable;

/// `%Error%`, the NativeError constructors and `%AggregateError%` with their prototypes, section
/// 20.5.
final class ErrorConstructors {
  private static final PropertyKey ERROR = PropertyKey.of("error");
  private static final PropertyKey SUPPRESSED = PropertyKey.of("suppressed");
  private static final int STACK_TRACE_LIMIT = 10;

  private ErrorConstructors() {}

  static void create(Realm realm) {
    JsObject prototype = prototype(realm, Intrinsic.ERROR_PROTOTYPE, "Error", null);
    new IntrinsicBuilder(realm, prototype).method("toString", 0, ErrorConstructors::toStringMethod);
    IntrinsicBuilder.constructor(
            realm, Intrinsic.ERROR, "Error", 1, ErrorConstructors::error, prototype)
        .method("isError", 1, (_, _, args, _) -> Args.get(args, 0) instanceof ErrorObject)
        .method("captureStackTrace", 2, ErrorConstructors::captureStackTrace)
        .value("stackTraceLimit", STACK_TRACE_LIMIT, Attributes.ALL);
    nativeError(
        realm,
        Intrinsic.EVAL_ERROR,
        Intrinsic.EVAL_ERROR_PROTOTYPE,
        "EvalError",
        (agent, _, args, newTarget) ->
            make(agent, args, newTarget, Intrinsic.EVAL_ERROR, Intrinsic.EVAL_ERROR_PROTOTYPE));
    nativeError(
        realm,
        Intrinsic.RANGE_ERROR,
        Intrinsic.RANGE_ERROR_PROTOTYPE,
        "RangeError",
        (agent, _, args, newTarget) ->
            make(agent, args, newTarget, Intrinsic.RANGE_ERROR, Intrinsic.RANGE_ERROR_PROTOTYPE));
    nativeError(
        realm,
        Intrinsic.REFERENCE_ERROR,
        Intrinsic.REFERENCE_ERROR_PROTOTYPE,
        "ReferenceError",
        (agent, _, args, newTarget) ->
            make(
                agent,
                args,
                newTarget,
                Intrinsic.REFERENCE_ERROR,
                Intrinsic.REFERENCE_ERROR_PROTOTYPE));
    nativeError(
        realm,
        Intrinsic.SYNTAX_ERROR,
        Intrinsic.SYNTAX_ERROR_PROTOTYPE,
        "SyntaxError",
        (agent, _, args, newTarget) ->
            make(agent, args, newTarget, Intrinsic.SYNTAX_ERROR, Intrinsic.SYNTAX_ERROR_PROTOTYPE));
    nativeError(
        realm,
        Intrinsic.TYPE_ERROR,
        Intrinsic.TYPE_ERROR_PROTOTYPE,
        "TypeError",
        (agent, _, args, newTarget) ->
            make(agent, args, newTarget, Intrinsic.TYPE_ERROR, Intrinsic.TYPE_ERROR_PROTOTYPE));
    nativeError(
        realm,
        Intrinsic.URI_ERROR,
        Intrinsic.URI_ERROR_PROTOTYPE,
        "URIError",
        (agent, _, args, newTarget) ->
            make(agent, args, newTarget, Intrinsic.URI_ERROR, Intrinsic.URI_ERROR_PROTOTYPE));
    JsObject aggregate =
        prototype(realm, Intrinsic.AGGREGATE_ERROR_PROTOTYPE, "AggregateError", prototype);
    IntrinsicBuilder.constructor(
        realm,
        Intrinsic.AGGREGATE_ERROR,
        Intrinsic.ERROR,
        "AggregateError",
        2,
        ErrorConstructors::aggregateError,
        aggregate);
    JsObject suppressed =
        prototype(realm, Intrinsic.SUPPRESSED_ERROR_PROTOTYPE, "SuppressedError", prototype);
    IntrinsicBuilder.constructor(
        realm,
        Intrinsic.SUPPRESSED_ERROR,
        Intrinsic.ERROR,
        "SuppressedError",
        3,
        ErrorConstructors::suppressedError,
        suppressed);
  }

  private static void nativeError(
      Realm realm, Intrinsic name, Intrinsic prototypeName, String text, NativeBody body) {
    JsObject prototype =
        prototype(realm, prototypeName, text, realm.get(Intrinsic.ERROR_PROTOTYPE));
    IntrinsicBuilder.constructor(realm, name, Intrinsic.ERROR, text, 1, body, prototype);
  }

  private static JsObject prototype(
      Realm realm, Intrinsic name, String text, @Nullable JsObject parent) {
    Agent agent = realm.agent();
    JsObject prototype =
        JsObject.create(agent, parent == null ? realm.get(Intrinsic.OBJECT_PROTOTYPE) : parent);
    realm.set(name, prototype);
    prototype.put(agent, PropertyKeys.NAME, agent.string(text), Attributes.HIDDEN);
    prototype.put(agent, PropertyKeys.MESSAGE, agent.emptyString(), Attributes.HIDDEN);
    return prototype;
  }

  /// `Error ( message [ , options ] )`, section 20.5.1.1.
  private static Object error(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return make(agent, args, newTarget, Intrinsic.ERROR, Intrinsic.ERROR_PROTOTYPE);
  }

  /// `NativeError ( message [ , options ] )`, section 20.5.6.1.1.
  private static Object make(
      Agent agent,
      Object[] args,
      @Nullable JsObject newTarget,
      Intrinsic active,
      Intrinsic prototype) {
    ErrorObject error =
        begin(agent, newTarget, active, prototype, Args.get(args, 0), Args.get(args, 1));
    return error;
  }

  private static ErrorObject begin(
      Agent agent,
      @Nullable JsObject newTarget,
      Intrinsic active,
      Intrinsic prototype,
      Object message,
      Object options) {
    JsObject target = newTarget == null ? agent.realm().get(active) : newTarget;
    ErrorObject error =
        ErrorObject.create(
            agent, ConstructorOperations.getPrototypeFromConstructor(agent, target, prototype));
    error.captureStack(
        agent,
        newTarget instanceof JsFunction ? SkippedFrames.upTo(newTarget) : SkippedFrames.FIRST);
    if (message != Undefined.UNDEFINED) {
      JsString text = TypeConversion.toString(agent, message);
      error.put(agent, PropertyKeys.MESSAGE, text, Attributes.HIDDEN);
    }
    installErrorCause(agent, error, options);
    return error;
  }

  /// InstallErrorCause, section 20.5.8.1.
  private static void installErrorCause(Agent agent, JsObject error, Object options) {
    if (options instanceof JsObject object && object.hasProperty(agent, PropertyKeys.CAUSE)) {
      Object cause = ObjectOperations.get(agent, object, PropertyKeys.CAUSE);
      error.put(agent, PropertyKeys.CAUSE, cause, Attributes.HIDDEN);
    }
  }

  /// `AggregateError ( errors, message [ , options ] )`, section 20.5.7.1.1.
  private static Object aggregateError(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    ErrorObject error =
        begin(
            agent,
            newTarget,
            Intrinsic.AGGREGATE_ERROR,
            Intrinsic.AGGREGATE_ERROR_PROTOTYPE,
            Args.get(args, 1),
            Args.get(args, 2));
    List<Object> errors =
        IteratorOperations.iteratorToList(
            agent, IteratorOperations.getIterator(agent, Args.get(args, 0)));
    error.put(
        agent,
        PropertyKeys.ERRORS,
        ObjectOperations.createArrayFromList(agent, errors),
        Attributes.HIDDEN);
    return error;
  }

  /// `SuppressedError ( error, suppressed, message )`, section 20.5.8.1.1.
  private static Object suppressedError(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    ErrorObject error =
        begin(
            agent,
            newTarget,
            Intrinsic.SUPPRESSED_ERROR,
            Intrinsic.SUPPRESSED_ERROR_PROTOTYPE,
            Args.get(args, 2),
            Undefined.UNDEFINED);
    error.put(agent, ERROR, Args.get(args, 0), Attributes.HIDDEN);
    error.put(agent, SUPPRESSED, Args.get(args, 1), Attributes.HIDDEN);
    return error;
  }

  /// The error that says that disposing of a resource threw after something else had been thrown.
  static Object suppressed(Agent agent, Object error, Object suppressed) {
    return suppressedError(
        agent, Undefined.UNDEFINED, new Object[] {error, suppressed, Undefined.UNDEFINED}, null);
  }

  /// Error.captureStackTrace ( object [ , function ] ). NON-SPEC: as in V8. The frames from the
  /// innermost up to that of `function` are left out; the text above the trace is made when `stack`
  /// is first asked for.
  private static Object captureStackTrace(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(Args.get(args, 0) instanceof JsObject object)) {
      throw agent.typeError("invalid_argument");
    }
    StackTrace trace =
        agent.captureStackTrace(
            Args.get(args, 1) instanceof JsFunction hidden
                ? SkippedFrames.upTo(hidden)
                : SkippedFrames.FIRST);
    boolean lazy = object instanceof ErrorObject || (object.hasPlainNames() && trace != null);
    ObjectOperations.definePropertyOrThrow(
        agent,
        object,
        PropertyKeys.STACK,
        PropertyDescriptor.data(
            lazy ? Undefined.UNDEFINED : StackText.of(agent, object, trace), Attributes.HIDDEN));
    if (object instanceof ErrorObject error) {
      error.recapture(agent, trace);
    } else if (object.hasPlainNames() && trace != null) {
      object.put(agent, PropertyKeys.STACK, new CapturedStack(trace), Attributes.HIDDEN);
    }
    return Undefined.UNDEFINED;
  }

  /// Error.prototype.toString, section 20.5.3.4.
  private static Object toStringMethod(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(thisValue instanceof JsObject error)) {
      throw agent.typeError(
          ErrorMessages.incompatibleReceiver("Error.prototype.toString", thisValue));
    }
    return text(agent, error);
  }

  /// The steps of Error.prototype.toString for an object.
  static Object text(Agent agent, JsObject error) {
    Object name = ObjectOperations.get(agent, error, PropertyKeys.NAME);
    String nameText = name == Undefined.UNDEFINED ? "Error" : TypeConversion.toText(agent, name);
    Object message = ObjectOperations.get(agent, error, PropertyKeys.MESSAGE);
    String messageText =
        message == Undefined.UNDEFINED ? "" : TypeConversion.toText(agent, message);
    if (nameText.isEmpty()) {
      return agent.string(messageText);
    }
    return agent.string(messageText.isEmpty() ? nameText : nameText + ": " + messageText);
  }
}
