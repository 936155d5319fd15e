package lexscope.js.vm;

import java.util.Objects;
import lexscope.js.bytecode.ClassLayouts;
import lexscope.js.bytecode.FunctionTemplate;
import lexscope.js.environment.DeclarativeEnvironmentRecord;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.scope.Scope;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.LazySlot;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Shape;
import lexscope.js.value.Symbol;
import org.jspecify.annotations.Nullable;

/// Makes function objects, ECMA-262 sections 10.2.3 to 10.2.9, 15.2 to 15.9.
///
/// The properties `length`, `name` and `prototype` of all closures of one function begin alike, so
/// they share their values until one is changed; the `prototype` object itself is made when it is
/// first asked for.
final class Closures {
  /// The `prototype` of a function that can be a constructor.
  private static final CallerSlot CALLER = new CallerSlot();

  private static final LazySlot CONSTRUCTOR_PROTOTYPE =
      new LazySlot() {
        @Override
        public Object materialize(Agent agent, JsObject owner) {
          Realm realm = ((JsFunction) owner).realm();
          JsObject prototype = agent.heap().allocate(new JsObject(realm.objectShape()));
          prototype.put(agent, PropertyKeys.CONSTRUCTOR, owner, Attributes.HIDDEN);
          return prototype;
        }
      };

  /// The `prototype` of a generator function.
  private static final LazySlot GENERATOR_PROTOTYPE =
      new LazySlot() {
        @Override
        public Object materialize(Agent agent, JsObject owner) {
          return JsObject.create(
              agent, ((JsFunction) owner).realm().get(Intrinsic.GENERATOR_PROTOTYPE));
        }
      };

  /// The `prototype` of an async generator function.
  private static final LazySlot ASYNC_GENERATOR_PROTOTYPE =
      new LazySlot() {
        @Override
        public Object materialize(Agent agent, JsObject owner) {
          return JsObject.create(
              agent, ((JsFunction) owner).realm().get(Intrinsic.ASYNC_GENERATOR_PROTOTYPE));
        }
      };

  private final Machine machine;

  Closures(Machine machine) {
    this.machine = machine;
  }

  /// InstantiateFunctionObject and the evaluation of function expressions.
  Object closure(Frame frame, Object constant) {
    var template = (FunctionTemplate) constant;
    machine.heap().setSite(frame.code.siteBase() + frame.pc);
    EnvironmentRecord environment = frame.environment;
    Scope nameScope = template.nameScope();
    if (nameScope == null || !nameScope.isMaterialized()) {
      return create(frame, template, environment);
    }
    var record =
        new DeclarativeEnvironmentRecord(nameScope, environment, machine.nextRecordNumber());
    machine.heap().allocateUnrooted(record);
    EcmaScriptFunction function = create(frame, template, record);
    record.set(0, function);
    return function;
  }

  private EcmaScriptFunction create(
      Frame frame, FunctionTemplate template, EnvironmentRecord environment) {
    return create(
        frame.realm, template, environment, frame.privateEnvironment, frame.scriptOrModule);
  }

  /// OrdinaryFunctionCreate with the properties that closures of its kind have.
  EcmaScriptFunction create(
      Realm realm,
      FunctionTemplate template,
      EnvironmentRecord environment,
      @Nullable PrivateEnvironment privateEnvironment,
      @Nullable ScriptOrModule scriptOrModule) {
    JsObject prototype = realm.get(functionPrototype(template));
    Shape shape = template.closureShape();
    if (shape == null || shape.prototype() != prototype) {
      shape = layout(template, prototype);
    }
    var function =
        new EcmaScriptFunction(
            realm, shape, template, environment, privateEnvironment, scriptOrModule);
    function.initializeSlots(shape, template.closureSlots(), true);
    return machine.heap().allocateUnrooted(function);
  }

  private static Intrinsic functionPrototype(FunctionTemplate template) {
    if (template.isGenerator()) {
      return template.isAsync()
          ? Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE
          : Intrinsic.GENERATOR_FUNCTION_PROTOTYPE;
    }
    return template.isAsync() ? Intrinsic.ASYNC_FUNCTION_PROTOTYPE : Intrinsic.FUNCTION_PROTOTYPE;
  }

  private Shape layout(FunctionTemplate template, JsObject prototype) {
    LazySlot lazy = lazyPrototype(template);
    Shape shape =
        Shape.root(machine, prototype, lazy == null ? 2 : 5)
            .withProperty(machine, PropertyKeys.LENGTH, Attributes.CONFIGURABLE)
            .withProperty(machine, PropertyKeys.NAME, Attributes.CONFIGURABLE);
    Object length = template.expectedArgumentCount();
    Object name = machine.string(template.name());
    if (lazy == null) {
      template.setClosureLayout(shape, new @Nullable Object[] {length, name});
      return shape;
    }
    if (template.isStrict() || template.isGenerator()) {
      shape = shape.withProperty(machine, PropertyKeys.PROTOTYPE, Attributes.WRITABLE);
      template.setClosureLayout(shape, new @Nullable Object[] {length, name, lazy});
      return shape;
    }
    // NON-SPEC: as in V8, a sloppy function has `arguments` and `caller` of its own; the first is
    // always null.
    shape =
        shape
            .withProperty(machine, PropertyKeys.ARGUMENTS, Attributes.NONE)
            .withProperty(machine, PropertyKeys.CALLER, Attributes.NONE)
            .withProperty(machine, PropertyKeys.PROTOTYPE, Attributes.WRITABLE);
    template.setClosureLayout(
        shape, new @Nullable Object[] {length, name, Null.NULL, CALLER, lazy});
    return shape;
  }

