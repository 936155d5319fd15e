package lexscope.js.test262;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of test262 with what its front matter says.
///
/// @param name its path below `test/`, with slashes
/// @param negativePhase `parse`, `resolution`, `runtime`, or empty for a test that is to succeed
/// @param negativeType the error's constructor
record TestFile(
    String name,
    Path path,
    String text,
    List<String> flags,
    List<String> includes,
    List<String> features,
    String negativePhase,
    String negativeType) {
  private static final Pattern FRONT_MATTER =
      Pattern.compile("/\\*---(.*?)---\\*/", Pattern.DOTALL);

  static TestFile parse(String name, Path path, String text) {
    Matcher matcher = FRONT_MATTER.matcher(text);
    String matter =
        matcher.find() ? matcher.group(1).replace("\r\n", "\n").replace('\r', '\n') : "";
    return new TestFile(
        name,
        path,
        text,
        list(matter, "flags"),
        list(matter, "includes"),
        list(matter, "features"),
        scalar(matter, "phase"),
        scalar(matter, "type"));
  }

  private static List<String> list(String matter, String key) {
    Matcher inline =
        Pattern.compile("^" + key + ":\\s*\\[(.*?)\\]", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(matter);
    if (inline.find()) {
      return Arrays.stream(inline.group(1).split(","))
          .map(String::strip)
          .filter(item -> !item.isEmpty())
          .toList();
    }
    Matcher block =
        Pattern.compile("^" + key + ":\\s*\\n((?:\\s+-\\s*.*\\n?)+)", Pattern.MULTILINE)
            .matcher(matter);
    return block.find()
        ? block
            .group(1)
            .lines()
            .map(line -> line.strip().replaceFirst("^-\\s*", ""))
            .filter(item -> !item.isEmpty())
            .toList()
        : List.of();
  }

  private static String scalar(String matter, String key) {
    Matcher matcher =
        Pattern.compile("^\\s+" + key + ":\\s*(\\S+)", Pattern.MULTILINE).matcher(matter);
    return matter.contains("negative:") && matcher.find() ? matcher.group(1) : "";
  }

  /// Whether each run of the test is of strict code: one run, or two.
  List<Boolean> runs() {
    if (has("onlyStrict")) {
      return List.of(true);
    }
    return has("noStrict") || has("raw") || has("module") ? List.of(false) : List.of(false, true);
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  boolean isNegative() {
    return !negativePhase.isEmpty();
  }
}
