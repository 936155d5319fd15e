package lexscope.shell.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lexscope.profiler.graph.AnalysisInterruptedException;
import lexscope.profiler.index.SnapshotAnalysis;
import lexscope.shell.invocation.ExitCode;

/// The answer to a question about several snapshot files, which is kept in the index of the last.
///
/// @param question with everything that the answer depends on besides the files
record SeriesAnswer(List<String> files, Programs programs, String question) {
  /// Whether such an answer is kept.
  boolean isKept() {
    return programs.indexed()
        && !programs.recorded()
        && programs.standing() == null
        && files.stream()
            .allMatch(
                file -> SnapshotFiles.isSnapshot(file) && !SnapshotFiles.isStandardInput(file));
  }

  /// The answer as it was given before; none if it has to be worked out, or if the user interrupts.
  HeapFile.Asked<String> known() {
    try {
      return HeapFile.interruptibly(
          programs,
          () -> {
            Optional<String> found = isKept() ? look() : Optional.empty();
            return new HeapFile.Asked<>(ExitCode.DONE, "", found.stream().toList());
          });
    } catch (AnalysisInterruptedException _) {
      return HeapFile.Asked.interrupted();
    }
  }

  private Optional<String> look() {
    Path last = Programs.path(files.getLast());
    try (ProgressLine progress = ProgressLine.of(files.getLast(), programs.streams())) {
      if (!SnapshotAnalysis.hasIndex(last)) {
        return Optional.empty();
      }
      StringBuilder whole = new StringBuilder(question);
      for (String file : files.subList(0, files.size() - 1)) {
        whole.append('\n').append(SnapshotAnalysis.identity(Programs.path(file)));
      }
      return SnapshotAnalysis.known(last, SnapshotFiles.options(true, progress), whole.toString());
    } catch (IOException _) {
      // Whoever reads the files next will say what is wrong with them.
      return Optional.empty();
    }
  }

  /// Has the answer kept.
  ///
  /// @param analyses those of the files, in their order
  void keep(List<SnapshotAnalysis> analyses, String answer) {
    if (!isKept() || analyses.size() != files.size()) {
      return;
    }
    try {
      StringBuilder whole = new StringBuilder(question);
      for (SnapshotAnalysis analysis : analyses.subList(0, analyses.size() - 1)) {
        Optional<String> identity = analysis.identity();
        if (identity.isEmpty()) {
          return;
        }
        whole.append('\n').append(identity.get());
      }
      analyses.getLast().addAnswer(whole.toString(), answer);
    } catch (IOException _) {
      // It will be worked out again.
    }
  }
}
