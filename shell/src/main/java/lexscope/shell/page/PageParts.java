package lexscope.shell.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The files that pages are made of: style sheets, scripts and markup among this program's
/// resources.
public final class PageParts {
  private static final String CHARTS = "META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

  private PageParts() {}

  /// The style sheet of all pages: colours for light and dark as custom properties, text, buttons,
  /// tables, focus.
  public static String baseStyle() {
    return text(PageParts.class, "base.css");
  }

  /// The chart library, Apache ECharts, a classic script that makes `echarts`.
  public static String charts() {
    ClassLoader loader = PageParts.class.getClassLoader();
    try (InputStream in = loader == null ? null : loader.getResourceAsStream(CHARTS)) {
      return read(in, CHARTS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The notices that the licences of the chart library ask for.
  public static String chartsNotice() {
    return text(PageParts.class, "echarts-notice.txt");
  }

  /// The script of a page, its modules linked to one. Modules are looked for beside `of` and then
  /// among those that pages share.
  ///
  /// @param of a class in whose package the module lies
  /// @param main the name of the module that runs last
  public static String modules(Class<?> of, String main) {
    return LinkedModules.of(
        main, name -> text(of.getResource(name) == null ? PageParts.class : of, name));
  }

  /// The text of a file.
  ///
  /// @param of a class in whose package it lies
  public static String text(Class<?> of, String name) {
    try (InputStream in = of.getResourceAsStream(name)) {
      return read(in, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(@org.jspecify.annotations.Nullable InputStream in, String name)
      throws IOException {
    if (in == null) {
      throw new IllegalStateException("this program was packed without " + name);
    }
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
