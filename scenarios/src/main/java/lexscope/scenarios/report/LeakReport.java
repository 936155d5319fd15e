package lexscope.scenarios.report;

import java.util.List;
import lexscope.scenarios.leaks.LeakResult;

/// A format for the results of leak scenarios.
public interface LeakReport {
  /// The results in this format; the same results give the same text, byte for byte.
  String text(List<LeakResult> results);
}
