package lexscope.profiler.format;

import java.nio.file.Path;
import lexscope.testing.NodeProcess;
import lexscope.testing.RealNodes;

/// Snapshots that real Nodes of several versions write of a program that has some of everything.
public final class NodeSnapshots {
  private NodeSnapshots() {}

  /// The snapshot of one version, written into a folder; skips the calling test where this Node
  /// cannot be had.
  public static Path of(int version, Path folder) {
    RealNodes.install();
    Path script = NodeProcess.copy(NodeSnapshots.class, "everything.js", folder);
    Path file = folder.resolve("node" + version + ".heapsnapshot");
    RealNodes.run(version, folder, script.toString(), file.toString());
    return file;
  }
}
