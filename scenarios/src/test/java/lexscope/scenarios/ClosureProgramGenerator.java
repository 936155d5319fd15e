package lexscope.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// Generates closure programs: tracked variables in nested scopes of every kind, closures that
/// refer to some of them, kept or dropped. No closure is ever called, so any reference is valid
/// code.
///
/// Left out are the matters that the policies leave open: locals that die before a suspension
/// point, blocks left before one, completed generators, escaping `arguments` objects, errors.
final class ClosureProgramGenerator {
  private static final int MAX_DEPTH = 4;
  private static final double MODULE_SHARE = 0.05;
  private static final double STRICT_SHARE = 0.2;

  /// How names begin that cannot be assigned: engines differ in whether a write that always throws
  /// is a use.
  static final String CONSTANT = "k";

  private final SplittableRandom random;
  private final Set<String> rows = new LinkedHashSet<>();
  private final FunctionProductions functions = new FunctionProductions(this);
  private final ClassProductions classes = new ClassProductions(this);
  private int names;
  private int budget;

  private ClosureProgramGenerator(long seed) {
    random = new SplittableRandom(seed);
  }

  /// The program of that seed: the same for ever.
  static ClosureProgram generate(long seed) {
    var generator = new ClosureProgramGenerator(seed);
    boolean module = generator.chance(MODULE_SHARE);
    boolean strict = !module && generator.chance(STRICT_SHARE);
    List<Piece> pieces = module ? generator.module() : generator.script(strict);
    return new ClosureProgram(
        seed,
        module ? Scenario.Kind.MODULE : Scenario.Kind.SCRIPT,
        strict,
        pieces,
        Set.copyOf(generator.rows));
  }

  private List<Piece> module() {
    row("module");
    budget = 6 + random.nextInt(12);
    Place top = Place.module();
    List<Piece> pieces = new ArrayList<>();
    if (chance(0.5)) {
      String name = fresh(CONSTANT);
      pieces.add(Piece.line("export const " + name + " = track(\"" + name + "\", {});"));
      top = top.seeing(List.of(name));
    }
    pieces.addAll(body(top));
    return pieces;
  }

  private List<Piece> script(boolean strict) {
    budget = 6 + random.nextInt(18);
    Place top = Place.script(strict);
    List<Piece> pieces = new ArrayList<>();
    if (chance(0.3)) {
      row("script-scope");
      String keyword = pick("let", "const", "var");
      String name = fresh(keyword.equals("const") ? CONSTANT : "v");
      pieces.add(Piece.line(keyword + " " + name + " = track(\"" + name + "\", {});"));
      top = top.seeing(List.of(name));
    }
    if (chance(0.15)) {
      row("script-scope");
      pieces.add(block(top));
    }
    pieces.add(functions.call(top));
    if (chance(0.3)) {
      pieces.add(functions.call(top));
    }
    return pieces;
  }

  // ---- chance and names

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  String fresh(String prefix) {
    names++;
    return prefix + names;
  }

  void row(String key) {
    rows.add(key);
  }

  // ---- bodies

  /// Declarations and statements for a new scope inside the place.
  List<Piece> body(Place outside) {
    List<Piece> pieces = new ArrayList<>();
    Place place = outside.deeper();
    int declarations = random.nextInt(4);
    for (int i = 0; i < declarations; i++) {
      String keyword = pick("let ", "const ", "const ", "var ");
      String name = fresh(keyword.equals("const ") ? CONSTANT : "v");
      place = place.seeing(List.of(name));
      pieces.add(Piece.line(keyword + tracked(name) + ";"));
    }
    if (chance(0.1)) {
      if (!place.strict()) {
        row("annex-b");
      }
      String name = fresh("f");
      place = place.seeing(List.of(name));
      pieces.add(new Piece.Nest("function " + name + "() {", uses(place.inFunction()), "}"));
      pieces.add(Piece.line("track(\"" + name + "\", " + name + ");"));
    }
    int statements = 1 + random.nextInt(3);
    for (int i = 0; i < statements; i++) {
      Place before = place;
      Statement statement = statement(before);
      pieces.add(statement.piece());
      place = place.seeing(statement.declared());
    }
    return pieces;
  }

  /// A statement and the names that it adds to the scope it stands in.
  private record Statement(Piece piece, List<String> declared) {
    static Statement of(Piece piece) {
      return new Statement(piece, List.of());
    }
  }

