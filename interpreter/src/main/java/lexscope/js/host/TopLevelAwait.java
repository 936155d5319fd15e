package lexscope.js.host;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lexscope.js.scope.BoundNames;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.syntax.ModuleItem;
import lexscope.js.syntax.Parser;
import lexscope.js.syntax.Program;
import lexscope.js.syntax.Statement;
import lexscope.js.syntax.Statement.DeclarationKind;
import lexscope.js.syntax.VariableDeclarator;
import org.jspecify.annotations.Nullable;

/// A text that awaits outside of functions, as scripts: one declares its names, the other calls an
/// async function that does the rest and returns the value of a last expression. Node's shell does
/// the same; as there, `const` becomes `let`.
///
/// @param declarations a script; may be empty
/// @param call a script whose value is a promise
record TopLevelAwait(String declarations, String call) {
  /// The scripts for a text; null if it is a script as it is, or awaits nothing, or cannot be taken
  /// apart.
  static @Nullable TopLevelAwait of(Parser parser, String text) {
    if (!text.contains("await")) {
      return null;
    }
    Program.Module module;
    try {
      module = parser.parseModule(new SourceText("typed", text));
    } catch (SyntaxErrorException _) {
      return null;
    }
    return module.hasTopLevelAwait() ? new Parts(text).of(module.body()) : null;
  }

  private static final class Parts {
    private final String text;
    private final Set<String> lexical = new LinkedHashSet<>();
    private final Set<String> variables = new LinkedHashSet<>();
    private final StringBuilder functions = new StringBuilder();
    private final StringBuilder body = new StringBuilder();

    Parts(String text) {
      this.text = text;
    }

    @Nullable TopLevelAwait of(List<Statement> statements) {
      for (int i = 0; i < statements.size(); i++) {
        if (!add(statements.get(i), i == statements.size() - 1)) {
          return null;
        }
      }
      String declarations =
          (lexical.isEmpty() ? "" : "let " + String.join(", ", lexical) + ";")
              + (variables.isEmpty() ? "" : "var " + String.join(", ", variables) + ";");
      return new TopLevelAwait(declarations, "(async () => {\n" + functions + body + "})()");
    }

    private boolean add(Statement statement, boolean last) {
      switch (statement) {
        case ModuleItem _ -> {
          return false;
        }
        case Statement.VariableDeclaration declaration -> {
          return declaration.kind() != DeclarationKind.USING
              && declaration.kind() != DeclarationKind.AWAIT_USING
              && declare(declaration);
        }
        case Statement.FunctionDeclaration declaration -> {
          if (declaration.function().name() == null) {
            return false;
          }
          String name = declaration.function().name().name();
          variables.add(name);
          functions.append(name).append(" = ").append(of(statement)).append(";\n");
        }
        case Statement.ClassDeclaration declaration -> {
          if (declaration.node().name() == null) {
            return false;
          }
          String name = declaration.node().name().name();
          lexical.add(name);
          body.append(name).append(" = ").append(of(statement)).append(";\n");
        }
        case Statement.ExpressionStatement _ when last ->
            body.append("return (").append(of(statement).replaceFirst(";$", "")).append("\n);\n");
        default -> body.append(of(statement)).append('\n');
      }
      return true;
    }

    private String of(Statement statement) {
      return text.substring(statement.start(), statement.end());
    }

    private boolean declare(Statement.VariableDeclaration declaration) {
      List<String> assignments = new ArrayList<>();
      for (VariableDeclarator each : declaration.declarators()) {
        Set<String> names = declaration.kind().isLexical() ? lexical : variables;
        names.addAll(BoundNames.of(each.target()));
        if (each.initializer() != null) {
          assignments.add(text.substring(each.start(), each.end()));
        }
      }
      if (!assignments.isEmpty()) {
        body.append("void (").append(String.join(", ", assignments)).append(");\n");
      }
      return true;
    }
  }
}
