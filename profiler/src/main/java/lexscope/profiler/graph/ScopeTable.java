package lexscope.profiler.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The scopes of the guest's source text: which bindings each declares, and which bindings its text
/// refers to. A record node of a graph points to the scope it was made for, a closure node to the
/// scope of its function. Scopes stand in pre-order: the scopes inside scope `s` are those from `s
/// + 1` up to {@link #subtreeEnd}.
public final class ScopeTable {
  /// A table without scopes.
  public static final ScopeTable EMPTY = new ScopeTable(List.of());

  /// One scope.
  ///
  /// @param parent the number of the scope around it, or -1
  /// @param recordKind the kind of Environment Record it makes, in the specification's word
  /// @param function the name of the function it belongs to, or a word for the scope such as
  ///   `block`
  /// @param isFunction whether closures are made of it
  /// @param location where it begins, if known
  /// @param start offset of its first character in the source text
  /// @param end offset after its last character
  /// @param newestRecord the number of the newest record that was made for it, or -1
  /// @param variables its bindings; the index is the slot
  /// @param uses the bindings that the text of this scope refers to, inner scopes not counted
  public record Scope(
      int parent,
      String recordKind,
      String function,
      boolean isFunction,
      @Nullable SourceLocation location,
      int start,
      int end,
      long newestRecord,
      List<Variable> variables,
      List<Use> uses) {
    /// Keeps copies of the lists.
    public Scope {
      variables = List.copyOf(variables);
      uses = List.copyOf(uses);
    }

    /// A scope of whose records nothing is known.
    public Scope(
        int parent,
        String recordKind,
        String function,
        boolean isFunction,
        @Nullable SourceLocation location,
        int start,
        int end,
        List<Variable> variables,
        List<Use> uses) {
      this(parent, recordKind, function, isFunction, location, start, end, -1, variables, uses);
    }
  }

  /// One binding that a scope declares.
  ///
  /// @param name its name; `this`, `arguments` and the like are bindings like others
  /// @param shared whether V8 would put it into the context that all closures of the scope share
  /// @param exported whether a module exports it, so that it is of use without any closure
  public record Variable(String name, boolean shared, boolean exported) {
    /// A binding that nothing exports.
    public Variable(String name, boolean shared) {
      this(name, shared, false);
    }
  }

  /// A reference to slot `slot` of scope `scope`.
  public record Use(int scope, int slot) {}

  private final List<Scope> scopes;
  private final int[] subtreeEnd;

  /// A table of these scopes.
  ///
  /// @throws IllegalArgumentException if a scope comes before its parent or refers to a binding
  ///   that does not exist
  public ScopeTable(List<Scope> scopes) {
    this.scopes = List.copyOf(scopes);
    this.subtreeEnd = new int[scopes.size()];
    for (int s = scopes.size() - 1; s >= 0; s--) {
      Scope scope = scopes.get(s);
      if (scope.parent() >= s || scope.parent() < -1) {
        throw new IllegalArgumentException(
            "scope " + s + " comes before its parent " + scope.parent());
      }
      for (Use use : scope.uses()) {
        if (use.scope() < 0
            || use.scope() >= scopes.size()
            || use.slot() < 0
            || use.slot() >= scopes.get(use.scope()).variables().size()) {
          throw new IllegalArgumentException(
              "scope " + s + " uses a binding that no scope declares: " + use);
        }
      }
      subtreeEnd[s] = Math.max(subtreeEnd[s], s + 1);
      if (scope.parent() >= 0) {
        subtreeEnd[scope.parent()] = Math.max(subtreeEnd[scope.parent()], subtreeEnd[s]);
      }
    }
  }

