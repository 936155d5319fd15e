package lexscope.js.typescript;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes elements as calls: of a factory, or of the functions of a `jsx-runtime` module.
final class ElementWriter {
  private final Reading r;
  private final TranslationOptions options;
  private final Set<String> runtime = new LinkedHashSet<>();

  ElementWriter(Reading r) {
    this.r = r;
    options = r.options;
  }

  void write(JsxElement element) {
    List<JsxChild> children = new ArrayList<>();
    for (JsxChild child : element.children()) {
      switch (child.form()) {
        case EMPTY -> r.edits.replace(child.start(), child.end(), "");
        case TEXT -> {
          if (!text(child).isEmpty()) {
            children.add(child);
          }
        }
        default -> children.add(child);
      }
    }
    if (options.automatic()) {
      automatic(element, children);
    } else {
      classic(element, children);
    }
  }

  private String text(JsxChild child) {
    return JsxText.clean(r.scan.input.substring(child.start(), child.end()));
  }

  private void classic(JsxElement element, List<JsxChild> children) {
    use(options.factory());
    boolean bare = element.attributes().isEmpty();
    String head = options.factory() + "(" + tag(element) + ", " + (bare ? "null" : "{");
    r.edits.replace(element.start(), element.nameEnd(), head);
    boolean first = true;
    for (JsxAttribute attribute : element.attributes()) {
      attribute(attribute, first ? "" : ", ");
      first = false;
    }
    String end = bare ? "" : "}";
    boolean closed = element.close() < 0;
    r.edits.replace(element.tagEnd(), element.contentStart(), closed ? end + ")" : end);
    for (JsxChild child : children) {
      child(child, ", ");
    }
    if (!closed) {
      r.edits.replace(element.close(), element.end(), ")");
    }
  }

  private void automatic(JsxElement element, List<JsxChild> children) {
    boolean several =
        children.size() > 1
            || (children.size() == 1 && children.getFirst().form() == JsxChild.Form.SPREAD);
    String function = several ? "jsxs" : "jsx";
    runtime.add(function);
    r.edits.replace(
        element.start(), element.nameEnd(), "_" + function + "(" + tag(element) + ", {");
    JsxAttribute key = null;
    boolean first = true;
    for (JsxAttribute attribute : element.attributes()) {
      if (attribute.name().equals("key") && attribute.form() != JsxAttribute.Form.TRUE) {
        key = attribute;
        boolean brace = attribute.form() == JsxAttribute.Form.EXPRESSION;
        r.edits.replace(attribute.start(), attribute.valueEnd() + (brace ? 1 : 0), "");
        value(attribute);
      } else {
        attribute(attribute, first ? "" : ", ");
        first = false;
      }
    }
    boolean closed = element.close() < 0;
    String start = first ? "children: " : ", children: ";
    String open = children.isEmpty() ? "" : start + (several ? "[" : "");
    String end = several ? "]}" : "}";
    if (closed) {
      end(element.tagEnd(), element.contentStart(), "}", key);
    } else {
      r.edits.replace(element.tagEnd(), element.contentStart(), open);
      for (int i = 0; i < children.size(); i++) {
        child(children.get(i), i == 0 ? "" : ", ");
      }
      end(element.close(), element.end(), end, key);
    }
  }

  private void end(int from, int to, String brackets, @Nullable JsxAttribute key) {
    if (key == null) {
      r.edits.replace(from, to, brackets + ")");
    } else {
      r.edits.replace(from, to, brackets + ", ", key.valueStart(), key.valueEnd(), ")");
    }
  }

  private String tag(JsxElement element) {
    String name = element.name();
    if (name.isEmpty()) {
      if (options.automatic()) {
        runtime.add("Fragment");
        return "_Fragment";
      }
      use(options.fragment());
      return options.fragment();
    }
    boolean intrinsic =
        name.indexOf('-') >= 0
            || name.indexOf(':') >= 0
            || (name.indexOf('.') < 0 && Character.isLowerCase(name.charAt(0)));
    if (intrinsic && !name.equals("this")) {
      return Quoting.quote(name);
    }
    use(name);
    return name;
  }

  /// The name before the first dot is used.
  private void use(String expression) {
    int dot = expression.indexOf('.');
    r.uses.add(dot < 0 ? expression : expression.substring(0, dot));
  }

  private void attribute(JsxAttribute attribute, String separator) {
    if (attribute.form() == JsxAttribute.Form.SPREAD) {
      r.edits.replace(attribute.start(), attribute.valueStart(), separator);
      r.edits.replace(attribute.valueEnd(), attribute.valueEnd() + 1, "");
      return;
    }
    String name = attribute.name();
    String key = Quoting.isName(name) ? name : Quoting.quote(name);
    boolean absent = attribute.form() == JsxAttribute.Form.TRUE;
    r.edits.replace(
        attribute.start(), attribute.valueStart(), separator + key + (absent ? ": true" : ": "));
    value(attribute);
  }

  /// The value of an attribute without what is around it.
  private void value(JsxAttribute attribute) {
    switch (attribute.form()) {
      case STRING -> {
        String raw = r.scan.input.substring(attribute.valueStart() + 1, attribute.valueEnd() - 1);
        r.edits.replace(
            attribute.valueStart(), attribute.valueEnd(), Quoting.quote(JsxText.attribute(raw)));
      }
      case EXPRESSION -> r.edits.replace(attribute.valueEnd(), attribute.valueEnd() + 1, "");
      default -> {}
    }
  }

  private void child(JsxChild child, String separator) {
    switch (child.form()) {
      case TEXT ->
          r.edits.replace(child.start(), child.end(), separator + Quoting.quote(text(child)));
      case ELEMENT -> r.edits.insert(child.start(), separator);
      default -> {
        r.edits.replace(child.start(), child.valueStart(), separator);
        r.edits.replace(child.valueEnd(), child.end(), "");
      }
    }
  }

  /// Writes what brings the runtime's functions in.
  ///
  /// @param at where the first statement after the directives starts
  void finish(int at) {
    if (runtime.isEmpty()) {
      return;
    }
    List<String> names = new ArrayList<>();
    String colon = r.modules.isModule() ? " as " : ": ";
    for (String name : runtime) {
      names.add(name + colon + "_" + name);
    }
    String list = "{ " + String.join(", ", names) + " }";
    String module = Quoting.quote(options.importSource() + "/jsx-runtime");
    if (r.modules.isModule()) {
      r.edits.insert(r.scan.input.length(), "\nimport " + list + " from " + module + ";");
    } else {
      r.edits.insert(at, "const " + list + " = require(" + module + "); ");
    }
  }
}
