package lexscope.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lexscope.gc.Heap;
import lexscope.js.inspection.RecordCensus;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.capture.HeapCapture;
import lexscope.profiler.capture.SitePlaces;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.SnapshotGraph;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The census of records and a snapshot walk the same heap, each in its own way.
class RecordCensusTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(CapturePolicy.class)
  void theCensusFindsTheRecordsAndPartsThatASnapshotHas(CapturePolicy policy) throws IOException {
    Map<String, Path> programs = TestPrograms.library();
    programs.putAll(TestPrograms.generated(50, folder));
    Map<String, String> differences = new TreeMap<>();
    programs.forEach((name, file) -> {
      String difference =
          GuestRun.of(
              file,
              GuestRun.Settings.under(CapturePolicy.UNION),
              run -> difference(run.machine().heap(), policy));
      if (!difference.isEmpty()) {
        differences.put(name, difference);
      }
    });
    assertThat(differences).isEmpty();
  }

  private static String difference(Heap heap, CapturePolicy policy) {
    Set<String> counted = new TreeSet<>();
    for (RecordCensus.Entry entry : RecordCensus.of(heap, policy).records()) {
      for (RecordCensus.Holder holder : entry.holders()) {
        counted.add(entry.record().id() + " part " + holder.part());
      }
    }
    Set<String> captured = new TreeSet<>();
    SnapshotGraph graph = HeapCapture.capture(heap, policy, GraphInfo.UNKNOWN, SitePlaces.NONE);
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (graph.detail(node).isRecord() || graph.detail(node) == NodeDetail.BINDING) {
        captured.add(graph.cellPart(node).cell() + " part " + graph.cellPart(node).part());
      }
    }
    return counted.equals(captured) && !counted.isEmpty()
        ? ""
        : "census " + counted + ", snapshot " + captured;
  }
}
