package lexscope.profiler.find;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lexscope.profiler.find.NodePredicate.NumberField;
import lexscope.profiler.find.NodePredicate.Relation;
import lexscope.profiler.find.NodePredicate.TextField;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.paths.TargetQuery;

/// Reads predicates by descent. Its depth is that of the parentheses, which is limited, as is the
/// number of tests.
final class PredicateParser {
  private static final int DEEPEST = 200;
  private static final int MOST_TESTS = 1000;

  private static final BigDecimal MOST_BYTES = BigDecimal.valueOf(Long.MAX_VALUE);

  private final List<Token> tokens;
  private int at;
  private int depth;
  private int tests;

  PredicateParser(String text) {
    this.tokens = PredicateLexer.tokens(text);
  }

  NodePredicate parse() {
    NodePredicate predicate = alternatives();
    if (peek().kind() != Token.Kind.END) {
      throw error(peek(), "expected 'and', 'or' or the end, not " + peek().shown());
    }
    return predicate;
  }

  private NodePredicate alternatives() {
    NodePredicate all = conjunction();
    while (peek().is("or")) {
      at++;
      all = new NodePredicate.Or(all, conjunction());
    }
    return all;
  }

  private NodePredicate conjunction() {
    NodePredicate all = negation();
    while (peek().is("and")) {
      at++;
      all = new NodePredicate.And(all, negation());
    }
    return all;
  }

  private NodePredicate negation() {
    Token first = peek();
    if (depth == DEEPEST) {
      throw error(first, "nested too deeply");
    }
    depth++;
    NodePredicate predicate;
    if (first.is("not")) {
      at++;
      predicate = new NodePredicate.Not(negation());
    } else if (first.kind() == Token.Kind.OPEN) {
      at++;
      predicate = alternatives();
      if (peek().kind() != Token.Kind.CLOSE) {
        throw error(peek(), "expected ')', not " + peek().shown());
      }
      at++;
    } else {
      predicate = test();
    }
    depth--;
    return predicate;
  }

  private NodePredicate test() {
    Token field = next();
    if (tests++ == MOST_TESTS) {
      throw error(field, MOST_TESTS + " tests at most");
    }
    if (field.kind() == Token.Kind.WORD) {
      switch (field.text()) {
        case "kind" -> {
          return text(TextField.KIND);
        }
        case "name", "class" -> {
          return text(TextField.NAME);
        }
        case "function" -> {
          return text(TextField.FUNCTION);
        }
        case "script" -> {
          return text(TextField.SCRIPT);
        }
        case "site" -> {
          return text(TextField.SITE);
        }
        case "self" -> {
          return number(NumberField.SELF);
        }
        case "retained" -> {
          return peek().is("by") ? related(Relation.RETAINED_BY) : number(NumberField.RETAINED);
        }
        case "nodes" -> {
          return number(NumberField.NODES);
        }
        case "distance" -> {
          return number(NumberField.DISTANCE);
        }
        case "id" -> {
          return number(NumberField.ID);
        }
        case "record" -> {
          return number(NumberField.RECORD);
        }
        case "dominated" -> {
          return related(Relation.DOMINATED_BY);
        }
        case "made" -> {
          return made();
        }
        case "held" -> {
          return related(Relation.HELD_BY);
        }
        case "holds" -> {
          return new NodePredicate.Related(Relation.HOLDS, target());
        }
        default -> {}
      }
    }
    throw error(
        field,
        "expected kind, name, function, script, site, self, retained, nodes, distance, id, record,"
            + " 'made by', 'made in', 'dominated by', 'retained by', 'held by', holds, not or '(',"
            + " not "
            + field.shown());
  }

  /// Between `made by` and a name an operator may stand, and need not.
  private NodePredicate made() {
    Token by = next();
    if (!by.is("by") && !by.is("in")) {
      throw error(by, "expected 'by' or 'in', not " + by.shown());
    }
    TextField field = by.is("by") ? TextField.MADE_BY : TextField.MADE_IN;
    return peek().kind() == Token.Kind.OPERATOR || peek().is("contains")
        ? text(field)
        : new NodePredicate.TextEquals(field, words(field, true));
  }

  private NodePredicate text(TextField field) {
    Token operator = next();
    if (operator.is("contains")) {
      return new NodePredicate.TextContains(field, words(field, false));
    }
    return switch (operator.text()) {
      case "=" -> new NodePredicate.TextEquals(field, words(field, true));
      case "!=" -> new NodePredicate.Not(new NodePredicate.TextEquals(field, words(field, true)));
      case "~" -> new NodePredicate.TextMatches(field, pattern());
      default -> throw error(operator, "expected =, !=, contains or ~, not " + operator.shown());
    };
  }