  private static @Nullable LazySlot lazyPrototype(FunctionTemplate template) {
    if (template.isGenerator()) {
      return template.isAsync() ? ASYNC_GENERATOR_PROTOTYPE : GENERATOR_PROTOTYPE;
    }
    return template.isConstructor() && !template.isClassConstructor()
        ? CONSTRUCTOR_PROTOTYPE
        : null;
  }

  /// MakeMethod of a new closure.
  Object method(Frame frame, Object constant, JsObject home) {
    machine.heap().setSite(frame.code.siteBase() + frame.pc);
    EcmaScriptFunction function = create(frame, (FunctionTemplate) constant, frame.environment);
    function.homeObject = home;
    return function;
  }

  /// SetFunctionName, ECMA-262 section 10.2.9. `key` is a string, a number or a symbol.
  void setName(JsObject function, Object key, int prefix) {
    String text;
    JsString name = null;
    if (key instanceof Symbol symbol) {
      JsString description = symbol.description();
      text =
          description == null
              ? ""
              : symbol.isPrivateName() ? description.toString() : "[" + description + "]";
    } else if (key instanceof JsString string) {
      name = string;
      text = string.toString();
    } else {
      text = key.toString();
    }
    if (prefix != 0) {
      text = (prefix == 1 ? "get " : "set ") + text;
      name = null;
    }
    function.put(
        machine,
        PropertyKeys.NAME,
        name == null ? machine.string(text) : name,
        Attributes.CONFIGURABLE);
  }

  /// DefineMethodProperty.
  void defineMethod(JsObject object, Object key, JsObject closure, int enumerable) {
    setName(closure, key, 0);
    ObjectOperations.definePropertyOrThrow(
        machine,
        object,
        key(key),
        lexscope.js.value.PropertyDescriptor.data(closure, attributes(enumerable)));
  }

  /// A getter or setter in a literal or class.
  void defineAccessor(
      JsObject object, Object key, JsObject closure, int enumerable, boolean getter) {
    setName(closure, key, getter ? 1 : 2);
    int bits = Attributes.CONFIGURABLE | (enumerable == 1 ? Attributes.ENUMERABLE : 0);
    ObjectOperations.definePropertyOrThrow(
        machine, object, key(key), PropertyDescriptors.accessor(closure, getter, bits));
  }

  private static int attributes(int enumerable) {
    return Attributes.HIDDEN | (enumerable == 1 ? Attributes.ENUMERABLE : 0);
  }

  private PropertyKey key(Object key) {
    return lexscope.js.operations.TypeConversion.toPropertyKey(machine, key);
  }

  /// ClassDefinitionEvaluation, ECMA-262 section 15.7.14, steps 8 to 21.
  ///
  /// @param heritage what `extends` evaluated to; null without `extends`
  EcmaScriptFunction createClass(
      Frame frame, @Nullable Object heritage, Object name, FunctionTemplate template) {
    JsObject protoParent = frame.realm.get(Intrinsic.OBJECT_PROTOTYPE);
    JsObject constructorParent = frame.realm.get(Intrinsic.FUNCTION_PROTOTYPE);
    if (heritage == Null.NULL) {
      protoParent = null;
    } else if (heritage != null) {
      if (!(heritage instanceof JsObject parent) || !parent.isConstructor()) {
        throw machine.typeError(
            "Class extends value "
                + ErrorMessages.show(heritage)
                + " is not a constructor or null");
      }
      constructorParent = parent;
      Object found = ObjectOperations.get(machine, parent, PropertyKeys.PROTOTYPE);
      if (found != Null.NULL && !(found instanceof JsObject)) {
        throw machine.typeError(
            "Class extends value does not have valid prototype property "
                + ErrorMessages.show(found));
      }
      protoParent = found instanceof JsObject object ? object : null;
    }
    machine.heap().setSite(frame.code.siteBase() + frame.pc);
    ClassLayouts layouts = Objects.requireNonNull(template.classLayouts());
    JsObject prototype =
        machine
            .heap()
            .allocate(new JsObject(Shape.root(machine, protoParent, layouts.prototype())));
    var function =
        new EcmaScriptFunction(
            frame.realm,
            Shape.root(machine, constructorParent, layouts.constructor()),
            template,
            frame.environment,
            frame.privateEnvironment,
            frame.scriptOrModule);
    machine.heap().allocate(function);
    function.homeObject = prototype;
    function.put(
        machine, PropertyKeys.LENGTH, template.expectedArgumentCount(), Attributes.CONFIGURABLE);
    setName(function, name, 0);
    function.put(machine, PropertyKeys.PROTOTYPE, prototype, Attributes.NONE);
    prototype.put(machine, PropertyKeys.CONSTRUCTOR, function, Attributes.HIDDEN);
    return function;
  }
}
