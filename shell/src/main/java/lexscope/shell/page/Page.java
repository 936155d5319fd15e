package lexscope.shell.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A page in one file: markup, style sheets, scripts and data. Its Content-Security-Policy lets it
/// run the scripts and apply the style sheets that it was made with, by their hashes, and load
/// nothing. The same parts give the same bytes.
///
/// Markup, style sheets and scripts are this program's own and taken as they are. Data may be
/// anything: it stands in the page such that no text in it can end its element.
public final class Page {
  private record Data(String id, String json) {}

  private final String title;
  private final List<String> styles = new ArrayList<>();
  private final List<String> scripts = new ArrayList<>();
  private final List<String> modules = new ArrayList<>();
  private final List<Data> data = new ArrayList<>();
  private final StringBuilder notices = new StringBuilder();
  private String body = "";

  /// An empty page.
  ///
  /// @param title what the window is called; any text
  public Page(String title) {
    this.title = title;
  }

  /// Adds a style sheet.
  ///
  /// @throws IllegalArgumentException if it would end its element
  public Page style(String css) {
    styles.add(closed(css, "</style"));
    return this;
  }

  /// Adds a classic script, which runs before the body is shown.
  ///
  /// @throws IllegalArgumentException if it would end its element
  public Page script(String text) {
    scripts.add(closed(text, "</script"));
    return this;
  }

  /// Adds a script that is a module; it runs when the page has been read. Several files become one
  /// with {@link LinkedModules}.
  ///
  /// @throws IllegalArgumentException if it would end its element
  public Page module(String text) {
    modules.add(closed(text, "</script"));
    return this;
  }

  /// Adds data, which scripts find as `JSON.parse(document.getElementById(id).textContent)`.
  ///
  /// @param id the element's id: letters, digits, hyphens
  /// @param json any JSON text
  public Page data(String id, String json) {
    data.add(new Data(id, json));
    return this;
  }

  /// Sets the markup of the body.
  public Page body(String markup) {
    body = markup.replace("\r\n", "\n");
    return this;
  }

  /// Adds the notice of a library that the page carries, as a comment at the top.
  ///
  /// @throws IllegalArgumentException if it would end the comment
  public Page notice(String text) {
    if (text.contains("--")) {
      throw new IllegalArgumentException("a notice must not contain two hyphens");
    }
    notices.append("<!--\n").append(text.strip()).append("\n-->\n");
    return this;
  }

  /// The file.
  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /// The markup.
  public String text() {
    StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    out.append(notices).append("<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .append(securityPolicy())
        .append("\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.append("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.append("<link rel=\"icon\" href=\"data:,\">\n");
    out.append("<title>").append(escaped(title)).append("</title>\n");
    styles.forEach(css -> out.append("<style>").append(css).append("</style>\n"));
    out.append("</head>\n<body>\n").append(body).append('\n');
    for (Data each : data) {
      out.append("<script type=\"application/json\" id=\"").append(escaped(each.id()));
      out.append("\">").append(harmless(each.json())).append("</script>\n");
    }
    scripts.forEach(text -> out.append("<script>").append(text).append("</script>\n"));
    modules.forEach(
        text -> out.append("<script type=\"module\">").append(text).append("</script>\n"));
    return out.append("</body>\n</html>\n").toString();
  }

  /// Nothing may be loaded but images from the page itself; `'none'` where there is nothing to
  /// allow.
  private String securityPolicy() {
    Set<String> executed = new LinkedHashSet<>();
    scripts.forEach(text -> executed.add(hash(text)));
    modules.forEach(text -> executed.add(hash(text)));
    Set<String> applied = new LinkedHashSet<>();
    styles.forEach(text -> applied.add(hash(text)));
    return "default-src 'none'; script-src "
        + sources(executed)
        + "; style-src "
        + sources(applied)
        + "; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String sources(Set<String> hashes) {
    return hashes.isEmpty()
        ? "'none'"
        : hashes.stream().map(hash -> "'" + hash + "'").collect(Collectors.joining(" "));
  }

  private static String hash(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Browsers read line ends as line feeds before they take the hash.
  private static String closed(String text, String end) {
    String plain = text.replace("\r\n", "\n");
    if (plain.toLowerCase(java.util.Locale.ROOT).contains(end) || plain.contains("<!--")) {
      throw new IllegalArgumentException("a part of a page must not contain " + end + " or <!--");
    }
    return plain;
  }

  /// Text as markup.
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /// The same JSON without any character that means something to a reader of markup or of scripts,
  /// and without halves of surrogate pairs, which UTF-8 has no bytes for. In JSON these stand in
  /// strings only, where they can be written as escapes.
  static String harmless(String json) {
    StringBuilder out = new StringBuilder(json.length() + (json.length() >> 6) + 16);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean half =
          Character.isHighSurrogate(c)
              ? i + 1 == json.length() || !Character.isLowSurrogate(json.charAt(i + 1))
              : Character.isLowSurrogate(c)
                  && (i == 0 || !Character.isHighSurrogate(json.charAt(i - 1)));
      if (c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029' || half) {
        out.append("\\u").append(String.format(java.util.Locale.ROOT, "%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
