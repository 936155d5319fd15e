package lexscope.js.web;

import java.util.Objects;
import lexscope.gc.RootKind;
import lexscope.gc.RootSource;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.IntrinsicBuilder;
import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.LazySlot;
import lexscope.js.value.NativeBody;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The web interfaces of one realm. Constructors and prototypes are made when the program first
/// asks for them, so a program that uses none pays nothing.
public final class WebRealm implements RootSource {
  private static final RootKind INTERFACES = new RootKind("web interfaces");

  private final Realm realm;
  private final Agent agent;
  private final @Nullable JsObject[] constructors =
      new @Nullable JsObject[WebInterface.values().length];
  private final @Nullable JsObject[] prototypes =
      new @Nullable JsObject[WebInterface.values().length];
  private @Nullable DocumentObject document;

  private WebRealm(Realm realm) {
    this.realm = realm;
    this.agent = realm.agent();
  }

  /// Puts the interfaces and `document` on the realm's global object.
  ///
  /// @param html the document's text; null for an empty document
  public static void install(Realm realm, @Nullable String html) {
    var web = new WebRealm(realm);
    Agent agent = realm.agent();
    agent.heap().addRootSource(web);
    realm.setHostDefined(web);
    for (WebInterface name : WebInterface.values()) {
      realm
          .globalObject()
          .put(
              agent,
              PropertyKey.of(name.interfaceName()),
              new LazyConstructor(web, name),
              Attributes.HIDDEN);
    }
    PropertyKey key = PropertyKey.of("document");
    if (html == null) {
      realm.globalObject().put(agent, key, new LazyDocument(web), Attributes.HIDDEN);
    } else {
      DocumentObject document = web.document();
      new HtmlParser(web, document).parseDocument(html);
      realm.globalObject().put(agent, key, document, Attributes.HIDDEN);
      realm
          .globalObject()
          .put(agent, PropertyKey.of("window"), realm.globalObject(), Attributes.HIDDEN);
    }
  }

  /// A global constructor that was not asked for yet. It refers to no cell.
  private static final class LazyConstructor extends LazySlot {
    private final WebRealm web;
    private final WebInterface name;

    LazyConstructor(WebRealm web, WebInterface name) {
      this.web = web;
      this.name = name;
    }

    @Override
    public Object materialize(Agent agent, JsObject owner) {
      return web.constructor(name);
    }
  }

  /// The empty document that was not asked for yet.
  private static final class LazyDocument extends LazySlot {
    private final WebRealm web;

    LazyDocument(WebRealm web) {
      this.web = web;
    }

    @Override
    public Object materialize(Agent agent, JsObject owner) {
      return web.document();
    }
  }

  /// The interfaces of the current realm.
  static WebRealm of(Agent agent) {
    if (agent.realm().hostDefined() instanceof WebRealm web) {
      return web;
    }
    throw new IllegalStateException("the realm has no web interfaces");
  }

  Realm realm() {
    return realm;
  }

  Agent agent() {
    return agent;
  }

  /// The document; made empty, with `html`, `head` and `body`, when it is first asked for.
  DocumentObject document() {
    DocumentObject made = document;
    if (made == null) {
      made = DocumentObject.create(this);
      document = made;
    }
    return made;
  }

  /// The constructor of an interface.
  JsObject constructor(WebInterface name) {
    if (constructors[name.ordinal()] == null) {
      int mark = agent.handles().mark();
      make(name);
      agent.handles().release(mark);
    }
    return Objects.requireNonNull(constructors[name.ordinal()]);
  }

  /// The prototype of an interface.
  JsObject prototype(WebInterface name) {
    constructor(name);
    return Objects.requireNonNull(prototypes[name.ordinal()]);
  }

  private void make(WebInterface name) {
    switch (name) {
      case EVENT_TARGET -> EventTargetInterface.define(this);
      case EVENT, CUSTOM_EVENT -> EventInterface.define(this, name);
      case DOM_EXCEPTION -> DomExceptions.define(this);
      case ABORT_SIGNAL -> AbortInterfaces.defineSignal(this);
      case ABORT_CONTROLLER -> AbortInterfaces.defineController(this);
      case NODE -> NodeInterface.define(this);
      case TEXT -> NodeInterface.defineText(this);
      case ELEMENT -> ElementInterface.define(this);
      case DOCUMENT -> DocumentInterface.define(this);
      case TEXT_ENCODER -> TextEncodings.defineEncoder(this);
      case TEXT_DECODER -> TextEncodings.defineDecoder(this);
      case HEADERS -> HeadersInterface.define(this);
      case REQUEST -> FetchInterfaces.defineRequest(this);
      case RESPONSE -> FetchInterfaces.defineResponse(this);
    }
  }

  /// Makes an interface: its prototype, on which the caller builds, and its constructor.
  ///
  /// @param parent the interface it inherits from; null for none
  IntrinsicBuilder define(
      WebInterface name, @Nullable WebInterface parent, int length, NativeBody body) {
    JsObject parentPrototype =
        parent == null ? realm.get(Intrinsic.OBJECT_PROTOTYPE) : prototype(parent);
    JsObject parentConstructor =
        parent == null ? realm.get(Intrinsic.FUNCTION_PROTOTYPE) : constructor(parent);
    return define(name, parentPrototype, parentConstructor, length, body);
  }

  /// Makes an interface with given parents.
  IntrinsicBuilder define(
      WebInterface name,
      JsObject parentPrototype,
      JsObject parentConstructor,
      int length,
      NativeBody body) {
    JsObject prototype = JsObject.create(agent, parentPrototype);
    NativeFunction constructor =
        NativeFunction.create(
            realm,
            Shape.root(agent, parentConstructor, 3),
            name.interfaceName(),
            length,
            body,
            true);
    constructor.put(agent, PropertyKeys.PROTOTYPE, prototype, Attributes.NONE);
    prototype.put(agent, PropertyKeys.CONSTRUCTOR, constructor, Attributes.HIDDEN);
    prototypes[name.ordinal()] = prototype;
    constructors[name.ordinal()] = constructor;
    return new IntrinsicBuilder(realm, prototype).tag(name.interfaceName());
  }

  /// The prototype for a new object: that of `newTarget`, else the interface's.
  ///
  /// @throws lexscope.js.value.ThrowCompletion with a TypeError for a call without `new`
  JsObject prototypeFor(@Nullable JsObject newTarget, WebInterface name) {
    if (newTarget == null) {
      throw agent.typeError(
          "Class constructor " + name.interfaceName() + " cannot be invoked without 'new'");
    }
    Object own = ObjectOperations.get(agent, newTarget, PropertyKeys.PROTOTYPE);
    return own instanceof JsObject object ? object : prototype(name);
  }

  /// The body of a constructor that the program may not call.
  static NativeBody illegalConstructor() {
    return (agent, _, _, _) -> {
      throw agent.typeError("Illegal constructor");
    };
  }

  @Override
  public void visitRoots(TracingRule rule, RootVisitor visitor) {
    for (WebInterface name : WebInterface.values()) {
      visitor.root(INTERFACES, name.interfaceName(), constructors[name.ordinal()]);
      visitor.root(INTERFACES, name.interfaceName(), prototypes[name.ordinal()]);
    }
    visitor.root(INTERFACES, "document", document);
  }
}
