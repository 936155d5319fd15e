package lexscope.profiler.capture;

import lexscope.gc.SourcePlace;
import org.jspecify.annotations.Nullable;

/// Tells where the allocation site with a number is in the source.
@FunctionalInterface
public interface SitePlaces {
  /// Knows no sites.
  SitePlaces NONE = _ -> null;

  /// The place of a site, or null.
  @Nullable SourcePlace place(int site);

  /// The calls that the numbers of sites stand for; null if they stand for places alone.
  default @Nullable AllocationCalls calls() {
    return null;
  }
}
