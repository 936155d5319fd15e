package lexscope.scenarios;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/// The CPU time of this process, in nanoseconds: of the measured thread, and of those of the
/// recorder, the compiler and the JVM's collector.
final class ProcessTime {
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  /// Of all threads. Cost: one system call.
  long nanos() {
    return system.getProcessCpuTime();
  }

  /// Of the threads of Flight Recorder. Cost: some microseconds for each thread of the process.
  long recorderNanos() {
    long sum = 0;
    for (ThreadInfo each : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (each != null && each.getThreadName().startsWith("JFR ")) {
        sum += Math.max(0, threads.getThreadCpuTime(each.getThreadId()));
      }
    }
    return sum;
  }
}
