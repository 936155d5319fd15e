package lexscope.scenarios;

import java.util.List;
import java.util.Set;

/// A generated program.
///
/// @param seed from which it can be generated again
/// @param kind script or module
/// @param strict whether a script begins with a directive
/// @param pieces its statements, without the helpers that all programs share
/// @param rows rule rows that it exercises, and the marks `annex-b` and `eval`
record ClosureProgram(
    long seed, Scenario.Kind kind, boolean strict, List<Piece> pieces, Set<String> rows) {
  /// What the programs call. Only global code: nothing here can keep a value by accident.
  private static final String HELPERS =
      """
      class Base {}
      const never = new Promise(() => {});
      function started(generator) {
        generator.next();
        return generator;
      }
      function keepClass(name, made) {
        keep.push(noted(name, made));
      }
      function keepInstance(name, made) {
        keep.push(track(name + "_instance", new (noted(name, made))()));
      }
      function keepMethod(name, made) {
        keep.push(noted(name, made).prototype.m);
      }
      function keepStatic(name, made) {
        keep.push(noted(name, made).s);
      }
      function keepField(name, made) {
        keep.push(track(name + "_instance", new (noted(name, made))()).f);
      }
      function keepNoClass(name, made) {
        new (noted(name, made))();
      }
      function noted(name, made) {
        track(name + "_prototype", made.prototype);
        return track(name, made);
      }
      function keepObject(name, made) {
        keep.push(track(name, made));
      }
      function keepMember(name, made) {
        keep.push(track(name, made).m);
      }
      function keepArrow(name, made) {
        keep.push(track(name, made).a);
      }
      function keepNoObject(name, made) {
        track(name, made);
      }
      """;

  ClosureProgram with(List<Piece> fewer) {
    return new ClosureProgram(seed, kind, strict, fewer, rows);
  }

  String source() {
    String directive = strict ? "\"use strict\";\n" : "";
    return "// seed " + seed + "\n" + directive + HELPERS + Piece.render(pieces);
  }
}
