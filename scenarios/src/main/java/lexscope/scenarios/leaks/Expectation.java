package lexscope.scenarios.leaks;

import lexscope.profiler.paths.TargetQuery;

/// One thing that a leak scenario claims.
public sealed interface Expectation {
  /// The claim in a few words, as results show it.
  String text();

  /// What is counted round by round.
  enum Measure {
    /// Objects, arrays and functions.
    OBJECTS("objects"),
    /// Environment Records.
    RECORDS("records"),
    /// Bytes of everything alive.
    BYTES("bytes");

    private final String word;

    Measure(String word) {
      this.word = word;
    }

    /// The word in a scenario.
    public String word() {
      return word;
    }
  }

  /// What is alive grows by no more than this from round to round.
  record Growth(Measure measure, Bound bound) implements Expectation {
    @Override
    public String text() {
      return "growth per round: " + measure.word() + " " + bound.text();
    }
  }

  /// So many Environment Records of a function are alive at the end.
  record RecordsAlive(String function, Bound bound) implements Expectation {
    @Override
    public String text() {
      return "records alive of " + function + ": " + bound.text();
    }
  }

  /// Something is alive at the end.
  record Alive(TargetQuery target) implements Expectation {
    @Override
    public String text() {
      return "alive: " + target.text();
    }
  }

  /// Nothing of the sort is alive at the end.
  record Dead(TargetQuery target) implements Expectation {
    @Override
    public String text() {
      return "dead: " + target.text();
    }
  }

  /// The largest of what is meant retains so many bytes; what is not alive retains none.
  record Retained(TargetQuery target, Bound bound) implements Expectation {
    @Override
    public String text() {
      return "retained by " + target.text() + ": " + bound.text();
    }
  }

  /// The policy keeps no more than this for bindings that `used` lets go, all of them together.
  record Waste(Bound bound) implements Expectation {
    @Override
    public String text() {
      return "waste: " + bound.text();
    }
  }

  /// No chain of retaining edges leads from one to the other.
  record NoPath(PathStart from, TargetQuery to) implements Expectation {
    @Override
    public String text() {
      return "no path from " + from.text() + " to " + to.text();
    }
  }

  /// So many collections ran because of allocation, from the first round to the last.
  record Collections(Bound bound) implements Expectation {
    @Override
    public String text() {
      return "collections: " + bound.text();
    }
  }

  /// So many bytes were allocated, from the first round to the last.
  record Allocated(Bound bound) implements Expectation {
    @Override
    public String text() {
      return "allocated: " + bound.text();
    }
  }

  /// Sizes and counts are those of the baseline file beside the scenario.
  record Baseline() implements Expectation {
    @Override
    public String text() {
      return "as in the baseline";
    }
  }
}
