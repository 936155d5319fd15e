package lexscope.js.intrinsics;

import java.util.LinkedHashMap;
import java.util.Map;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.Heap;
import lexscope.gc.TracingRule;
import lexscope.js.regexp.MatchLimits;
import lexscope.js.regexp.RegExpCompiler;
import lexscope.js.regexp.RegExpProgram;
import lexscope.js.regexp.RegExpSyntaxException;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsString;
import lexscope.js.value.NativeBody;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %RegExp% itself. It remembers the last match of the realm, which `RegExp.$1` and its like show
/// (the proposal for legacy RegExp features, implemented by every web browser): so the last string
/// that was matched stays alive.
final class RegExpFunction extends NativeFunction {
  /// Programs kept for patterns that are compiled again and again, as a literal in a loop is.
  private static final int CACHED_PROGRAMS = 128;

  /// Longer patterns are not worth keeping.
  private static final int MAX_CACHED_LENGTH = 4096;

  private record Key(String source, String flags) {}

  private final Map<Key, RegExpProgram> programs = new LinkedHashMap<>();
  private final MatchLimits limits;
  private @Nullable JsString input;
  private @Nullable JsString matched;
  private int @Nullable [] captures;

  private RegExpFunction(Realm realm, Shape shape, NativeBody body) {
    super(realm, shape, "RegExp", body, true);
    Heap heap = realm.agent().heap();
    limits =
        MatchLimits.polling(() -> {
          if (heap.interruptRequested()) {
            heap.safepoint();
          }
        });
  }

  static RegExpFunction create(Realm realm, NativeBody body) {
    Agent agent = realm.agent();
    Shape shape = Shape.root(agent, realm.get(Intrinsic.FUNCTION_PROTOTYPE), 3);
    RegExpFunction function = agent.heap().allocate(new RegExpFunction(realm, shape, body));
    function.put(agent, PropertyKeys.LENGTH, 2, Attributes.CONFIGURABLE);
    function.put(agent, PropertyKeys.NAME, agent.string("RegExp"), Attributes.CONFIGURABLE);
    function.input = agent.emptyString();
    function.matched = agent.emptyString();
    function.captures = new int[2];
    return function;
  }

  static RegExpFunction of(Realm realm) {
    return (RegExpFunction) realm.get(Intrinsic.REGEXP);
  }

  /// Compiles a pattern, or finds the program in the cache.
  RegExpProgram compile(String source, String flags) throws RegExpSyntaxException {
    if (source.length() > MAX_CACHED_LENGTH) {
      return RegExpCompiler.compile(source, flags);
    }
    var key = new Key(source, flags);
    RegExpProgram known = programs.get(key);
    if (known != null) {
      return known;
    }
    RegExpProgram program = RegExpCompiler.compile(source, flags);
    if (programs.size() == CACHED_PROGRAMS) {
      programs.remove(programs.keySet().iterator().next());
    }
    programs.put(key, program);
    return program;
  }

  /// What a match of this realm may use. It stops where the guest is to be interrupted.
  MatchLimits limits() {
    return limits;
  }

  /// UpdateLegacyRegExpStaticProperties.
  void remember(JsString string, int[] found) {
    input = string;
    matched = string;
    captures = found;
  }

  /// InvalidateLegacyRegExpStaticProperties.
  void forget() {
    input = null;
    matched = null;
    captures = null;
  }

  /// The `[[RegExpInput]]`; null once it was invalidated.
  @Nullable JsString input() {
    return input;
  }

  void setInput(JsString value) {
    input = value;
  }

  /// The string of the last match; null once it was invalidated.
  @Nullable JsString matched() {
    return matched;
  }

  /// The offsets of the last match; null once it was invalidated.
  int @Nullable [] captures() {
    return captures;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "[[RegExpInput]]", input);
    visitor.edge(EdgeKind.INTERNAL, "[[RegExpLastMatch]]", matched);
  }
}
