package lexscope.profiler.find;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import lexscope.profiler.paths.TargetQuery;

/// A question that each node answers with yes or no. In words:
///
///     predicate   a and b, a or b, not a, ( a ); "and" binds closer than "or"
///     text        kind, name, function, script or site, then = or != or contains and a word or quoted
///                 text, or ~ and a regular expression between slashes, with i behind it for any case
///     number      self, retained, nodes, distance, id or record, then = != < <= > >= and a number;
///                 sizes may have a unit (B, kB, MB, GB, KiB, MiB, GiB)
///     calls       made by and a function, or made in and a file, of one of the calls that were running
///                 when it was made; before these may stand what stands before texts
///     relation    retained by, dominated by, held by or holds, then a target as `why` takes it
///
/// Words with spaces or characters of the language are quoted by ' or ".
public sealed interface NodePredicate {
  /// Both hold; the second is not asked if the first does not.
  record And(NodePredicate first, NodePredicate second) implements NodePredicate {}

  /// One holds at least; the second is not asked if the first does.
  record Or(NodePredicate first, NodePredicate second) implements NodePredicate {}

  /// It does not hold.
  record Not(NodePredicate predicate) implements NodePredicate {}

  /// A text of the node equals another. A node that has no such text never answers yes.
  record TextEquals(TextField field, String text) implements NodePredicate {}

  /// A text of the node contains another.
  record TextContains(TextField field, String text) implements NodePredicate {}

  /// A pattern is found in a text of the node.
  record TextMatches(TextField field, Pattern pattern) implements NodePredicate {}

  /// A number of the node compares so with another. A node that has no such number never answers
  /// yes.
  record NumberCompares(NumberField field, Comparison comparison, long value)
      implements NodePredicate {}

  /// The node stands in a relation to one of the nodes of a target.
  record Related(Relation relation, TargetQuery target) implements NodePredicate {}

  /// A text of a node.
  enum TextField {
    /// What it is: `object`, `closure`, `record`, `string` and so on.
    KIND,
    /// Its name: of objects the constructor's, of closures and records the function's, of strings
    /// their text.
    NAME,
    /// Of closures, records, bindings and activations the function's name.
    FUNCTION,
    /// The file that it was made or defined in; the last parts of a path will do.
    SCRIPT,
    /// `FILE:LINE` or `FILE:LINE:COLUMN`.
    SITE,
    /// The names of the functions that were running when it was made: one will do.
    MADE_BY,
    /// The files, as `script` takes them, or places, as `site` takes them, of the calls that were
    /// running when it was made: one will do.
    MADE_IN
  }

  /// A number of a node.
  enum NumberField {
    /// Bytes of the node itself.
    SELF,
    /// Bytes that go with it.
    RETAINED,
    /// Nodes that go with it, itself included.
    NODES,
    /// Edges from the nearest root: 1 for what a root holds.
    DISTANCE,
    /// The id.
    ID,
    /// The number of an Environment Record.
    RECORD
  }

  /// How a number compares.
  enum Comparison {
    EQUAL,
    UNEQUAL,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST;

    /// Whether `number` compares so with `value`.
    boolean holds(long number, long value) {
      return switch (this) {
        case EQUAL -> number == value;
        case UNEQUAL -> number != value;
        case LESS -> number < value;
        case AT_MOST -> number <= value;
        case GREATER -> number > value;
        case AT_LEAST -> number >= value;
      };
    }
  }

  /// How a node stands to a target.
  enum Relation {
    /// Retaining edges lead to it from a node of the target: it may be held otherwise, too. The
    /// nodes of the target themselves are not meant.
    RETAINED_BY,
    /// A node of the target dominates it: it goes when that goes. The nodes of the target
    /// themselves are not meant, unless another dominates them.
    DOMINATED_BY,
    /// A retaining edge leads to it from a node of the target.
    HELD_BY,
    /// A retaining edge leads from it to a node of the target.
    HOLDS
  }

  /// Whether it asks for the calls in which nodes were made, which few heaps know. Linear.
  default boolean asksForCalls() {
    Deque<NodePredicate> open = new ArrayDeque<>(List.of(this));
    while (!open.isEmpty()) {
      TextField field =
          switch (open.pop()) {
            case And(NodePredicate first, NodePredicate second) -> {
              open.push(first);
              open.push(second);
              yield null;
            }
            case Or(NodePredicate first, NodePredicate second) -> {
              open.push(first);
              open.push(second);
              yield null;
            }
            case Not(NodePredicate predicate) -> {
              open.push(predicate);
              yield null;
            }
            case TextEquals equals -> equals.field();
            case TextContains contains -> contains.field();
            case TextMatches matches -> matches.field();
            case NumberCompares _, Related _ -> null;
          };
      if (field == TextField.MADE_BY || field == TextField.MADE_IN) {
        return true;
      }
    }
    return false;
  }

  /// Reads a predicate.
  ///
  /// @throws PredicateSyntaxException if it is none, with the column of the mistake
  static NodePredicate parse(String text) {
    return new PredicateParser(text).parse();
  }
}
