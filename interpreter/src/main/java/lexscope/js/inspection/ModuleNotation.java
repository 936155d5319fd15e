package lexscope.js.inspection;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.inspection.RecordNotation.Field;
import lexscope.js.vm.ScriptOrModule;

/// A Module Record as the specification writes it, ECMA-262 section 16.2.1.7.
///
/// @param path the file
/// @param id the cell's id
/// @param fields `[[Environment]]`, `[[Namespace]]` and the others
public record ModuleNotation(String path, long id, List<Field> fields) {
  /// The notation of a Module Record.
  public static ModuleNotation of(ScriptOrModule module) {
    List<Field> fields = new ArrayList<>();
    module
        .moduleFields()
        .forEach((name, value) ->
            fields.add(
                new Field(name, value instanceof String text ? text : ValueNotation.of(value))));
    return new ModuleNotation(module.path(), module.id(), List.copyOf(fields));
  }
}
