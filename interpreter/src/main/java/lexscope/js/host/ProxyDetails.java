package lexscope.js.host;

import lexscope.js.intrinsics.ProxyObject;
import lexscope.js.value.JsObject;
import lexscope.js.value.Null;
import org.jspecify.annotations.Nullable;

/// What stands behind a proxy, read without asking it.
///
/// @param target the `[[ProxyTarget]]`, null if revoked
/// @param handler the `[[ProxyHandler]]`, null if revoked
record ProxyDetails(@Nullable JsObject target, @Nullable JsObject handler) {
  /// The details of a proxy, null for any other object.
  static @Nullable ProxyDetails of(JsObject object) {
    return object instanceof ProxyObject proxy
        ? new ProxyDetails(proxy.target(), proxy.handler())
        : null;
  }

  boolean isRevoked() {
    return target == null;
  }

  Object targetValue() {
    return target == null ? Null.NULL : target;
  }

  Object handlerValue() {
    return handler == null ? Null.NULL : handler;
  }

  /// The first target that is no proxy; null if one on the way is revoked.
  @Nullable JsObject innermostTarget() {
    JsObject at = target;
    while (at instanceof ProxyObject proxy) {
      at = proxy.target();
    }
    return at;
  }
}
