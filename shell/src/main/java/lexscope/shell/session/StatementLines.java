package lexscope.shell.session;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.TreeSet;
import lexscope.js.host.Host;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.syntax.FunctionBody;
import lexscope.js.syntax.Node;
import lexscope.js.syntax.Parser;
import lexscope.js.syntax.Program;
import lexscope.js.syntax.Statement;

/// The lines of a text in which statements begin, where a stepper can stand.
final class StatementLines {
  private StatementLines() {}

  /// The first line from one on in which a statement begins; -1 if there is none, empty if the file
  /// cannot be read as JavaScript.
  static OptionalInt firstFrom(String file, int line) {
    try {
      SourceText source = new SourceText(file, Files.readString(Path.of(file)));
      Integer first = lines(parsed(source), source).ceiling(line);
      return OptionalInt.of(first == null ? -1 : first);
    } catch (IOException | InvalidPathException | SyntaxErrorException _) {
      return OptionalInt.empty();
    }
  }

  /// Sloppy code first, with what the body of a CommonJS module may have; then a module.
  private static Program parsed(SourceText source) {
    Parser parser = new Parser(Host.regExpSyntax());
    try {
      return parser.parseScript(source);
    } catch (SyntaxErrorException _) {
      return parser.parseModule(source);
    }
  }

  private static TreeSet<Integer> lines(Program program, SourceText source) {
    TreeSet<Integer> lines = new TreeSet<>();
    Deque<Object> pending = new ArrayDeque<>();
    pending.push(program.body());
    while (!pending.isEmpty()) {
      Object next = pending.pop();
      if (next instanceof Collection<?> several) {
        several.stream().filter(each -> each != null).forEach(pending::push);
        continue;
      }
      if (next instanceof Statement && !(next instanceof Statement.Block)
          || next instanceof FunctionBody.Concise) {
        lines.add(source.position(((Node) next).start()).line());
      }
      if (next instanceof Record node && next.getClass().getName().startsWith(SYNTAX)) {
        for (RecordComponent part : node.getClass().getRecordComponents()) {
          Object value = value(part, node);
          if (value instanceof Record || value instanceof Collection) {
            pending.push(value);
          }
        }
      }
    }
    return lines;
  }

  private static final String SYNTAX = Node.class.getPackageName() + ".";

  private static Object value(RecordComponent part, Record node) {
    try {
      Object value = part.getAccessor().invoke(node);
      return value == null ? "" : value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
