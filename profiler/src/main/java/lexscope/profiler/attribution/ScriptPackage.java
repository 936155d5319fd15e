package lexscope.profiler.attribution;

import java.net.URI;
import java.net.URISyntaxException;

/// The package that a script belongs to, by its name alone.
public final class ScriptPackage {
  /// What the program itself is called.
  public static final String APPLICATION = "(application)";

  /// What the modules of Node are called.
  public static final String NODE = "node:";

  private static final String MODULES = "node_modules/";

  private ScriptPackage() {}

  /// The package of a script: below `node_modules` the innermost package's name with its scope, of
  /// modules of Node `node:`, of a script from the web its host, of an extension of a browser its
  /// id; else the application.
  public static String of(String script) {
    String path = script.replace('\\', '/');
    if (path.startsWith(NODE) || path.startsWith("internal/")) {
      return NODE;
    }
    int modules = path.lastIndexOf(MODULES);
    if (modules >= 0 && (modules == 0 || path.charAt(modules - 1) == '/')) {
      String name = path.substring(modules + MODULES.length());
      int end = name.indexOf('/');
      if (name.startsWith("@") && end >= 0) {
        end = name.indexOf('/', end + 1);
      }
      return end < 0 ? name : name.substring(0, end);
    }
    int scheme = path.indexOf("://");
    if (scheme > 0 && !path.startsWith("file:") && !path.startsWith("webpack")) {
      try {
        String host = new URI(path.substring(0, end(path, scheme + 3))).getHost();
        return host == null ? APPLICATION : host;
      } catch (URISyntaxException _) {
        return APPLICATION;
      }
    }
    return APPLICATION;
  }

  private static int end(String path, int from) {
    int slash = path.indexOf('/', from);
    return slash < 0 ? path.length() : slash;
  }
}
