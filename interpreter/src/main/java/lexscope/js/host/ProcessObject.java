package lexscope.js.host;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.vm.Agent;

/// The harmless part of Node's `process`: an empty environment and the program's arguments.
/// Packages ask it for `NODE_ENV`; nothing of the machine shows through.
final class ProcessObject {
  private ProcessObject() {}

  /// Puts the object on the realm's global object.
  ///
  /// @param program the file that is going to run, as its user named it
  static void install(Realm realm, String program, List<String> arguments) {
    Agent agent = realm.agent();
    int mark = agent.handles().mark();
    JsObject process = JsObject.create(agent, realm.get(Intrinsic.OBJECT_PROTOTYPE));
    process.put(
        agent,
        PropertyKey.of("env"),
        JsObject.create(agent, realm.get(Intrinsic.OBJECT_PROTOTYPE)),
        Attributes.ALL);
    var argv = new ArrayList<Object>();
    argv.add(agent.string("lexscope"));
    argv.add(agent.string(program));
    arguments.forEach(each -> argv.add(agent.string(each)));
    process.put(
        agent,
        PropertyKey.of("argv"),
        ObjectOperations.createArrayFromList(agent, argv),
        Attributes.ALL);
    realm.globalObject().put(agent, PropertyKey.of("process"), process, Attributes.HIDDEN);
    agent.handles().release(mark);
  }
}
