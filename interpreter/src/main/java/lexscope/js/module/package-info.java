/// Modules: Source Text Module Records with live bindings, cycles and top-level `await`, JSON
/// modules, and Node's CommonJS modules with its way to find files.
@org.jspecify.annotations.NullMarked
package lexscope.js.module;
