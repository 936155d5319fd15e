package lexscope.js.vm;

import lexscope.js.bytecode.TemplateSite;
import lexscope.js.syntax.TemplatePart;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsArray;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Undefined;

/// GetTemplateObject, ECMA-262 section 13.2.8.4: one frozen array per site. It takes its site's
/// place among the constants of the code, which keeps it alive.
final class TemplateObjects {
  private TemplateObjects() {}

  static Object get(Machine machine, Frame frame, int constant) {
    Object present = frame.code.constants()[constant];
    if (!(present instanceof TemplateSite site)) {
      return present;
    }
    Object[] cooked = new Object[site.parts().size()];
    Object[] raw = new Object[cooked.length];
    for (int i = 0; i < cooked.length; i++) {
      TemplatePart part = site.parts().get(i);
      String text = part.cooked();
      cooked[i] = text == null ? Undefined.UNDEFINED : machine.string(text);
      raw[i] = machine.string(part.raw());
    }
    machine.heap().setSite(frame.code.siteBase() + frame.pc);
    JsArray rawArray = JsArray.of(machine, raw);
    lexscope.js.operations.OwnProperties.setIntegrityLevel(machine, rawArray, true);
    JsArray template = JsArray.of(machine, cooked);
    template.put(machine, PropertyKeys.RAW, rawArray, Attributes.NONE);
    lexscope.js.operations.OwnProperties.setIntegrityLevel(machine, template, true);
    frame.code.constants()[constant] = template;
    return template;
  }
}
