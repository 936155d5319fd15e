package lexscope.js.host;

import lexscope.js.intrinsics.PromiseObject;

/// Ends a program because a promise was rejected and nobody handled it, as Node ends it.
public final class UnhandledRejectionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient PromiseObject promise;

  UnhandledRejectionException(PromiseObject promise) {
    super(null, null, false, false);
    this.promise = promise;
  }

  /// The promise.
  public PromiseObject promise() {
    return promise;
  }

  /// What the promise was rejected with.
  public Object reason() {
    return promise.result();
  }
}
