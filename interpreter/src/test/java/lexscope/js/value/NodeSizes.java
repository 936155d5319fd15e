package lexscope.js.value;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import lexscope.testing.NodeProcess;

/// What Node 20 shows in heap snapshots; other versions skip the calling test.
final class NodeSizes {
  private NodeSizes() {}

  /// The bytes of what a script beside the tests measures, by name, in its order.
  ///
  /// @param folder where it runs, together with what it needs
  /// @param needed scripts that it requires
  static Map<String, Long> measure(Path folder, String script, String... needed) {
    NodeProcess.assumeVersion(20);
    NodeProcess.copy(NodeSizes.class, "snapshot-sizes.js", folder);
    for (String each : needed) {
      NodeProcess.copy(NodeSizes.class, each, folder);
    }
    String file = NodeProcess.copy(NodeSizes.class, script, folder).toString();
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (String line : NodeProcess.run(folder, file).lines().toList()) {
      String[] words = line.split(" ", -1);
      sizes.put(words[0], Long.parseLong(words[1]));
    }
    return sizes;
  }
}
