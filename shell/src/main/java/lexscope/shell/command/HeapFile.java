package lexscope.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.CRC32;
import lexscope.js.host.HostOptions;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.vm.AllocationSites;
import lexscope.js.vm.Machine;
import lexscope.profiler.capture.HeapCapture;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.shell.ExitCode;
import lexscope.shell.UserDataException;
import org.jspecify.annotations.Nullable;

/// A heap that can be asked: of a program that was run, or from a snapshot file.
final class HeapFile {
  private static final String SNAPSHOT_SUFFIX = ".heapsnapshot";

  private final String file;
  private final Programs.@Nullable Run run;
  private final @Nullable SnapshotGraph snapshot;

  private HeapFile(String file, Programs.@Nullable Run run, @Nullable SnapshotGraph snapshot) {
    this.file = file;
    this.run = run;
    this.snapshot = snapshot;
  }

  /// Whether the name is that of a snapshot file rather than a program.
  static boolean isSnapshot(String file) {
    return file.endsWith(SNAPSHOT_SUFFIX);
  }

  /// Reads a snapshot file, or runs a program.
  ///
  /// @throws UserDataException if a snapshot file cannot be read
  static HeapFile open(String file, HostOptions options) {
    if (!isSnapshot(file)) {
      return new HeapFile(file, Programs.run(file, options), null);
    }
    try {
      return new HeapFile(file, null, HeapSnapshotReader.read(Programs.path(file)));
    } catch (IOException e) {
      String reason =
          Files.exists(Programs.path(file)) ? String.valueOf(e.getMessage()) : "no such file";
      throw new UserDataException(reason.startsWith(file) ? reason : file + ": " + reason);
    }
  }

  /// How the run ended.
  ExitCode code() {
    return run == null ? ExitCode.DONE : run.code();
  }

  /// Why the run did not complete, empty if it did.
  String message() {
    return run == null ? "" : run.message();
  }

  /// Whether there is a heap to ask: a heap that became too large can be asked what fills it.
  boolean isAskable() {
    return code() == ExitCode.DONE || code() == ExitCode.HEAP_LIMIT;
  }

  /// What is alive under a policy; a snapshot file shows what it was taken of.
  SnapshotGraph graph(CapturePolicy policy) {
    if (snapshot != null) {
      return snapshot;
    }
    if (run == null) {
      throw new IllegalStateException("neither a run nor a snapshot");
    }
    Machine machine = run.host().machine();
    AllocationSites sites = machine.sites();
    return HeapCapture.capture(
        machine.heap(),
        policy,
        info(),
        site -> {
          AllocationSites.Site known = sites.site(site);
          return known == null ? null : known.place();
        });
  }

  /// Where the heap comes from.
  GraphInfo info() {
    return snapshot == null ? new GraphInfo(file, "end", "", identity()) : snapshot.info();
  }

  /// Two runs have the same ids if text and collector are the same: then this is the same, too.
  private String identity() {
    CRC32 sum = new CRC32();
    try {
      sum.update(Files.readAllBytes(Programs.path(file)));
    } catch (IOException _) {
      return "";
    }
    String policy = run == null ? "" : run.host().options().policy().ruleName();
    return file + ":" + Long.toHexString(sum.getValue()) + ":" + policy;
  }

  /// Whether the answer may be asked for under a policy other than the snapshot's own.
  boolean isProgram() {
    return run != null;
  }

  /// The run, null for a snapshot file.
  Programs.@Nullable Run run() {
    return run;
  }
}
