package lexscope.js.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.BiFunction;
import lexscope.js.intrinsics.ElementType;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.IntrinsicBuilder;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.intrinsics.TypedArrayObject;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.NativeBody;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The interfaces Request and Response. Nothing is ever fetched: they are values that handlers of
/// routes take and give.
final class FetchInterfaces {
  private static final PropertyKey METHOD = PropertyKey.of("method");
  private static final PropertyKey HEADERS = PropertyKey.of("headers");
  private static final PropertyKey BODY = PropertyKey.of("body");
  private static final PropertyKey STATUS = PropertyKey.of("status");
  private static final PropertyKey STATUS_TEXT = PropertyKey.of("statusText");
  private static final String CONTENT_TYPE = "content-type";

  private FetchInterfaces() {}

  /// Reads a property of a message.
  @FunctionalInterface
  private interface Reader {
    Object read(Agent agent, MessageObject message);
  }

  static void defineRequest(WebRealm web) {
    IntrinsicBuilder builder =
        web.define(WebInterface.REQUEST, (WebInterface) null, 1, FetchInterfaces::constructRequest)
            .getter("method", reader(true, (agent, message) -> agent.string(message.method())))
            .getter("url", reader(true, (agent, message) -> agent.string(message.url())));
    defineBody(builder, true);
  }

  static void defineResponse(WebRealm web) {
    IntrinsicBuilder builder =
        web.define(
                WebInterface.RESPONSE, (WebInterface) null, 0, FetchInterfaces::constructResponse)
            .getter("status", reader(false, (_, message) -> message.status()))
            .getter(
                "statusText", reader(false, (agent, message) -> agent.string(message.statusText())))
            .getter(
                "ok",
                reader(false, (_, message) -> message.status() >= 200 && message.status() <= 299));
    defineBody(builder, false);
    new IntrinsicBuilder(web.realm(), web.constructor(WebInterface.RESPONSE))
        .method("json", 1, FetchInterfaces::jsonResponse);
  }

  private static void defineBody(IntrinsicBuilder builder, boolean request) {
    builder
        .getter("headers", reader(request, (_, message) -> message.headers()))
        .getter("bodyUsed", reader(request, (_, message) -> message.isBodyUsed()))
        .method("text", 0, consumer(request, (agent, text) -> agent.string(text)))
        .method("json", 0, consumer(request, FetchInterfaces::parseJson))
        .method("bytes", 0, consumer(request, FetchInterfaces::bytes))
        .method(
            "arrayBuffer",
            0,
            consumer(request, (agent, text) -> bytes(agent, text).exposedBuffer()));
  }

  private static TypedArrayObject bytes(Agent agent, String text) {
    return TextEncodings.bytes(agent, TextEncodings.utf8(text));
  }

  private static Object parseJson(Agent agent, String text) {
    return ObjectOperations.invoke(
        agent, agent.realm().get(Intrinsic.JSON), PropertyKey.of("parse"), agent.string(text));
  }

  private static NativeBody reader(boolean request, Reader reader) {
    return (agent, thisValue, _, _) -> reader.read(agent, thisMessage(agent, thisValue, request));
  }

  private static MessageObject thisMessage(Agent agent, Object thisValue, boolean request) {
    if (thisValue instanceof MessageObject message && message.isRequest() == request) {
      return message;
    }
    throw agent.typeError(
        ErrorMessages.incompatibleReceiver(
            request ? "Request.prototype" : "Response.prototype", thisValue));
  }

  /// A method that gives a promise of the body in some form; the body can be read once.
  private static NativeBody consumer(boolean request, BiFunction<Agent, String, Object> form) {
    return (agent, thisValue, _, _) -> {
      PromiseObject promise = PromiseOperations.newPromise(agent);
      try {
        MessageObject message = thisMessage(agent, thisValue, request);
        if (message.isBodyUsed()) {
          throw agent.typeError("Body is unusable: Body has already been read");
        }
        message.useBody();
        String body = message.body();
        PromiseOperations.resolvePromise(
            agent, promise, form.apply(agent, body == null ? "" : body));
      } catch (ThrowCompletion thrown) {
        PromiseOperations.rejectPromise(agent, promise, thrown.value());
      }
      return promise;
    };
  }

