package lexscope.js.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The private names that a class body declares and those that are used in it: early errors of
/// ECMA-262 section 15.7.1 and AllPrivateIdentifiersValid (section 15.7.8).
final class PrivateNames {
  /// What declares a private name.
  enum Declaration {
    GETTER,
    SETTER,
    STATIC_GETTER,
    STATIC_SETTER,
    OTHER
  }

  /// A use of a name that was not declared before it.
  record Use(String name, int offset) {}

  private final boolean complete;
  private final Map<String, Declaration> declared = new HashMap<>();
  private final List<Use> pending = new ArrayList<>();

  /// The names of a class body.
  PrivateNames() {
    complete = false;
  }

  /// The names around the code of a direct eval, all known.
  PrivateNames(Set<String> visible) {
    complete = true;
    visible.forEach(name -> declared.put(name, Declaration.OTHER));
  }

  /// Whether no declaration can make a name valid any more.
  boolean rejects(String name) {
    return complete && !declared.containsKey(name);
  }

  /// Declares a name; a getter and a setter of the same placement go together.
  ///
  /// @return false if the name is taken
  boolean declare(String name, Declaration declaration) {
    Declaration earlier = declared.put(name, declaration);
    if (earlier == null) {
      return true;
    }
    declared.put(name, Declaration.OTHER);
    return switch (earlier) {
      case GETTER -> declaration == Declaration.SETTER;
      case SETTER -> declaration == Declaration.GETTER;
      case STATIC_GETTER -> declaration == Declaration.STATIC_SETTER;
      case STATIC_SETTER -> declaration == Declaration.STATIC_GETTER;
      case OTHER -> false;
    };
  }

  /// Notes a use, which the rest of the class body may still declare.
  void use(String name, int offset) {
    if (!declared.containsKey(name)) {
      pending.add(new Use(name, offset));
    }
  }

  /// The uses that neither this class nor one inside it declares, at the end of the class.
  List<Use> unresolved() {
    if (pending.isEmpty()) {
      return List.of();
    }
    List<Use> result = new ArrayList<>();
    for (Use use : pending) {
      if (!declared.containsKey(use.name())) {
        result.add(use);
      }
    }
    return result;
  }
}
