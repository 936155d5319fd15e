package lexscope.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The part of the generator that makes calls: parameter lists of all kinds, receivers, suspended
/// generators and async functions.
final class FunctionProductions {
  private final ClosureProgramGenerator generator;

  FunctionProductions(ClosureProgramGenerator generator) {
    this.generator = generator;
  }

  /// A parameter list with arguments for it.
  ///
  /// @param simple whether it has neither patterns nor initialisers
  private record Parameters(
      List<String> texts, List<String> arguments, List<String> names, boolean simple) {}

  /// A function expression that is called at once.
  Piece call(Place place) {
    Parameters parameters = parameters(place);
    if (generator.chance(0.2)) {
      Place inside = place.seeing(parameters.names());
      return new Piece.Nest(
          "((" + String.join(", ", parameters.texts()) + ") => {",
          generator.body(inside),
          "})(" + String.join(", ", parameters.arguments()) + ");");
    }
    boolean ownDirective = parameters.simple() && !place.strict() && generator.chance(0.15);
    boolean strict = place.strict() || ownDirective;
    boolean mapped = !strict && parameters.simple();
    List<Piece> pieces = new ArrayList<>();
    if (ownDirective) {
      pieces.add(Piece.line("\"use strict\";"));
    }
    if (generator.chance(0.1)) {
      pieces.add(Piece.line("arguments.length;"));
      generator.row(mapped ? "mapped-arguments" : "unmapped-arguments");
      if (mapped && !parameters.names().isEmpty()) {
        generator.row("arguments-length-forces");
      }
    }
    Place inside = place.seeing(parameters.names()).inFunction(strict, mapped);
    String name = "";
    if (generator.chance(0.2)) {
      generator.row("named-function-expression");
      name = generator.fresh(ClosureProgramGenerator.CONSTANT);
      inside = inside.seeing(List.of(name));
    }
    if (!parameters.simple() && generator.chance(0.3)) {
      redeclare(parameters, pieces);
    }
    pieces.addAll(generator.body(inside));
    String head = "function " + name + "(" + String.join(", ", parameters.texts()) + ") {";
    return invocation(name, head, parameters, pieces);
  }

  private void redeclare(Parameters parameters, List<Piece> pieces) {
    if (!parameters.names().isEmpty()) {
      String name = parameters.names().get(0);
      pieces.add(Piece.line("var " + name + " = track(\"" + name + "_again\", {});"));
    }
  }

  private Piece invocation(String name, String head, Parameters parameters, List<Piece> body) {
    String made = name.isEmpty() ? "(" + head : "track(\"" + name + "\", " + head;
    String arguments = String.join(", ", parameters.arguments());
    if (generator.chance(0.12)) {
      generator.row("this-new-target");
      String target = generator.fresh("t");
      // The function is not tracked: in V8 the hidden class of what it constructs leads to it.
      return new Piece.Nest(
          "Reflect.construct((" + head,
          body,
          "}), [" + arguments + "], track(\"" + target + "\", function () {}));");
    }
    if (generator.chance(0.4)) {
      String receiver = "track(\"" + generator.fresh("r") + "\", {})";
      String all = arguments.isEmpty() ? receiver : receiver + ", " + arguments;
      return new Piece.Nest(made, body, "}).call(" + all + ");");
    }
    return new Piece.Nest(made, body, "})(" + arguments + ");");
  }

  private Parameters parameters(Place place) {
    List<String> texts = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int count = generator.below(3);
    boolean simple = true;
    for (int i = 0; i < count; i++) {
      String name = generator.fresh("p");
      names.add(name);
      String value = "track(\"" + name + "\", {})";
      switch (generator.below(5)) {
        case 0 -> {
          simple = false;
          generator.row("parameter-initialisers");
          texts.add(name + " = " + value);
          arguments.add("undefined");
        }
        case 1 -> {
          simple = false;
          generator.row("rest-destructured-parameters");
          texts.add("{ part: " + name + " }");
          arguments.add("track(\"" + generator.fresh("d") + "\", { part: " + value + " })");
        }
        default -> {
          generator.row("simple-parameters");
          texts.add(name);
          arguments.add(value);
        }
      }
    }
    if (generator.chance(0.1)) {
      simple = false;
      generator.row("parameter-initialisers");
      Place inside = place.seeing(names).withoutArguments();
      String uses = Piece.inline(generator.uses(inside));
      texts.add(
          generator.fresh("c")
              + " = ("
              + generator.pick("keep.push", "void ")
              + "(() => { "
              + uses
              + " }), 0)");
      arguments.add("undefined");
    }
    if (generator.chance(0.1)) {
      simple = false;
      generator.row("rest-destructured-parameters");
      String name = generator.fresh("p");
      names.add(name);
      texts.add("..." + name);
      arguments.add("track(\"" + name + "_0\", {})");
    } else if (generator.chance(0.2)) {
      arguments.add("track(\"" + generator.fresh("x") + "\", {})");
    }
    return new Parameters(texts, arguments, List.copyOf(names), simple);
  }

  /// A generator or async function that has stopped in the middle. Every binding of its own is used
  /// after the suspension point, and no inner scope was left before it: what happens otherwise is
  /// left open by the policies.
  Piece suspended(Place place) {
    generator.row("generator-async");
    List<String> names = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    int parameters = generator.below(3);
    for (int i = 0; i < parameters; i++) {
      String name = generator.fresh("p");
      names.add(name);
      arguments.add("track(\"" + name + "\", {})");
    }
    String list = String.join(", ", names);
    Place inside = place.seeing(names).inFunction(place.strict(), !place.strict());
    List<Piece> body = new ArrayList<>();
    int locals = 1 + generator.below(2);
    for (int i = 0; i < locals; i++) {
      String name = generator.fresh(ClosureProgramGenerator.CONSTANT);
      names.add(name);
      body.add(Piece.line("const " + ClosureProgramGenerator.tracked(name) + ";"));
      inside = inside.seeing(List.of(name));
    }
    body.add(generator.closureStatement(inside));
    String after = names.stream().collect(Collectors.joining(", ", "void [", "];"));
    String all = String.join(", ", arguments);
    if (generator.chance(0.5)) {
      body.add(Piece.line("yield;"));
      body.add(Piece.line(after));
      return new Piece.Nest(
          generator.pick("keep.push(", "void (") + "started((function* (" + list + ") {",
          body,
          "})(" + all + ")));");
    }
    boolean settled = generator.chance(0.3);
    if (settled) {
      generator.row("unsettled-promise");
    }
    body.add(Piece.line(settled ? "await new Promise(() => {});" : "await never;"));
    body.add(Piece.line(after));
    return new Piece.Nest("(async function (" + list + ") {", body, "})(" + all + ");");
  }
}
