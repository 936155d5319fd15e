package lexscope.js.host;

import java.time.ZoneId;
import java.time.ZoneOffset;

/// The time that a program sees. It stands still while the program computes, jumps to the next
/// timer when nothing else is to do, and goes on by one microsecond whenever it is read, so that a
/// program that waits by reading the clock comes to an end. So every run sees the same times.
public final class VirtualClock {
  /// 2025-01-01T00:00:00Z.
  public static final long DEFAULT_EPOCH_MILLIS = 1_735_689_600_000L;

  private long epochMillis = DEFAULT_EPOCH_MILLIS;
  private ZoneId zone = ZoneOffset.UTC;
  private long micros;

  /// Sets when the program starts, in milliseconds since 1970.
  public void setEpochMillis(long millis) {
    epochMillis = millis;
  }

  /// The time zone of the program.
  public ZoneId zone() {
    return zone;
  }

  /// Sets the time zone of the program.
  public void setZone(ZoneId zone) {
    this.zone = zone;
  }

  /// When the program started, in milliseconds since 1970.
  public long epochMillis() {
    return epochMillis;
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
    return epochMillis + Math.floorDiv(++micros, 1000L);
  }

  /// Goes forward to a time, never back.
  void advanceTo(double millis) {
    micros = Math.max(micros, (long) Math.ceil(millis * 1000));
  }
}
