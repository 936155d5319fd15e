package lexscope.shell.session;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sets places and ids in a line off by colour, and makes them something to click on (OSC 8): a
/// place opens the file, an id the place where the thing was made, a file that was written itself.
public final class Links {
  private static final Pattern SPOT =
      Pattern.compile(
          "(?<place>(?<file>[\\w./@+~-]*[\\w]\\.(?:[cm]?[jt]sx?))(?::(?<line>\\d+)(?::\\d+)?))|#(?<id>\\d+)\\b");

  /// How the shell says that it has written a file.
  private static final Pattern WRITTEN = Pattern.compile("written: (?<file>.+)");

  private static final int ID = 36;
  private static final int PLACE = 34;
  private static final String END = "\u001b]8;;\u001b\\";

  private final LongFunction<@Nullable String> placeOfId;

  /// Links by ids lead where `placeOfId` says, `FILE:LINE`.
  Links(LongFunction<@Nullable String> placeOfId) {
    this.placeOfId = placeOfId;
  }

  /// Whether the terminal is known to understand such links. `FORCE_HYPERLINK` decides before all
  /// else.
  public static boolean isUnderstood(Map<String, String> environment) {
    String forced = environment.get("FORCE_HYPERLINK");
    if (forced != null) {
      return !forced.equals("0");
    }
    String term = environment.getOrDefault("TERM", "");
    String program = environment.getOrDefault("TERM_PROGRAM", "");
    return switch (program) {
          case "iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio" -> true;
          default -> false;
        }
        || number(environment.get("VTE_VERSION")) >= 5000
        || number(environment.get("KONSOLE_VERSION")) >= 201200
        || environment.containsKey("WT_SESSION")
        || environment.containsKey("KITTY_WINDOW_ID")
        || environment.containsKey("DOMTERM")
        || term.startsWith("xterm-kitty")
        || term.startsWith("foot")
        || term.startsWith("alacritty");
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  /// The line with colours, and with links if they are asked for.
  String of(String line, boolean linked) {
    Matcher written = WRITTEN.matcher(line);
    if (written.matches()) {
      String file = written.group("file");
      return line.substring(0, written.start("file"))
          + coloured(file, PLACE, linked ? target(file, "") : null);
    }
    Matcher spot = SPOT.matcher(line);
    StringBuilder out = new StringBuilder();
    while (spot.find()) {
      boolean isId = spot.group("id") != null;
      String target =
          !linked
              ? null
              : isId ? ofId(spot.group("id")) : target(spot.group("file"), spot.group("line"));
      spot.appendReplacement(
          out, Matcher.quoteReplacement(coloured(spot.group(), isId ? ID : PLACE, target)));
    }
    return spot.appendTail(out).toString();
  }

  private static String coloured(String text, int colour, @Nullable String target) {
    String shown = "\u001b[" + colour + "m" + text + "\u001b[39m";
    return target == null ? shown : "\u001b]8;;" + target + "\u001b\\" + shown + END;
  }

  private @Nullable String ofId(String id) {
    String place = id.length() > 18 ? null : placeOfId.apply(Long.parseLong(id));
    if (place == null) {
      return null;
    }
    int colon = place.lastIndexOf(':');
    return target(place.substring(0, colon), place.substring(colon + 1));
  }

  private static @Nullable String target(String file, String line) {
    try {
      Path path = Path.of(file).toAbsolutePath().normalize();
      return Files.isRegularFile(path) ? path.toUri() + (line.isEmpty() ? "" : "#L" + line) : null;
    } catch (InvalidPathException _) {
      return null;
    }
  }
}
