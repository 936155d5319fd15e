package lexscope.gc;

import java.util.List;

/// One source text with its scopes: a script, a module, a piece of eval code.
public interface ScopeUnit {
  /// All scopes of the text, materialized or not, each after the scope around it.
  List<? extends ScopeLayout> scopes();
}
