package lexscope.scenarios.leaks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lexscope.js.policy.CapturePolicy;
import org.jspecify.annotations.Nullable;

/// A leak scenario as its file defines it.
///
/// @param file the file, by the name under which it was asked for
/// @param title what it claims, in a sentence
/// @param rounds how often `act` and `undo` are called
/// @param roundMillis how many virtual milliseconds timers may take in a round
/// @param policies the policies under which it runs
/// @param selection whether it is left out, or asked for alone
/// @param subject the program or snapshot file that it is about, if it is not itself the program
/// @param claims what it expects
public record LeakScenario(
    Path file,
    String title,
    int rounds,
    double roundMillis,
    List<CapturePolicy> policies,
    Selection selection,
    @Nullable Path subject,
    List<Claim> claims) {
  /// An expectation and where it holds.
  ///
  /// @param expectation what is expected
  /// @param policy the policy under which it is expected, or null for all of them
  /// @param line where it stands in the file
  public record Claim(Expectation expectation, @Nullable CapturePolicy policy, int line) {}

  /// Whether a scenario takes part.
  public enum Selection {
    /// It does.
    RUN,
    /// It is left out.
    SKIP,
    /// If there is one of these, only these take part.
    ONLY
  }

  /// Keeps copies of the lists.
  public LeakScenario {
    policies = List.copyOf(policies);
    claims = List.copyOf(claims);
  }

  /// What it expects under a policy.
  List<Claim> claimsUnder(CapturePolicy policy) {
    List<Claim> mine = new ArrayList<>();
    for (Claim claim : claims) {
      if (claim.policy() == null || claim.policy() == policy) {
        mine.add(claim);
      }
    }
    return mine;
  }

  /// The same with other policies.
  public LeakScenario under(List<CapturePolicy> others) {
    return new LeakScenario(file, title, rounds, roundMillis, others, selection, subject, claims);
  }

  /// The file's name with `/` on every system.
  public String name() {
    return file.toString().replace('\\', '/');
  }

  /// Whether a snapshot file is what it is about.
  boolean isAboutSnapshot() {
    return subject != null && subject.toString().endsWith(".heapsnapshot");
  }
}
