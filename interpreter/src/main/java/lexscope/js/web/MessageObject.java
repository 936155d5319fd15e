package lexscope.js.web;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A Request or a Response as a plain value: what a handler of routes needs (Fetch standard, 5.3 to
/// 5.5). The body is text.
final class MessageObject extends JsObject {
  private final boolean request;
  private final String methodOrStatusText;
  private final String url;
  private final int status;
  private final HeadersObject headers;
  private final @Nullable String body;
  private boolean bodyUsed;

  private MessageObject(
      Shape shape,
      boolean request,
      String methodOrStatusText,
      String url,
      int status,
      HeadersObject headers,
      @Nullable String body) {
    super(shape);
    this.request = request;
    this.methodOrStatusText = methodOrStatusText;
    this.url = url;
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  static MessageObject request(
      Agent agent,
      JsObject prototype,
      String method,
      String url,
      HeadersObject headers,
      @Nullable String body) {
    return agent
        .heap()
        .allocate(
            new MessageObject(Shape.root(agent, prototype), true, method, url, 0, headers, body));
  }

  static MessageObject response(
      Agent agent,
      JsObject prototype,
      String statusText,
      int status,
      HeadersObject headers,
      @Nullable String body) {
    return agent
        .heap()
        .allocate(
            new MessageObject(
                Shape.root(agent, prototype), false, statusText, "", status, headers, body));
  }

  boolean isRequest() {
    return request;
  }

  /// The method of a request.
  String method() {
    return methodOrStatusText;
  }

  /// The status text of a response.
  String statusText() {
    return methodOrStatusText;
  }

  String url() {
    return url;
  }

  int status() {
    return status;
  }

  HeadersObject headers() {
    return headers;
  }

  /// The body; null if there is none.
  @Nullable String body() {
    return body;
  }

  boolean isBodyUsed() {
    return bodyUsed;
  }

  void useBody() {
    bodyUsed = body != null;
  }

  @Override
  protected long headerBytes() {
    String text = body;
    return super.headerBytes()
        + ModelledSizes.SLOT * 4L
        + (text == null ? 0 : ModelledSizes.flatString(text.length(), false));
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "headers", headers);
  }

  @Override
  public String className() {
    return request ? "Request" : "Response";
  }
}
