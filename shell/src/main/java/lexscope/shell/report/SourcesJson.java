package lexscope.shell.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Scope;
import lexscope.js.source.Position;
import lexscope.js.source.SourceText;

/// Sources with the captured bindings in them as JSON: small files whole, of others the lines
/// around the names.
final class SourcesJson {
  private static final int MOST_FILES = 40;
  private static final int MOST_LINES = 4000;
  private static final int WHOLE_FILE_LINES = 400;
  private static final int LINES_AROUND = 3;

  /// Of a longer line, as minified files have them, the beginning is shown.
  private static final int LONGEST_LINE = 400;

  private final JsonWriter json;
  private final BindingFates fates;
  private int linesLeft = MOST_LINES;

  private SourcesJson(JsonWriter json, BindingFates fates) {
    this.json = json;
    this.fates = fates;
  }

  /// Writes the sources that have captured bindings, those first in which some are not used.
  static void write(JsonWriter json, List<CapturedNames.Source> sources, BindingFates fates)
      throws IOException {
    SourcesJson writer = new SourcesJson(json, fates);
    List<CapturedNames.Source> shown =
        sources.stream()
            .filter(source -> !source.captured().isEmpty())
            .sorted(Comparator.comparing(source -> !writer.hasUnused(source)))
            .toList();
    json.beginObject().name("count").value(shown.size()).name("files").beginArray();
    for (CapturedNames.Source source : shown.subList(0, Math.min(MOST_FILES, shown.size()))) {
      if (writer.linesLeft > 0) {
        writer.write(source);
      }
    }
    json.endArray().endObject();
  }

  private boolean hasUnused(CapturedNames.Source source) {
    return source.captured().stream()
        .anyMatch(name -> fates.of(name.binding()).state().equals("unused"));
  }

  /// A word to underline.
  private record Mark(int column, int length, int binding) {}

  private void write(CapturedNames.Source source) throws IOException {
    SourceText text = source.text();
    Map<Binding, Integer> numbers = new IdentityHashMap<>();
    List<Binding> bindings = new ArrayList<>();
    Map<Integer, List<Mark>> marks = new TreeMap<>();
    for (CapturedNames.Name name : source.captured()) {
      Integer known = numbers.get(name.binding());
      if (known == null) {
        known = bindings.size();
        numbers.put(name.binding(), known);
        bindings.add(name.binding());
      }
      Position place = text.position(name.token().start());
      marks
          .computeIfAbsent(place.line(), _ -> new ArrayList<>())
          .add(new Mark(place.column() - 1, name.token().end() - name.token().start(), known));
    }
    json.beginObject().name("file").value(text.name()).name("lineCount").value(lineCount(text));
    json.name("bindings").beginArray();
    for (Binding binding : bindings) {
      write(binding);
    }
    json.endArray().name("lines").beginArray();
    writeLines(text, marks);
    json.endArray().endObject();
  }

  private void write(Binding binding) throws IOException {
    BindingFates.Fate fate = fates.of(binding);
    json.beginObject().name("name").value(binding.name());
    json.name("function").value(binding.scope().ownerName());
    json.name("topLevel").value(isTopLevel(binding.scope()));
    json.name("place").value(String.valueOf(binding.scope().place()));
    json.name("declared").value(binding.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    json.name("state").value(fate.state()).name("records").value(fate.records());
    json.name("retainedBytes").value(fate.retainedBytes()).endObject();
  }

  /// Whether no function is around a scope but that which a CommonJS module is.
  private static boolean isTopLevel(Scope scope) {
    for (Scope each = scope; each != null; each = each.outer()) {
      if (each.isFunction()) {
        // It stands in parentheses.
        return each.start() <= 1 && each.end() >= each.source().text().length() - 1;
      }
    }
    return true;
  }

  /// The lines of the file itself; an empty one at the end, after the last line feed, does not
  /// count.
  private static int lineCount(SourceText text) {
    int count = text.ownLineCount();
    return count > 1 && text.lineText(count).isEmpty() ? count - 1 : count;
  }

  private void writeLines(SourceText text, Map<Integer, List<Mark>> marks) throws IOException {
    int count = lineCount(text);
    BitSet wanted = new BitSet();
    if (count <= WHOLE_FILE_LINES) {
      wanted.set(1, count + 1);
    } else {
      for (int line : marks.keySet()) {
        wanted.set(Math.max(1, line - LINES_AROUND), Math.min(count, line + LINES_AROUND) + 1);
      }
    }
    // Colours are found in the text as it was written, which is another than the one that runs if
    // that was translated.
    StringBuilder whole = new StringBuilder();
    int[] starts = new int[count + 2];
    for (int line = 1; line <= count; line++) {
      starts[line] = whole.length();
      whole.append(text.lineText(line)).append('\n');
    }
    starts[count + 1] = whole.length();
    List<SourceTokens.Token> tokens = SourceTokens.of(whole.toString());
    int next = 0;
    for (int line = wanted.nextSetBit(1);
        line > 0 && linesLeft > 0;
        line = wanted.nextSetBit(line + 1)) {
      linesLeft--;
      String shown = text.lineText(line);
      int length = Math.min(shown.length(), LONGEST_LINE);
      json.beginObject().name("line").value(line);
      json.name("text").value(shown.substring(0, length));
      if (shown.length() > length) {
        json.name("more").value(shown.length() - length);
      }
      while (next < tokens.size() && tokens.get(next).end() <= starts[line]) {
        next++;
      }
      json.name("tokens").beginArray();
      for (int i = next; i < tokens.size() && tokens.get(i).start() < starts[line + 1]; i++) {
        writeToken(tokens.get(i), starts[line], length);
      }
      json.endArray();
      if (marks.containsKey(line)) {
        json.name("marks").beginArray();
        for (Mark mark : marks.get(line)) {
          if (mark.column() >= 0 && mark.column() + mark.length() <= length) {
            json.beginArray().value(mark.column()).value(mark.length()).value(mark.binding());
            json.endArray();
          }
        }
        json.endArray();
      }
      json.endObject();
    }
  }

  /// Start, length and sort (`k`, `t`, `n`, `c`) of a token, as far as it is on this line.
  private void writeToken(SourceTokens.Token token, int lineStart, int length) throws IOException {
    String sort =
        switch (token.kind()) {
          case KEYWORD -> "k";
          case TEXT -> "t";
          case NUMBER -> "n";
          case COMMENT -> "c";
          case NAME, PROPERTY -> "";
        };
    int start = Math.max(0, token.start() - lineStart);
    int end = Math.min(length, token.end() - lineStart);
    if (!sort.isEmpty() && start < end) {
      json.beginArray().value(start).value(end - start).value(sort).endArray();
    }
  }
}