  /// Keeps the table.
  void store(ColumnOutput out) throws IOException {
    out.number(scopes.size());
    for (Scope scope : scopes) {
      SourceLocation place = scope.location();
      out.number(scope.parent());
      out.text(scope.recordKind());
      out.text(scope.function());
      out.number(scope.isFunction() ? 1 : 0);
      out.number(place == null ? 0 : 1);
      if (place != null) {
        out.text(place.script());
        out.number(place.line());
        out.number(place.column());
      }
      out.number(scope.start());
      out.number(scope.end());
      out.number(scope.newestRecord());
      out.number(scope.variables().size());
      for (Variable variable : scope.variables()) {
        out.text(variable.name());
        out.number((variable.shared() ? 1 : 0) + (variable.exported() ? 2 : 0));
      }
      out.number(scope.uses().size());
      for (Use use : scope.uses()) {
        out.number(use.scope());
        out.number(use.slot());
      }
    }
  }

  /// Gives back a table that was kept.
  static ScopeTable restore(ColumnInput in) throws IOException {
    List<Scope> scopes = new ArrayList<>();
    for (long left = in.number(); left > 0; left--) {
      int parent = (int) in.number();
      String recordKind = in.text();
      String function = in.text();
      boolean isFunction = in.number() != 0;
      SourceLocation place =
          in.number() == 0
              ? null
              : new SourceLocation(in.text(), (int) in.number(), (int) in.number());
      int start = (int) in.number();
      int end = (int) in.number();
      long newestRecord = in.number();
      List<Variable> variables = new ArrayList<>();
      for (long more = in.number(); more > 0; more--) {
        String name = in.text();
        long flags = in.number();
        variables.add(new Variable(name, (flags & 1) != 0, (flags & 2) != 0));
      }
      List<Use> uses = new ArrayList<>();
      for (long more = in.number(); more > 0; more--) {
        uses.add(new Use((int) in.number(), (int) in.number()));
      }
      scopes.add(
          new Scope(
              parent,
              recordKind,
              function,
              isFunction,
              place,
              start,
              end,
              newestRecord,
              variables,
              uses));
    }
    return new ScopeTable(scopes);
  }

  /// How many scopes there are.
  public int size() {
    return scopes.size();
  }

  /// The scope with this number.
  public Scope scope(int number) {
    return scopes.get(number);
  }

  /// All scopes in pre-order.
  public List<Scope> scopes() {
    return scopes;
  }

  /// The number after the last scope inside `scope`.
  public int subtreeEnd(int scope) {
    return subtreeEnd[scope];
  }

  /// The innermost function scope that is `scope` or lies around it, or -1 outside of functions.
  public int functionOf(int scope) {
    int s = scope;
    while (s >= 0 && !scopes.get(s).isFunction()) {
      s = scopes.get(s).parent();
    }
    return s;
  }

  /// The bindings outside `function` that its text refers to, inner functions included: what a
  /// closure of it can reach. In order of appearance. Takes time in the size of the function's
  /// text.
  public Set<Use> freeUses(int function) {
    Set<Use> free = new LinkedHashSet<>();
    for (int s = function; s < subtreeEnd[function]; s++) {
      for (Use use : scopes.get(s).uses()) {
        if (use.scope() < function || use.scope() >= subtreeEnd[function]) {
          free.add(use);
        }
      }
    }
    return free;
  }

  /// The number of the binding of that name in a scope, or -1.
  public int slotOf(int scope, String name) {
    List<Variable> variables = scopes.get(scope).variables();
    for (int slot = 0; slot < variables.size(); slot++) {
      if (variables.get(slot).name().equals(name)) {
        return slot;
      }
    }
    return -1;
  }

  /// The functions inside the declaring scope whose own text (not that of functions inside them)
  /// refers to the binding, in source order: under shared contexts they are what makes it captured.
  public List<Integer> capturingFunctions(Use binding) {
    int declaring = functionOf(binding.scope());
    Set<Integer> functions = new LinkedHashSet<>();
    for (int s = binding.scope(); s < subtreeEnd[binding.scope()]; s++) {
      if (scopes.get(s).uses().contains(binding)) {
        int function = functionOf(s);
        if (function >= 0 && function != declaring) {
          functions.add(function);
        }
      }
    }
    return new ArrayList<>(functions);
  }
}
