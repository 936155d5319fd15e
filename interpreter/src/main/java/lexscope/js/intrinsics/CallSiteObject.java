package lexscope.js.intrinsics;

import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import lexscope.js.source.Position;
import lexscope.js.source.SourceSpot;
import lexscope.js.source.SourceText;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.Null;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import lexscope.js.vm.TraceLine;
import org.jspecify.annotations.Nullable;

/// A CallSite object: one line of a stack trace for `Error.prepareStackTrace`.
///
/// NON-SPEC: as in V8. `getThis` and `getFunction` always give undefined, as V8 has it below strict
/// code: a trace holds no function and no receiver.
final class CallSiteObject extends JsObject {
  private final TraceLine line;

  private CallSiteObject(Shape shape, TraceLine line) {
    super(shape);
    this.line = line;
  }

  /// The object of a line. The prototype is made with the first one.
  static CallSiteObject create(Agent agent, TraceLine line) {
    Realm realm = agent.realm();
    JsObject prototype =
        realm.has(Intrinsic.CALL_SITE_PROTOTYPE)
            ? realm.get(Intrinsic.CALL_SITE_PROTOTYPE)
            : createPrototype(realm);
    return agent.heap().allocate(new CallSiteObject(Shape.root(agent, prototype, 0), line));
  }

  private static JsObject createPrototype(Realm realm) {
    IntrinsicBuilder builder = IntrinsicBuilder.ordinary(realm, Intrinsic.CALL_SITE_PROTOTYPE);
    JsObject prototype = builder.object();
    builder.value(
        "constructor",
        NativeFunction.create(
            realm,
            "CallSite",
            0,
            (agent, _, _, _) -> {
              throw agent.typeError("Illegal constructor");
            }),
        Attributes.HIDDEN);
    method(builder, "getColumnNumber", (_, line) -> number(line.position(), Position::column));
    method(
        builder,
        "getEvalOrigin",
        (agent, line) ->
            line.source() == null || line.source().origin() == null
                ? Undefined.UNDEFINED
                : agent.string(line.source().origin()));
    method(builder, "getFileName", CallSiteObject::fileName);
    method(builder, "getFunction", (_, _) -> Undefined.UNDEFINED);
    method(builder, "getFunctionName", (agent, line) -> orNull(agent, line.function()));
    method(builder, "getLineNumber", (_, line) -> number(line.position(), Position::line));
    method(builder, "getMethodName", (agent, line) -> orNull(agent, line.method()));
    method(
        builder,
        "getPosition",
        (_, line) -> {
          SourceSpot spot = line.spot();
          return spot == null ? 0 : spot.offset();
        });
    method(
        builder,
        "getPromiseIndex",
        (_, line) -> line.kind() == TraceLine.Kind.COMBINATOR ? line.pc() : Null.NULL);
    method(builder, "getScriptNameOrSourceURL", CallSiteObject::sourceUrl);
    method(builder, "getThis", (_, _) -> Undefined.UNDEFINED);
    method(builder, "getTypeName", (agent, line) -> orNull(agent, line.type()));
    method(builder, "isAsync", (_, line) -> line.async());
    method(builder, "isConstructor", (_, line) -> line.kind() == TraceLine.Kind.CONSTRUCTOR);
    method(builder, "isEval", (_, line) -> line.source() != null && line.source().isEval());
    method(builder, "isNative", (_, _) -> false);
    method(
        builder,
        "isPromiseAll",
        (_, line) -> line.kind() == TraceLine.Kind.COMBINATOR && line.function().equals("all"));
    method(builder, "isToplevel", (_, line) -> line.kind() == TraceLine.Kind.TOP_LEVEL);
    method(builder, "toString", (agent, line) -> agent.string(line.text()));
    return prototype;
  }

  private static void method(
      IntrinsicBuilder builder, String name, BiFunction<Agent, TraceLine, Object> answer) {
    builder.method(
        name,
        0,
        (agent, self, _, _) -> {
          if (!(self instanceof CallSiteObject site)) {
            throw agent.typeError("CallSite method " + name + " expects CallSite as receiver");
          }
          return answer.apply(agent, site.line);
        });
  }

  private static Object number(@Nullable Position position, ToIntFunction<Position> part) {
    return position == null ? Null.NULL : part.applyAsInt(position);
  }

  private static Object orNull(Agent agent, String text) {
    return text.isEmpty() ? Null.NULL : agent.string(text);
  }

  /// Eval code has no file.
  private static Object fileName(Agent agent, TraceLine line) {
    SourceText source = line.source();
    return source == null
        ? Null.NULL
        : source.isEval() ? Undefined.UNDEFINED : agent.string(source.name());
  }

  private static Object sourceUrl(Agent agent, TraceLine line) {
    SourceText source = line.source();
    return source == null || (source.isEval() && source.sourceUrl() == null)
        ? Null.NULL
        : agent.string(source.stackName());
  }

  @Override
  public String name() {
    return "CallSite";
  }
}
