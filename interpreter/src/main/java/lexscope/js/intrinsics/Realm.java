package lexscope.js.intrinsics;

import java.util.Random;
import lexscope.gc.Cell;
import lexscope.gc.RootKind;
import lexscope.gc.RootSource;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.PropertyLayout;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A realm, section 9.3: the intrinsic objects, the global object and the global Environment
/// Record. All of them are roots.
public final class Realm implements RootSource {
  private static final RootKind INTRINSICS = new RootKind("intrinsics");
  private static final RootKind GLOBAL_OBJECT = new RootKind("global object");
  private static final RootKind GLOBAL_ENVIRONMENT = new RootKind("global lexical bindings");

  /// Math.random gives the same numbers in every run.
  private static final long RANDOM_SEED = 0x1234_5678_9ABCL;

  private final Agent agent;
  private final @Nullable JsObject[] intrinsics = new @Nullable JsObject[Intrinsic.values().length];
  private @Nullable JsObject globalObject;
  private @Nullable Object hostDefined;
  private @Nullable Cell globalEnvironment;
  private @Nullable Shape objectShape;
  private final @Nullable Shape[] literalShapes = new @Nullable Shape[17];
  private @Nullable Shape arrayShape;
  private @Nullable Shape functionShape;
  private @Nullable Shape iterResultShape;
  private boolean setUp;
  private final Random random = new Random(RANDOM_SEED);

  Realm(Agent agent) {
    this.agent = agent;
  }

  /// InitializeHostDefinedRealm, section 9.6, without the part that runs in the host: a realm with
  /// all its intrinsics, which becomes the agent's current one.
  public static Realm create(Agent agent) {
    var realm = new Realm(agent);
    agent.setRealm(realm);
    agent.heap().addRootSource(realm);
    RealmSetup.createIntrinsics(realm);
    realm.setUp = true;
    return realm;
  }

  /// Whether all intrinsics were made: functions from then on are the host's or the guest's.
  public boolean isSetUp() {
    return setUp;
  }

  /// The agent that the realm belongs to.
  public Agent agent() {
    return agent;
  }

  /// An intrinsic object. Cost: one load.
  public JsObject get(Intrinsic name) {
    JsObject object = intrinsics[name.ordinal()];
    if (object == null) {
      throw new IllegalStateException(name + " was not made yet");
    }
    return object;
  }

  /// Whether an intrinsic object was made.
  public boolean has(Intrinsic name) {
    return intrinsics[name.ordinal()] != null;
  }

  /// Sets an intrinsic object, once.
  public void set(Intrinsic name, JsObject object) {
    if (intrinsics[name.ordinal()] != null) {
      throw new IllegalStateException(name + " was made already");
    }
    intrinsics[name.ordinal()] = object;
  }

  /// The `[[GlobalObject]]`.
  public JsObject globalObject() {
    return made(globalObject);
  }

  /// Sets the `[[GlobalObject]]`.
  public void setGlobalObject(JsObject object) {
    globalObject = object;
  }

  /// The `[[HostDefined]]` field: what the host keeps per realm. It sees to its roots itself.
  public @Nullable Object hostDefined() {
    return hostDefined;
  }

  /// Sets the `[[HostDefined]]` field.
  public void setHostDefined(Object value) {
    hostDefined = value;
  }

  /// The `[[GlobalEnv]]`.
  public @Nullable Cell globalEnvironment() {
    return globalEnvironment;
  }

  /// Sets the `[[GlobalEnv]]`.
  public void setGlobalEnvironment(Cell record) {
    globalEnvironment = record;
  }

  /// The shape of `{}`.
  public Shape objectShape() {
    return made(objectShape);
  }

  /// The shape of an object literal with so many properties, before they are added; with a negative
  /// number, of one that V8 makes a hash table with room for the number's complement.
  public Shape literalShape(int properties) {
    if (properties <= 0) {
      return properties == 0
          ? objectShape()
          : Shape.root(agent, objectShape().prototype(), PropertyLayout.table(~properties));
    }
    Shape known = properties < literalShapes.length ? literalShapes[properties] : null;
    if (known != null) {
      return known;
    }
    Shape made =
        Shape.root(
            agent,
            objectShape().prototype(),
            properties <= ModelledSizes.MAX_LITERAL_SLOTS ? properties : 0);
    if (properties < literalShapes.length) {
      literalShapes[properties] = made;
    }
    return made;
  }

  /// The shape of `[]`.
  public Shape arrayShape() {
    return made(arrayShape);
  }

  /// The shape of a built-in function before `length` and `name` are added.
  public Shape functionShape() {
    return made(functionShape);
  }

  /// The shape of what CreateIterResultObject makes: `value` in slot 0, `done` in slot 1.
  public Shape iterResultShape() {
    return made(iterResultShape);
  }

  /// The generator of Math.random.
  Random random() {
    return random;
  }

  /// Called when the prototypes of objects, functions and arrays are there.
  void makeShapes() {
    JsObject objectPrototype = get(Intrinsic.OBJECT_PROTOTYPE);
    objectShape = Shape.root(agent, objectPrototype);
    functionShape = Shape.root(agent, get(Intrinsic.FUNCTION_PROTOTYPE), 2);
    arrayShape = Shape.root(agent, get(Intrinsic.ARRAY_PROTOTYPE), 0);
    iterResultShape =
        Shape.root(agent, objectPrototype, 2)
            .withProperty(agent, PropertyKeys.VALUE, Attributes.ALL)
            .withProperty(agent, PropertyKeys.DONE, Attributes.ALL);
  }

  private static <T> T made(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the realm is not set up yet");
    }
    return part;
  }

  @Override
  public void visitRoots(TracingRule rule, RootVisitor visitor) {
    visitor.root(GLOBAL_OBJECT, "globalThis", globalObject);
    visitor.root(GLOBAL_ENVIRONMENT, "script", globalEnvironment);
    for (Intrinsic name : Intrinsic.values()) {
      visitor.root(INTRINSICS, name, intrinsics[name.ordinal()]);
    }
    visitor.root(INTRINSICS, "map of {}", objectShape);
    for (Shape shape : literalShapes) {
      visitor.root(INTRINSICS, "map of object literals", shape);
    }
    visitor.root(INTRINSICS, "map of []", arrayShape);
    visitor.root(INTRINSICS, "map of built-in functions", functionShape);
    visitor.root(INTRINSICS, "map of iterator results", iterResultShape);
  }
}
