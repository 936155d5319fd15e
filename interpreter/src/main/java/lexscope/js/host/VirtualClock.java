package lexscope.js.host;

import java.time.ZoneId;
import java.time.ZoneOffset;

/// The time that a program sees. It stands still while the program computes, jumps to the next
/// timer when nothing else is to do, and goes on by one microsecond whenever it is read, so that a
/// program that waits by reading the clock comes to an end. So every run sees the same times.
public final class VirtualClock {
  /// When every program starts: 2025-01-01T00:00:00Z.
  private static final long EPOCH_MILLIS = 1_735_689_600_000L;

  private long micros;

  /// The time zone of the program.
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  /// When the program started, in milliseconds since 1970.
  public long epochMillis() {
    return EPOCH_MILLIS;
  }

  /// Milliseconds since the program started, without reading the clock as the program does.
  public double elapsedMillis() {
    return micros / 1000.0;
  }

  /// Milliseconds since the program started, as `performance.now()` reads them.
  public double readElapsedMillis() {
    return ++micros / 1000.0;
  }

  /// Milliseconds since 1970, as `Date.now()` reads them.
  public double readEpochMillis() {
    return EPOCH_MILLIS + Math.floorDiv(++micros, 1000L);
  }

  /// Goes forward to a time, never back.
  void advanceTo(double millis) {
    micros = Math.max(micros, (long) Math.ceil(millis * 1000));
  }
}