  private Statement statement(Place place) {
    budget--;
    if (budget <= 0 || place.depth() >= MAX_DEPTH) {
      return Statement.of(closureStatement(place));
    }
    return switch (random.nextInt(23)) {
      case 0, 1, 2, 3, 4 -> Statement.of(closureStatement(place));
      case 5, 6 -> Statement.of(block(place));
      case 7 -> place.strict() ? Statement.of(block(place)) : functionInBlock(place);
      case 8 -> Statement.of(forLet(place));
      case 9 -> Statement.of(forOfOrIn(place));
      case 10 -> Statement.of(switchStatement(place));
      case 11, 12 -> Statement.of(tryStatement(place));
      case 13 -> Statement.of(place.strict() ? tryStatement(place) : withStatement(place));
      case 14 -> evalCode(place);
      case 15 -> Statement.of(bound(place));
      case 16 -> Statement.of(newFunction(place));
      case 17 -> Statement.of(classes.classExpression(place));
      case 18 -> Statement.of(classes.literal(place));
      case 19 -> Statement.of(functions.suspended(place));
      default -> Statement.of(functions.call(place));
    };
  }

  static String tracked(String name) {
    return name + " = track(\"" + name + "\", {})";
  }

  // ---- closures

  /// A closure that is kept, dropped, or made in code that never runs.
  Piece closureStatement(Place place) {
    row("sibling-closures");
    return switch (random.nextInt(4)) {
      case 0 -> closure("void (", place, ");");
      case 1 -> new Piece.Nest("if (false) {", List.of(closure("keep.push(", place, ");")), "}");
      default -> closure("keep.push(", place, ");");
    };
  }

  /// A closure expression between two texts.
  Piece closure(String before, Place place, String after) {
    return switch (random.nextInt(8)) {
      case 0 -> new Piece.Nest(before + "function () {", uses(place.inFunction()), "}" + after);
      case 1 -> new Piece.Nest(before + "async () => {", uses(place), "}" + after);
      case 2 -> new Piece.Nest(before + "function* () {", uses(place.inFunction()), "}" + after);
      case 3 ->
          new Piece.Nest(before + "() => {", List.of(closure("void (", place, ");")), "}" + after);
      default -> new Piece.Nest(before + "() => {", uses(place), "}" + after);
    };
  }

