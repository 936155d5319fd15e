package lexscope.js.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import lexscope.js.host.Host;

/// Measures one program in one engine: a process of its own, so that no program spoils the other's
/// profile.
///
/// The clock is the CPU time of the whole process, compiler and collector threads included.
final class EngineRun {
  private static final long MILLION = 1_000_000;

  private EngineRun() {}

  /// Prints the checksum, and the median and the smallest of the rounds in nanoseconds per run.
  ///
  /// @param args engine, program, milliseconds of warm-up, number of rounds, milliseconds per round
  public static void main(String[] args) {
    Engine engine = Engine.valueOf(args[0]);
    GuestProgram program = GuestProgram.valueOf(args[1]);
    long warmUp = Long.parseLong(args[2]) * MILLION;
    int rounds = Integer.parseInt(args[3]);
    long roundTime = Long.parseLong(args[4]) * MILLION;
    String line =
        Host.onGuestThread(() -> {
          DoubleSupplier run = engine.load(program.title(), program.text());
          double checksum = run.getAsDouble();
          time(run, checksum, warmUp);
          double[] times = new double[rounds];
          for (int i = 0; i < rounds; i++) {
            times[i] = time(run, checksum, roundTime);
          }
          Arrays.sort(times);
          return checksum + " " + times[rounds / 2] + " " + times[0];
        });
    System.out.println(line);
  }

  /// Runs for at least so many nanoseconds; the answer is nanoseconds per run.
  private static double time(DoubleSupplier run, double checksum, long atLeast) {
    var clock = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = clock.getProcessCpuTime();
    long spent = 0;
    int runs = 0;
    while (spent < atLeast) {
      if (run.getAsDouble() != checksum) {
        throw new IllegalStateException("two runs differ");
      }
      runs++;
      spent = clock.getProcessCpuTime() - start;
    }
    return (double) spent / runs;
  }
}
