package lexscope.js.policy;

import java.util.Locale;
import lexscope.gc.TracingRule;
import org.jspecify.annotations.Nullable;

/// A capture policy: a rule by which one and the same heap is traced. The policies differ only in
/// the edges that leave function objects, Environment Records and suspended activations.
public enum CapturePolicy implements TracingRule {
  /// ECMA-262 as written: a closure keeps its `[[Environment]]`, a record every binding and its
  /// `[[OuterEnv]]`.
  WHOLE,
  /// V8's shared contexts: a closure keeps the chain of contexts around it, each with the variables
  /// that any function refers to.
  V8,
  /// Safe for space: a closure keeps exactly the bindings that it or a function nested in it refers
  /// to.
  USED,
  /// Everything that any of the three keeps. A program that runs under it can be asked about all of
  /// them.
  UNION;

  @Override
  public String ruleName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The policy of that name, or null.
  public static @Nullable CapturePolicy named(String name) {
    for (CapturePolicy policy : values()) {
      if (policy.ruleName().equals(name)) {
        return policy;
      }
    }
    return null;
  }
}