  private String words(TextField field, boolean isWhole) {
    Token token = next();
    if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.QUOTED) {
      throw error(token, "expected a word or quoted text, not " + token.shown());
    }
    if (field == TextField.KIND && isWhole && !kinds().contains(token.text())) {
      throw error(token, "no kind " + token.shown() + ": there are " + String.join(", ", kinds()));
    }
    return token.text();
  }

  private static Set<String> kinds() {
    Set<String> kinds = new LinkedHashSet<>(List.of("record", "binding", "activation"));
    for (NodeKind kind : NodeKind.values()) {
      kinds.add(kind.label());
    }
    return kinds;
  }

  private Pattern pattern() {
    Token token = next();
    if (token.kind() != Token.Kind.REGULAR_EXPRESSION) {
      throw error(token, "expected a regular expression between slashes, not " + token.shown());
    }
    if (!token.flags().isEmpty() && !token.flags().equals("i")) {
      throw error(token, "no flags '" + token.flags() + "': i is the only one");
    }
    try {
      return Pattern.compile(
          token.text(),
          token.flags().isEmpty() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException e) {
      throw new PredicateSyntaxException(
          token.column() + 1 + Math.max(0, e.getIndex()),
          e.getDescription().toLowerCase(Locale.ROOT));
    }
  }

  private NodePredicate number(NumberField field) {
    Token operator = next();
    NodePredicate.Comparison comparison =
        switch (operator.kind() == Token.Kind.OPERATOR ? operator.text() : "") {
          case "=" -> NodePredicate.Comparison.EQUAL;
          case "!=" -> NodePredicate.Comparison.UNEQUAL;
          case "<" -> NodePredicate.Comparison.LESS;
          case "<=" -> NodePredicate.Comparison.AT_MOST;
          case ">" -> NodePredicate.Comparison.GREATER;
          case ">=" -> NodePredicate.Comparison.AT_LEAST;
          default ->
              throw error(operator, "expected =, !=, <, <=, > or >=, not " + operator.shown());
        };
    boolean isSize = field == NumberField.SELF || field == NumberField.RETAINED;
    return new NodePredicate.NumberCompares(field, comparison, isSize ? size() : whole(next()));
  }

  private long whole(Token token) {
    try {
      return Long.parseLong(
          token.text().startsWith("#") ? token.text().substring(1) : token.text());
    } catch (NumberFormatException _) {
      throw error(token, "expected a whole number, not " + token.shown());
    }
  }

  private long size() {
    Token token = next();
    int digits = 0;
    while (digits < token.text().length()
        && (Character.isDigit(token.text().charAt(digits)) || token.text().charAt(digits) == '.')) {
      digits++;
    }
    String unit = token.text().substring(digits);
    Token unitToken = token;
    if (unit.isEmpty() && peek().kind() == Token.Kind.WORD && !isJoint(peek())) {
      unitToken = next();
      unit = unitToken.text();
    }
    if (!ByteUnits.isUnit(unit)) {
      throw error(
          unitToken,
          digits == 0 && unitToken == token
              ? "expected a size such as 4 KiB, not " + token.shown()
              : "no unit '" + unit + "': there are " + ByteUnits.NAMES);
    }
    return ByteUnits.bytes(token.text().substring(0, digits), unit)
        .map(bytes -> bytes.setScale(0, RoundingMode.HALF_UP))
        .filter(bytes -> token.kind() == Token.Kind.WORD && bytes.compareTo(MOST_BYTES) <= 0)
        .map(BigDecimal::longValueExact)
        .orElseThrow(() -> error(token, "expected a size such as 4 KiB, not " + token.shown()));
  }

  private static boolean isJoint(Token token) {
    return token.is("and") || token.is("or");
  }

  private NodePredicate related(Relation relation) {
    Token by = next();
    if (!by.is("by")) {
      throw error(by, "expected 'by', not " + by.shown());
    }
    return new NodePredicate.Related(relation, target());
  }

  private TargetQuery target() {
    Token token = next();
    if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.QUOTED) {
      throw error(token, "expected a target such as class:Map or #12, not " + token.shown());
    }
    try {
      return TargetQuery.parse(token.text());
    } catch (IllegalArgumentException e) {
      throw error(token, String.valueOf(e.getMessage()));
    }
  }

  private Token peek() {
    return tokens.get(at);
  }

  /// The next token; the end is never passed.
  private Token next() {
    Token token = tokens.get(at);
    if (token.kind() != Token.Kind.END) {
      at++;
    }
    return token;
  }

  private static PredicateSyntaxException error(Token token, String message) {
    return new PredicateSyntaxException(token.column(), message);
  }
}
