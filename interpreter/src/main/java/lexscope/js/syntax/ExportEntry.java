package lexscope.js.syntax;

import org.jspecify.annotations.Nullable;

/// An ExportEntry Record, ECMA-262 table 48, sorted into the four lists of a Source Text Module
/// Record by its kind.
///
/// @param exportName the name it is exported by; null for `export *`
/// @param request the module it comes from; null for a local export
/// @param importName the name in that module; null for local exports and for namespaces
/// @param localName the binding in this module (`*default*` for an anonymous default); null for the
///   others
/// @param offset where the exported name stands
public record ExportEntry(
    Kind kind,
    @Nullable String exportName,
    @Nullable ModuleRequest request,
    @Nullable String importName,
    @Nullable String localName,
    int offset) {
  /// Which of the module's lists the entry belongs to.
  public enum Kind {
    /// `[[LocalExportEntries]]`.
    LOCAL,
    /// `[[IndirectExportEntries]]`: a name of another module, also by an import of this one.
    INDIRECT,
    /// `export * as name from`: `[[IndirectExportEntries]]` with the namespace object (~all~).
    NAMESPACE,
    /// `export * from`: `[[StarExportEntries]]`.
    STAR
  }
}
