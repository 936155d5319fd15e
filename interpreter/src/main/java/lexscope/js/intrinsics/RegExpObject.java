package lexscope.js.intrinsics;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.regexp.RegExpProgram;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A RegExp instance, section 22.2.8: an ordinary object with a program. Its `lastIndex` is always
/// in slot 0: it is made first and cannot be deleted.
public final class RegExpObject extends JsObject {
  private static final int LAST_INDEX = 0;

  private final Realm realm;
  private final boolean legacyFeatures;
  private @Nullable RegExpProgram program;
  private JsString source;
  private JsString flags;

  private RegExpObject(Agent agent, Shape shape, Realm realm, boolean legacyFeatures) {
    super(shape);
    this.realm = realm;
    this.legacyFeatures = legacyFeatures;
    this.source = agent.emptyString();
    this.flags = agent.emptyString();
  }

  /// RegExpAlloc, section 22.2.3.2, once the prototype is known: an instance without a program yet.
  ///
  /// @param legacyFeatures whether matches show in `RegExp.$1` and its like
  static RegExpObject allocate(Agent agent, JsObject prototype, boolean legacyFeatures) {
    Shape shape =
        Shape.root(agent, prototype, 1)
            .withProperty(agent, PropertyKeys.LAST_INDEX, Attributes.WRITABLE);
    var object = new RegExpObject(agent, shape, agent.realm(), legacyFeatures);
    object.initializeSlots(shape, new Object[] {Undefined.UNDEFINED}, false);
    return agent.heap().allocate(object);
  }

  /// A new instance of the current realm around a program: what a literal evaluates to (section
  /// 13.2.7.3).
  ///
  /// @param source the pattern, as written between the slashes
  /// @param flags as written
  public static RegExpObject create(
      Agent agent, RegExpProgram program, JsString source, JsString flags) {
    RegExpObject object = allocate(agent, agent.realm().get(Intrinsic.REGEXP_PROTOTYPE), true);
    object.initialize(program, source, flags);
    object.setSlot(LAST_INDEX, 0);
    return object;
  }

  /// Gives the object its `[[RegExpMatcher]]`, `[[OriginalSource]]` and `[[OriginalFlags]]`.
  void initialize(RegExpProgram newProgram, JsString newSource, JsString newFlags) {
    program = newProgram;
    source = newSource;
    flags = newFlags;
  }

  /// The `[[RegExpMatcher]]`.
  public RegExpProgram program() {
    if (program == null) {
      throw new IllegalStateException("a RegExp that was never initialized");
    }
    return program;
  }

  /// The `[[OriginalSource]]`: the pattern without slashes, not escaped.
  public JsString source() {
    return source;
  }

  /// The `[[OriginalFlags]]`.
  public JsString flags() {
    return flags;
  }

  /// The text of a literal for it, as `RegExp.prototype.toString` gives if nobody changed a getter.
  /// Runs no guest code.
  public String literalText() {
    String pattern = RegExpSource.escapePattern(source.peek(Integer.MAX_VALUE));
    return "/" + pattern + "/" + flags.peek(Integer.MAX_VALUE);
  }

  /// The `[[Realm]]` of the proposal for legacy features.
  Realm realm() {
    return realm;
  }

  /// The `[[LegacyFeaturesEnabled]]` of that proposal.
  boolean legacyFeatures() {
    return legacyFeatures;
  }

  /// The value of `lastIndex`, which is always a data property. Runs no guest code.
  Object lastIndex() {
    return slot(LAST_INDEX);
  }

  /// Set of `lastIndex`; false if it is not writable.
  boolean setLastIndex(Object value) {
    if ((shape().attributes(LAST_INDEX) & Attributes.WRITABLE) == 0) {
      return false;
    }
    setSlot(LAST_INDEX, value);
    return true;
  }

  @Override
  public String builtinTag() {
    return "RegExp";
  }

  @Override
  public boolean hasRegExpMatcher() {
    return true;
  }

  @Override
  protected long headerBytes() {
    return super.headerBytes() + 3L * ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "source", source);
    visitor.edge(EdgeKind.INTERNAL, "flags", flags);
  }
}
