package lexscope.js.module;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.syntax.ImportAttribute;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;

/// The second argument of `import()`, EvaluateImportCall steps 10 and 11 (ECMA-262 section
/// 13.3.10.2).
final class ImportOptions {
  private ImportOptions() {}

  /// The import attributes that it asks for.
  static List<ImportAttribute> attributes(Agent agent, Object options) {
    List<ImportAttribute> found = new ArrayList<>();
    if (options == Undefined.UNDEFINED) {
      return found;
    }
    if (!(options instanceof JsObject object)) {
      throw agent.typeError("The second argument of import() must be an object");
    }
    Object with = ObjectOperations.get(agent, object, PropertyKey.of("with"));
    if (with == Undefined.UNDEFINED) {
      return found;
    }
    if (!(with instanceof JsObject attributes)) {
      throw agent.typeError("The 'with' option of import() must be an object");
    }
    for (PropertyKey key : attributes.ownPropertyKeys(agent)) {
      PropertyDescriptor property = attributes.getOwnProperty(agent, key);
      if (!key.isString() || property == null || !property.isEnumerable()) {
        continue;
      }
      if (!(ObjectOperations.get(agent, attributes, key) instanceof JsString value)) {
        throw agent.typeError("Import attribute values must be strings");
      }
      found.add(new ImportAttribute(key.asString(), value.toString()));
    }
    return found;
  }
}
