package lexscope.shell.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.gc.ScopeLayout;
import lexscope.js.inspection.RecordCensus;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Scope;
import lexscope.js.scope.ScopeTree;
import lexscope.js.source.SourceText;
import lexscope.js.vm.EcmaScriptFunction;
import org.jspecify.annotations.Nullable;

/// Where in a program's sources the bindings are declared and named that closures share.
final class CapturedNames {
  /// A source of the program.
  ///
  /// @param text its text, and that of its lines
  /// @param tokens its words
  /// @param captured the words that name captured bindings, in order
  record Source(SourceText text, List<SourceTokens.Token> tokens, List<Name> captured) {}

  /// A word that names a captured binding.
  record Name(SourceTokens.Token token, Binding binding) {}

  private CapturedNames() {}

  /// The sources of what is alive, but those of Node's own modules and of code that has no file, by
  /// name.
  static List<Source> of(RecordCensus census) {
    Map<ScopeTree, Boolean> trees = new LinkedHashMap<>();
    for (EcmaScriptFunction function : census.functions()) {
      add(trees, function.environment().scope());
      add(trees, function.scope());
    }
    census.records().forEach(entry -> add(trees, entry.record().scope()));
    return of(List.copyOf(trees.keySet()));
  }

  /// The same of these texts.
  static List<Source> of(List<ScopeTree> trees) {
    return trees.stream()
        .filter(tree -> isOfFile(tree.program().source()))
        .sorted(Comparator.comparing((ScopeTree tree) -> tree.program().source().name()))
        .map(CapturedNames::source)
        .toList();
  }

  private static void add(Map<ScopeTree, Boolean> trees, @Nullable ScopeLayout scope) {
    if (scope != null && scope.unit() instanceof ScopeTree tree) {
      trees.put(tree, true);
    }
  }

  private static boolean isOfFile(SourceText source) {
    return !source.isEval() && !source.name().startsWith("node:") && !source.name().isEmpty();
  }

  private static Source source(ScopeTree tree) {
    SourceText text = tree.program().source();
    List<SourceTokens.Token> tokens = SourceTokens.of(text.text());
    List<Scope> scopes = new ArrayList<>(tree.scopes());
    // Each scope after those around it, so that the innermost of an offset is the last that has it.
    scopes.sort(
        Comparator.comparingInt(Scope::start).thenComparing(Scope::end, Comparator.reverseOrder()));
    List<Name> captured = new ArrayList<>();
    List<Scope> open = new ArrayList<>();
    int next = 0;
    for (SourceTokens.Token token : tokens) {
      while (next < scopes.size() && scopes.get(next).start() <= token.start()) {
        open.add(scopes.get(next++));
      }
      open.removeIf(scope -> scope.end() < token.end());
      if (token.kind() == SourceTokens.Kind.NAME) {
        Binding binding = resolve(open, text.text().substring(token.start(), token.end()));
        if (binding != null && binding.isContextAllocated() && binding.isNamed()) {
          captured.add(new Name(token, binding));
        }
      }
    }
    return new Source(text, tokens, captured);
  }

  /// The binding that a name means inside of scopes, of which the innermost comes last.
  private static @Nullable Binding resolve(List<Scope> open, String name) {
    for (Scope scope : open.reversed()) {
      Binding binding = scope.find(name);
      if (binding != null && binding.isVisible()) {
        return binding;
      }
    }
    return null;
  }
}
