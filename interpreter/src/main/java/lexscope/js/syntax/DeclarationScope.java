package lexscope.js.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The declared names of one scope while it is parsed: small scopes are searched one by one, large
/// ones by a map. Objects are reused by {@link ScopeTracker}.
final class DeclarationScope {
  /// Declared by `var`, or a function at the top of a function or script; passes through blocks.
  static final int VAR = 1;

  /// Declared by let, const, class, using, import, or bound by a catch pattern.
  static final int LEXICAL = 2;

  /// A plain function declaration of sloppy code in a block, which may be repeated (Annex B.3.2.4).
  static final int BLOCK_FUNCTION = 4;

  /// A formal parameter.
  static final int PARAMETER = 8;

  /// A catch parameter that is an identifier, which `var` may repeat (Annex B.3.4).
  static final int SIMPLE_CATCH = 16;

  private static final int LINEAR_LIMIT = 12;

  /// A function declaration in a block that becomes a `var` of the function around it if no scope
  /// between objects.
  record HoistCandidate(
      Statement.FunctionDeclaration declaration, String name, DeclarationScope owner) {}

  @Nullable DeclarationScope outer;

  /// Whether `var` declarations end here: the scope of a function, script, module or static block.
  boolean isVariableScope;

  /// Whether functions at this level are lexical: blocks and modules.
  boolean functionsAreLexical;

  private int count;
  private String[] names = new String[8];
  private byte[] flags = new byte[8];
  private @Nullable Map<String, Integer> index;
  private @Nullable List<HoistCandidate> candidates;

  void open(
      @Nullable DeclarationScope outerScope, boolean variableScope, boolean lexicalFunctions) {
    outer = outerScope;
    isVariableScope = variableScope;
    functionsAreLexical = lexicalFunctions;
    count = 0;
    index = null;
    candidates = null;
  }

  /// What is declared under a name, 0 for nothing.
  int flagsOf(String name) {
    int place = find(name);
    return place < 0 ? 0 : flags[place];
  }

  /// Adds to what is declared under a name.
  void add(String name, int flag) {
    int place = find(name);
    if (place >= 0) {
      flags[place] |= (byte) flag;
      return;
    }
    if (count == names.length) {
      names = Arrays.copyOf(names, count * 2);
      flags = Arrays.copyOf(flags, count * 2);
    }
    names[count] = name;
    flags[count] = (byte) flag;
    Map<String, Integer> map = index;
    if (map != null) {
      map.put(name, count);
    } else if (count == LINEAR_LIMIT) {
      buildIndex();
    }
    count++;
  }

  private void buildIndex() {
    Map<String, Integer> map = new HashMap<>();
    for (int i = 0; i <= count; i++) {
      map.put(names[i], i);
    }
    index = map;
  }

  private int find(String name) {
    Map<String, Integer> map = index;
    if (map != null) {
      return map.getOrDefault(name, -1);
    }
    for (int i = count - 1; i >= 0; i--) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  void addCandidate(HoistCandidate candidate) {
    List<HoistCandidate> list = candidates;
    if (list == null) {
      list = new ArrayList<>();
      candidates = list;
    }
    list.add(candidate);
  }

  /// The candidates that no declaration of this scope stops, in source order.
  List<HoistCandidate> passingCandidates() {
    List<HoistCandidate> list = candidates;
    if (list == null) {
      return List.of();
    }
    List<HoistCandidate> passing = new ArrayList<>();
    int stoppers = LEXICAL | BLOCK_FUNCTION | (isVariableScope ? PARAMETER : 0);
    for (HoistCandidate candidate : list) {
      if (candidate.owner() == this || (flagsOf(candidate.name()) & stoppers) == 0) {
        passing.add(candidate);
      }
    }
    return passing;
  }
}
