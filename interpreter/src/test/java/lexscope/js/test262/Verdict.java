package lexscope.js.test262;

import java.util.Locale;

/// How a test ended.
enum Verdict {
  PASS,
  /// Another result than the test asks for.
  FAIL,
  /// An exception of the host, which no guest program may bring about.
  CRASH,
  /// An edge to a swept cell, a heap that its verifier rejects, or the reading of a binding that
  /// the capture policy had given up.
  FAULT,
  /// Not finished within the limit.
  TIMEOUT,
  /// Not run: no test of what counts.
  EXCLUDED;

  /// The verdict as reports write it.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
