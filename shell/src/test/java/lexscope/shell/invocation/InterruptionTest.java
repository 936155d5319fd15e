package lexscope.shell.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  private final Interruption interruption = new Interruption();
  private final List<String> stopped = new ArrayList<>();

  @Test
  void aRequestStopsWhatRuns() {
    interruption.during(() -> stopped.add("run"), interruption::request);
    assertThat(stopped).containsExactly("run");
  }

  @Test
  void aRequestThatComesBeforeAnythingRunsStopsWhatComesNextAndNothingAfterThat() {
    interruption.request();
    interruption.during(() -> stopped.add("first"), () -> {});
    interruption.during(() -> stopped.add("second"), () -> {});
    assertThat(stopped).containsExactly("first");
  }

  @Test
  void aRequestThatCameTooLateIsForgotten() {
    interruption.during(() -> stopped.add("over"), () -> {});
    interruption.request();
    interruption.forget();
    interruption.during(() -> stopped.add("next"), () -> {});
    assertThat(stopped).isEmpty();
  }

  @Test
  void whatRunsAroundIsStoppedAgainOnceTheInnerIsOver() {
    interruption.during(
        () -> stopped.add("outer"),
        () -> {
          interruption.during(() -> stopped.add("inner"), interruption::request);
          interruption.request();
        });
    assertThat(stopped).containsExactly("inner", "outer");
  }

  @Test
  void whatRunsAroundIsStoppedAgainWhenTheInnerFails() {
    interruption.during(
        () -> stopped.add("outer"),
        () -> {
          try {
            interruption.during(
                () -> stopped.add("inner"),
                () -> {
                  throw new IllegalStateException("fails");
                });
          } catch (IllegalStateException _) {
            interruption.request();
          }
        });
    assertThat(stopped).containsExactly("outer");
  }

  @Test
  void anAnalysisIsInterruptedAndItsThreadIsNotAfterwards() {
    interruption.duringAnalysis(() -> {
      assertThat(interruption.isAnalysing()).isTrue();
      interruption.request();
      stopped.add("interrupted " + Thread.currentThread().isInterrupted());
    });
    assertThat(stopped).containsExactly("interrupted true");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(interruption.isAnalysing()).isFalse();
  }

  @Test
  void whatComesAfterAnAnswerEndsWithItsExitCodeAndCanBeLeftUntilItWritesFiles() {
    assertThat(interruption.afterAnswer(ExitCode.GUEST_FAILED, () -> left("first"))).isTrue();
    left("over");
    boolean finished =
        interruption.afterAnswer(
            ExitCode.DONE,
            () -> {
              interruption.finishFirst();
              left("writing");
              interruption.endProcess();
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
            });
    assertThat(finished).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(interruption.earned()).isEqualTo(ExitCode.DONE);
    assertThat(stopped).containsExactly("first " + ExitCode.GUEST_FAILED);
  }

  @Test
  void anAnswerAmongOthersEarnsNoExitCode() {
    interruption.afterAnswer(null, () -> left("between"));
    interruption.outlive();
    interruption.afterAnswer(ExitCode.DONE, () -> left("in a shell"));
    assertThat(interruption.earned()).isNull();
    assertThat(stopped).isEmpty();
  }

  private void left(String what) {
    interruption.leave(code -> stopped.add(what + " " + code));
  }

  @Test
  void anAnalysisInsideAnotherLeavesTheInterruptToTheOuter() {
    interruption.duringAnalysis(() -> {
      interruption.duringAnalysis(interruption::request);
      assertThat(interruption.isAnalysing()).isTrue();
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    });
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void theEndOfTheProcessStopsARunButNotAnAnalysisWhichEndsWithIt() {
    interruption.during(() -> stopped.add("run"), interruption::endProcess);
    assertThat(interruption.isEnding()).isTrue();
    interruption.duringAnalysis(() -> {
      interruption.endProcess();
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    });
    assertThat(stopped).containsExactly("run");
  }
}
