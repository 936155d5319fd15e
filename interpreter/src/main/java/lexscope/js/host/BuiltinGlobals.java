package lexscope.js.host;

import java.util.LinkedHashMap;
import java.util.Map;
import lexscope.js.intrinsics.Realm;
import lexscope.js.node.BuiltinModules;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.LazySlot;
import lexscope.js.value.PropertyKey;
import lexscope.js.vm.Agent;

/// The global variables of Node that come from built-in modules. One becomes a property of the
/// global object when a text with its name is loaded, and its module is run when the program first
/// reads it: a program that never speaks of one has nothing of it in its heap.
final class BuiltinGlobals {
  private final Realm realm;
  private final BuiltinModules modules;
  private final Map<String, String> waiting = new LinkedHashMap<>();

  BuiltinGlobals(Realm realm, BuiltinModules modules) {
    this.realm = realm;
    this.modules = modules;
    waiting.put("Buffer", "buffer");
    waiting.put("atob", "buffer");
    waiting.put("btoa", "buffer");
    waiting.put("URL", "url");
    waiting.put("URLSearchParams", "url");
  }

  /// A text of the program is going to be run.
  void loading(String text) {
    waiting.entrySet().removeIf(entry -> text.contains(entry.getKey()) && put(entry));
  }

  private boolean put(Map.Entry<String, String> variable) {
    PropertyKey name = PropertyKey.of(variable.getKey());
    realm
        .globalObject()
        .put(
            realm.agent(),
            name,
            new LazyExport(modules, variable.getValue(), name),
            Attributes.HIDDEN);
    return true;
  }

  /// A variable that was not asked for yet. It refers to no cell.
  private static final class LazyExport extends LazySlot {
    private final BuiltinModules modules;
    private final String module;
    private final PropertyKey name;

    LazyExport(BuiltinModules modules, String module, PropertyKey name) {
      this.modules = modules;
      this.module = module;
      this.name = name;
    }

    @Override
    public Object materialize(Agent agent, JsObject owner) {
      return ((JsObject) modules.require(module)).get(agent, name);
    }
  }
}
