package lexscope.js.typescript;

import java.util.LinkedHashSet;
import java.util.Set;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;

/// One translation: the scanner, the edits, and the parts of the grammar, which call each other
/// through it. They read loosely: what is no ECMAScript either is left to the parser of what comes
/// out.
final class Reading {
  /// As deep as the parser of what comes out goes.
  private static final int MAX_DEPTH = 1_500;

  final Scanner scan;
  final Edits edits;
  final Dialect dialect;
  final TranslationOptions options;
  final TypeReader types;
  final ExpressionReader expressions;
  final ArrowReader arrows;
  final LiteralReader literals;
  final FunctionReader functions;
  final ClassReader classes;
  final StatementReader statements;
  final DeclarationReader declarations;
  final NamespaceReader namespaces;
  final ModuleReader modules;
  final ElementReader elements;
  final ElementWriter elementWriter;

  /// Names that expressions use.
  final Set<String> uses = new LinkedHashSet<>();

  /// Names of types that the text declares, and of values.
  final Set<String> typeNames = new LinkedHashSet<>();

  final Set<String> valueNames = new LinkedHashSet<>();

  private int depth;

  Reading(SourceText source, Dialect dialect, TranslationOptions options, boolean module) {
    this.dialect = dialect;
    scan = new Scanner(source);
    edits = new Edits(source);
    types = new TypeReader(this);
    expressions = new ExpressionReader(this);
    arrows = new ArrowReader(this);
    literals = new LiteralReader(this);
    functions = new FunctionReader(this);
    classes = new ClassReader(this);
    statements = new StatementReader(this);
    namespaces = new NamespaceReader(this);
    declarations = new DeclarationReader(this);
    modules = new ModuleReader(this, module);
    elements = new ElementReader(this);
    if (source.text().startsWith("#!")) {
      edits.replace(0, 2, "//");
    }
    scan.next();
    this.options = options.withPragmas(source.text().substring(0, scan.start));
    elementWriter = new ElementWriter(this);
  }

  /// Counts one level of nesting.
  void enter() {
    if (++depth > MAX_DEPTH) {
      throw new SyntaxErrorException(
          SyntaxErrorException.Kind.TOO_DEEP,
          "Maximum call stack size exceeded",
          scan.source,
          scan.start,
          scan.end);
    }
  }

  void leave() {
    depth--;
  }

  int depth() {
    return depth;
  }

  /// Back to the depth of a speculation's start.
  void resetDepth(int earlier) {
    depth = earlier;
  }

  void expect(String punctuator) {
    if (!scan.is(punctuator)) {
      throw scan.unexpected();
    }
    scan.next();
  }

  void expectWord(String word) {
    if (!scan.isWord(word)) {
      throw scan.unexpected();
    }
    scan.next();
  }

  /// Reads a punctuator if it is there.
  boolean take(String punctuator) {
    if (!scan.is(punctuator)) {
      return false;
    }
    scan.next();
    return true;
  }

  /// Reads a name and gives it.
  String name() {
    if (scan.kind != Scanner.Kind.NAME) {
      throw scan.unexpected();
    }
    String name = scan.text;
    scan.next();
    return name;
  }

  /// The error of what this translation cannot do.
  SyntaxErrorException unsupported(String what) {
    return scan.error(what + " not supported", scan.start, scan.end);
  }

  /// Blanks the current token and moves on.
  void blankToken() {
    edits.blank(scan.start, scan.end);
    scan.next();
  }

  /// Blanks a `: Type` if it is there.
  boolean annotation() {
    if (!dialect.types || !scan.is(":")) {
      return false;
    }
    int from = scan.start;
    scan.next();
    types.type();
    edits.blank(from, scan.previousEnd);
    return true;
  }

  /// Blanks type parameters if they are there.
  void typeParameters() {
    if (dialect.types && scan.is("<")) {
      int from = scan.start;
      types.parameters();
      edits.blank(from, scan.previousEnd);
    }
  }
}