  private static Object option(Agent agent, Object init, PropertyKey key) {
    return init instanceof JsObject object
        ? ObjectOperations.get(agent, object, key)
        : Undefined.UNDEFINED;
  }

  private static @Nullable String body(Agent agent, Object value, HeadersObject headers) {
    if (TestingAndComparison.isNullish(value)) {
      return null;
    }
    if (value instanceof JsString) {
      headers.list().putIfAbsent(CONTENT_TYPE, "text/plain;charset=UTF-8");
    }
    if (value instanceof TypedArrayObject array && array.type() == ElementType.UINT8) {
      byte[] data = array.buffer().data();
      return new String(data, array.byteOffset(), array.length(), StandardCharsets.UTF_8);
    }
    return TypeConversion.toText(agent, value);
  }

  private static Object constructRequest(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject prototype = WebRealm.of(agent).prototypeFor(newTarget, WebInterface.REQUEST);
    agent.handles().push(prototype);
    MessageObject other =
        Args.get(args, 0) instanceof MessageObject message && message.isRequest() ? message : null;
    String url = other != null ? other.url() : TypeConversion.toText(agent, Args.get(args, 0));
    Object init = Args.get(args, 1);
    Object method = option(agent, init, METHOD);
    String methodText =
        method != Undefined.UNDEFINED
            ? TypeConversion.toText(agent, method).toUpperCase(Locale.ROOT)
            : other != null ? other.method() : "GET";
    HeadersObject headers = HeadersObject.create(agent);
    Object given = option(agent, init, HEADERS);
    headers.fill(agent, given == Undefined.UNDEFINED && other != null ? other.headers() : given);
    Object bodyValue = option(agent, init, BODY);
    String body =
        bodyValue == Undefined.UNDEFINED && other != null
            ? other.body()
            : body(agent, bodyValue, headers);
    if (body != null && (methodText.equals("GET") || methodText.equals("HEAD"))) {
      throw agent.typeError("Request with GET/HEAD method cannot have body.");
    }
    return MessageObject.request(agent, prototype, methodText, url, headers, body);
  }

  private static Object constructResponse(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject prototype = WebRealm.of(agent).prototypeFor(newTarget, WebInterface.RESPONSE);
    agent.handles().push(prototype);
    HeadersObject headers = HeadersObject.create(agent);
    headers.fill(agent, option(agent, Args.get(args, 1), HEADERS));
    String body = body(agent, Args.get(args, 0), headers);
    return response(agent, prototype, Args.get(args, 1), headers, body);
  }

  private static MessageObject response(
      Agent agent, JsObject prototype, Object init, HeadersObject headers, @Nullable String body) {
    Object statusValue = option(agent, init, STATUS);
    double status =
        statusValue == Undefined.UNDEFINED ? 200 : TypeConversion.toNumber(agent, statusValue);
    if (!(status >= 200 && status <= 599)) {
      throw agent.rangeError("init[\"status\"] must be in the range of 200 to 599, inclusive.");
    }
    Object text = option(agent, init, STATUS_TEXT);
    String statusText = text == Undefined.UNDEFINED ? "" : TypeConversion.toText(agent, text);
    return MessageObject.response(agent, prototype, statusText, (int) status, headers, body);
  }

  private static Object jsonResponse(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object text =
        ObjectOperations.invoke(
            agent,
            agent.realm().get(Intrinsic.JSON),
            PropertyKey.of("stringify"),
            Args.get(args, 0));
    if (text == Undefined.UNDEFINED) {
      throw agent.typeError("Value is not JSON serializable");
    }
    HeadersObject headers = HeadersObject.create(agent);
    headers.fill(agent, option(agent, Args.get(args, 1), HEADERS));
    headers.list().putIfAbsent(CONTENT_TYPE, "application/json");
    JsObject prototype = WebRealm.of(agent).prototype(WebInterface.RESPONSE);
    return response(agent, prototype, Args.get(args, 1), headers, text.toString());
  }
}
