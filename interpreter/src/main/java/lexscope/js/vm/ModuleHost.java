package lexscope.js.vm;

import org.jspecify.annotations.Nullable;

/// What the machine asks the loader of modules.
public interface ModuleHost {
  /// Loads nothing.
  ModuleHost NONE =
      new ModuleHost() {
        @Override
        public Object importModule(
            Agent agent, @Nullable ScriptOrModule referrer, Object specifier, Object options) {
          throw agent.typeError("Modules cannot be loaded here");
        }

        @Override
        public Object importMeta(Agent agent, @Nullable ScriptOrModule module) {
          throw agent.syntaxError("Cannot use 'import.meta' outside a module");
        }
      };

  /// `import(specifier, options)`, ECMA-262 section 13.3.10.2: a promise.
  ///
  /// @param referrer the script or module that asks, if it is known
  Object importModule(
      Agent agent, @Nullable ScriptOrModule referrer, Object specifier, Object options);

  /// `import.meta`, ECMA-262 section 13.3.12.1.
  Object importMeta(Agent agent, @Nullable ScriptOrModule module);
}
