package lexscope.js.host;

import lexscope.js.intrinsics.Realm;
import lexscope.js.value.Attributes;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;

/// The global functions that only this host has.
final class HostGlobals {
  private HostGlobals() {}

  static void install(Realm realm, HostOptions options) {
    // `gc()`, as of `node --expose-gc`: collects at once. A native call is a safepoint: what it
    // holds has handles.
    realm
        .globalObject()
        .put(
            realm.agent(),
            PropertyKey.of("gc"),
            NativeFunction.create(
                realm,
                "gc",
                0,
                (agent, _, _, _) -> {
                  agent.heap().collect("gc()");
                  return Undefined.UNDEFINED;
                }),
            Attributes.HIDDEN);
  }
}