  /// References to some of the bindings that can be seen.
  List<Piece> uses(Place place) {
    List<Piece> pieces = new ArrayList<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count && !place.visible().isEmpty(); i++) {
      String name = place.visible().get(random.nextInt(place.visible().size()));
      pieces.add(Piece.line(reference(name)));
    }
    if (chance(0.06)) {
      pieces.add(Piece.line("this;"));
      row("this-new-target");
    }
    if (place.newTarget() && chance(0.05)) {
      pieces.add(Piece.line("new.target;"));
      row("this-new-target");
    }
    if (place.argumentsAllowed() && place.newTarget() && chance(0.05)) {
      pieces.add(Piece.line("arguments;"));
      row(place.mappedArguments() ? "mapped-arguments" : "unmapped-arguments");
    }
    if (chance(0.04)) {
      row("direct-eval");
      row("eval");
      pieces.add(Piece.line(pick("eval(\"\");", "(eval)(\"\");", "eval(\"0\", 1);")));
    } else if (chance(0.03)) {
      pieces.add(Piece.line(pick("eval?.(\"\");", "(0, eval)(\"\");")));
    }
    return pieces;
  }

  private String reference(String name) {
    boolean constant = name.startsWith(CONSTANT);
    return switch (random.nextInt(6)) {
      case 0 -> "typeof " + name + ";";
      case 1 -> constant ? name + ";" : name + " = null;";
      case 2 -> "if (false) { " + name + "; }";
      case 3 -> "({ " + name + " });";
      default -> name + ";";
    };
  }

  // ---- statements

  Piece block(Place place) {
    row("block");
    return new Piece.Nest("{", body(place), "}");
  }

  private Statement functionInBlock(Place place) {
    row("block");
    row("annex-b");
    String name = fresh("f");
    List<Piece> inner = new ArrayList<>(body(place));
    inner.add(new Piece.Nest("function " + name + "() {", uses(place.inFunction()), "}"));
    inner.add(Piece.line("track(\"" + name + "\", " + name + ");"));
    return new Statement(new Piece.Nest("{", inner, "}"), List.of(name));
  }

  private Piece forLet(Place place) {
    row("for-let");
    String name = fresh("v");
    String turn = fresh("i");
    Place inside = place.seeing(List.of(name, turn));
    var head =
        new StringBuilder("for (let ")
            .append(tracked(name))
            .append(", ")
            .append(turn)
            .append(" = 0");
    if (chance(0.25)) {
      head.append(", ").append(fresh("h")).append(" = ").append(headClosure(inside));
    }
    head.append("; ").append(turn).append(" < 2; ").append(turn).append("++");
    if (chance(0.5)) {
      head.append(", ").append(name).append(" = track(\"").append(name);
      head.append("_\" + ").append(turn).append(", {})");
    }
    head.append(") {");
    String once = "if (" + turn + " === " + random.nextInt(2) + ") {";
    return new Piece.Nest(head.toString(), List.of(new Piece.Nest(once, body(inside), "}")), "}");
  }

  private String headClosure(Place inside) {
    return "(" + pick("keep.push", "void ") + "(() => { " + Piece.inline(uses(inside)) + " }), 0)";
  }

  private Piece forOfOrIn(Place place) {
    row("for-of-in");
    String name = fresh(CONSTANT);
    Place inside = place.seeing(List.of(name));
    String head = chance(0.3) ? headClosure(inside) + ", " : "";
    if (chance(0.5)) {
      String open =
          "for (const " + name + " of (" + head + "[track(\"" + name + "\", {}), null])) {";
      return new Piece.Nest(
          open, List.of(new Piece.Nest("if (" + name + " !== null) {", body(inside), "}")), "}");
    }
    String open =
        "for (const " + name + " in (" + head + "track(\"" + fresh("o") + "\", { key: 1 }))) {";
    return new Piece.Nest(open, body(inside), "}");
  }

  private Piece switchStatement(Place place) {
    row("switch");
    String name = fresh("v");
    Place inside = place.seeing(List.of(name)).deeper();
    List<Piece> first = new ArrayList<>();
    first.add(Piece.line("let " + tracked(name) + ";"));
    first.add(closureStatement(inside));
    first.addAll(chance(0.5) ? List.of(block(inside)) : List.of());
    List<Piece> second = List.of(closureStatement(inside));
    return new Piece.Nest(
        "switch (1) {",
        List.of(new Piece.Nest("case 1:", first, "break;"), new Piece.Nest("case 2:", second, "")),
        "}");
  }

  private Piece tryStatement(Place place) {
    row("catch");
    String name = fresh("e");
    Place inside = place.seeing(List.of(name));
    return switch (random.nextInt(4)) {
      case 0 -> {
        row("catch-pattern-holds-thrown");
        String thrown = "track(\"" + fresh("t") + "\", { part: track(\"" + name + "\", {}) })";
        yield new Piece.Nest(
            "try { throw " + thrown + "; } catch ({ part: " + name + " }) {", body(inside), "}");
      }
      case 1 ->
          new Piece.Nest("try { throw track(\"" + name + "\", {}); } catch {", body(place), "}");
      default ->
          new Piece.Nest(
              "try { throw track(\"" + name + "\", {}); } catch (" + name + ") {",
              body(inside),
              "}");
    };
  }

  private Piece withStatement(Place place) {
    row("with");
    String object = fresh("w");
    List<Piece> inner = new ArrayList<>();
    if (chance(0.5) && !place.visible().isEmpty()) {
      inner.add(Piece.line("void " + place.visible().get(below(place.visible().size())) + ";"));
    }
    inner.addAll(body(place));
    return new Piece.Nest("with (track(\"" + object + "\", {})) {", inner, "}");
  }

  private Statement evalCode(Place place) {
    row("eval-code");
    row("direct-eval");
    row("eval");
    if (chance(0.3) && !place.strict()) {
      String name = fresh("v");
      return new Statement(Piece.line("eval('var " + tracked(name) + "');"), List.of(name));
    }
    String first = fresh(CONSTANT);
    String second = fresh("v");
    Place inside = place.seeing(List.of(first, second));
    String code =
        "const "
            + tracked(first)
            + "; let "
            + tracked(second)
            + "; () => { "
            + Piece.inline(uses(inside))
            + " }";
    return Statement.of(Piece.line(pick("keep.push(", "void (") + "eval('" + code + "'));"));
  }

  private Piece bound(Place place) {
    row("bound-function");
    return new Piece.Nest(
        pick("keep.push(", "void (") + "(function () {",
        uses(place.inFunction()),
        "}).bind(track(\"" + fresh("b") + "\", {}), track(\"" + fresh("b") + "\", {})));");
  }

  private Piece newFunction(Place place) {
    row("new-function");
    String name =
        place.visible().isEmpty() ? "keep" : place.visible().get(below(place.visible().size()));
    return Piece.line("keep.push(new Function(\"return typeof " + name + "\"));");
  }
}
