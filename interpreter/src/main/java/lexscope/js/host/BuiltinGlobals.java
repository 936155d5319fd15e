package lexscope.js.host;

import java.util.List;
import lexscope.js.intrinsics.Realm;
import lexscope.js.node.BuiltinModules;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.LazySlot;
import lexscope.js.value.PropertyKey;
import lexscope.js.vm.Agent;

/// The global variables of Node that come from built-in modules. Each module is run when the
/// program first asks for one of its variables.
final class BuiltinGlobals {
  private BuiltinGlobals() {}

  static void install(Realm realm, BuiltinModules modules) {
    for (String name : List.of("Buffer", "atob", "btoa")) {
      put(realm, modules, "buffer", name);
    }
    for (String name : List.of("URL", "URLSearchParams")) {
      put(realm, modules, "url", name);
    }
  }

  private static void put(Realm realm, BuiltinModules modules, String module, String name) {
    realm
        .globalObject()
        .put(
            realm.agent(),
            PropertyKey.of(name),
            new LazyExport(modules, module, PropertyKey.of(name)),
            Attributes.HIDDEN);
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
