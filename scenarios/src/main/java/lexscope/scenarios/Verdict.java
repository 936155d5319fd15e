package lexscope.scenarios;

import java.util.List;
import lexscope.js.policy.CapturePolicy;

/// How a scenario went under one policy.
///
/// @param scenario what was run
/// @param policy the policy that the collector traced by
/// @param mismatches everything that was not as the header says; empty when the scenario passed
public record Verdict(Scenario scenario, CapturePolicy policy, List<Mismatch> mismatches) {

  /// One thing that is not as the header says.
  public sealed interface Mismatch {
    /// One line that says so.
    String text();

    /// The program failed.
    ///
    /// @param message the uncaught error, as a user would see it
    record Failure(String message) implements Mismatch {
      @Override
      public String text() {
        return "the program failed: " + message;
      }
    }

    /// The program printed something else.
    ///
    /// @param expected the lines of the header
    /// @param actual the lines that were printed
    record Output(List<String> expected, List<String> actual) implements Mismatch {
      /// Takes copies of the lists.
      public Output {
        expected = List.copyOf(expected);
        actual = List.copyOf(actual);
      }

      @Override
      public String text() {
        return "printed " + actual + ", expected " + expected;
      }
    }

    /// A value was not tracked, or one of which the header says nothing was.
    ///
    /// @param name the value's name
    /// @param tracked whether the program tracked it
    record Tracking(String name, boolean tracked) implements Mismatch {
      @Override
      public String text() {
        return tracked ? name + " is not in the header" : name + " was never tracked";
      }
    }

    /// A value was alive that should be dead, or the other way round.
    ///
    /// @param value what the header says of it
    /// @param expected what it says under this policy
    /// @param alive whether it was alive
    record Liveness(TrackedValue value, Expectation expected, boolean alive) implements Mismatch {
      @Override
      public String text() {
        String state = alive ? "alive" : "dead";
        return value.name()
            + " is "
            + state
            + ", expected "
            + expected.word()
            + ": "
            + value.reason();
      }
    }
  }

  /// Takes a copy of the list.
  public Verdict {
    mismatches = List.copyOf(mismatches);
  }

  /// Whether everything is as the header says.
  public boolean passed() {
    return mismatches.isEmpty();
  }
}
