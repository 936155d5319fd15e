package lexscope.scenarios;

import java.util.ArrayList;
import java.util.List;

/// The part of the generator that makes classes and object literals, and takes members off them.
final class ClassProductions {
  private final ClosureProgramGenerator generator;

  ClassProductions(ClosureProgramGenerator generator) {
    this.generator = generator;
  }

  /// A class expression, handed to one of the helpers that keep it, an instance, or a member.
  Piece classExpression(Place place) {
    generator.row("class");
    String name = generator.fresh(ClosureProgramGenerator.CONSTANT);
    boolean named = generator.chance(0.7);
    Place inside = (named ? place.seeing(List.of(name)) : place).inClass().deeper();
    List<Piece> members = new ArrayList<>();
    members.add(method("m() {", inside));
    String fate =
        generator.pick("keepClass", "keepInstance", "keepMethod", "keepMethod", "keepNoClass");
    if (generator.chance(0.3)) {
      members.add(method("static s() {", inside));
      fate = generator.chance(0.5) ? "keepStatic" : fate;
    }
    if (generator.chance(0.3)) {
      members.add(method(generator.pick("n() {", "get g() {", "#n() {", "async n() {"), inside));
    }
    if (generator.chance(0.3)) {
      generator.row("fields-static-blocks");
      members.add(field("f", inside));
      fate = generator.chance(0.5) ? "keepField" : fate;
      if (generator.chance(0.5)) {
        members.add(field("h", inside));
      }
    }
    if (generator.chance(0.2)) {
      generator.row("fields-static-blocks");
      members.add(new Piece.Nest("static {", generator.body(inside.inInitialiser()), "}"));
    }
    if (generator.chance(0.15)) {
      String uses = Piece.inline(generator.uses(inside));
      members.add(Piece.line("[(keep.push(() => { " + uses + " }), \"k\")]() {}"));
    }
    String heritage = heritage(inside, members);
    String head = "class " + (named ? name + " " : "") + heritage + "{";
    return new Piece.Nest(fate + "(\"" + name + "\", " + head, members, "});");
  }

  private String heritage(Place inside, List<Piece> members) {
    boolean derived = generator.chance(0.4);
    if (generator.chance(0.3)) {
      List<Piece> body = new ArrayList<>(generator.uses(inside.inFunction()));
      if (derived) {
        body.addFirst(Piece.line("super();"));
        body.removeIf(p -> p instanceof Piece.Line(String text) && text.equals("this;"));
      }
      // The constructor runs when an instance is made, so its references stand in a closure.
      body = List.of(new Piece.Nest("() => {", body, "};"));
      members.add(
          new Piece.Nest(
              "constructor() {",
              derived ? List.of(Piece.line("super();"), body.getFirst()) : body,
              "}"));
    }
    if (!derived) {
      return "";
    }
    if (generator.chance(0.3)) {
      String uses = Piece.inline(generator.uses(inside));
      return "extends ("
          + generator.pick("keep.push", "void ")
          + "(() => { "
          + uses
          + " }), Base) ";
    }
    return "extends Base ";
  }

  private Piece method(String head, Place inside) {
    List<Piece> body = new ArrayList<>(generator.uses(inside.inFunction()));
    if (generator.chance(0.25)) {
      body.add(Piece.line(generator.pick("super.x;", "() => super.x;")));
      generator.row("super-method-forces");
    }
    return new Piece.Nest(head, body, "}");
  }

  private Piece field(String name, Place inside) {
    List<Piece> body = new ArrayList<>(generator.uses(inside.inInitialiser()));
    if (generator.chance(0.4)) {
      body.add(Piece.line("this.x;"));
    }
    return new Piece.Nest(name + " = () => {", body, "};");
  }

  /// An object literal, handed to one of the helpers that keep it or a member.
  Piece literal(Place place) {
    String name = generator.fresh("o");
    List<Piece> members = new ArrayList<>();
    Place inside = place.deeper();
    boolean usesSuper = generator.chance(0.4);
    members.add(new Piece.Nest("m() {", generator.uses(inside.inFunction()), "},"));
    List<Piece> second = new ArrayList<>(generator.uses(inside.inFunction()));
    if (usesSuper) {
      generator.row("object-literal-super");
      second.add(Piece.line(generator.pick("super.x;", "() => super.x;")));
    }
    members.add(new Piece.Nest(generator.pick("n() {", "get n() {"), second, "},"));
    members.add(new Piece.Nest("a: () => {", generator.uses(inside), "},"));
    String fate =
        generator.pick("keepObject", "keepMember", "keepMember", "keepArrow", "keepNoObject");
    return new Piece.Nest(fate + "(\"" + name + "\", {", members, "});");
  }
}
