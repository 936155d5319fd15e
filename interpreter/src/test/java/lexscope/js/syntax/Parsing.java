package lexscope.js.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;

/// How the tests parse.
final class Parsing {
  /// Accepts every regular expression: their grammar has tests of its own.
  static final Parser PARSER = new Parser((pattern, flags) -> null);

  private Parsing() {}

  static SourceText source(String text) {
    return new SourceText("test.js", text);
  }

  static Program.Script script(String text) {
    return PARSER.parseScript(source(text));
  }

  static Program.Module module(String text) {
    return PARSER.parseModule(source(text));
  }

  /// The only statement of a script.
  static Statement statement(String text) {
    List<Statement> body = script(text).body();
    if (body.size() != 1) {
      throw new AssertionError(body.size() + " statements in " + text);
    }
    return body.getFirst();
  }

  /// The expression of a script that is an expression statement.
  static Expression expression(String text) {
    return switch (statement(text)) {
      case Statement.ExpressionStatement expression -> expression.expression();
      default -> throw new AssertionError("no expression: " + text);
    };
  }

  /// The function that a script is, as an expression statement or declaration.
  static FunctionNode function(String text) {
    return switch (statement(text)) {
      case Statement.FunctionDeclaration declaration -> declaration.function();
      case Statement.ExpressionStatement statement
          when statement.expression() instanceof FunctionNode function ->
          function;
      default -> throw new AssertionError("no function: " + text);
    };
  }

  /// What an error says, as `offset: message`; "valid" if there is none.
  static String outcome(Runnable parse) {
    try {
      parse.run();
      return "valid";
    } catch (SyntaxErrorException e) {
      return e.offset() + ": " + e.message();
    }
  }

  /// The lines of a resource without comments.
  static List<String> lines(String resource) {
    try (InputStream in = Parsing.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new AssertionError("no resource " + resource);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("// ")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
