package lexscope.shell.repl;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/// What the Tab key offers: verbs in front, then the verb's options and the names of files.
public final class VerbCompleter implements Completer {
  private final Map<String, List<String>> optionsOfVerbs;

  /// Takes the options of each verb, with their dashes.
  public VerbCompleter(Map<String, List<String>> optionsOfVerbs) {
    this.optionsOfVerbs = Map.copyOf(optionsOfVerbs);
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    offer(line, candidates);
  }

  void offer(ParsedLine line, List<Candidate> candidates) {
    if (line.wordIndex() == 0) {
      new TreeSet<>(optionsOfVerbs.keySet()).forEach(verb -> candidates.add(new Candidate(verb)));
    } else if (line.word().startsWith("-")) {
      optionsOfVerbs
          .getOrDefault(line.words().getFirst(), List.of())
          .forEach(option -> candidates.add(new Candidate(option)));
    } else {
      addFiles(line.word(), candidates);
    }
  }

  private static void addFiles(String word, List<Candidate> candidates) {
    int slash = word.lastIndexOf('/');
    String folder = word.substring(0, slash + 1);
    TreeSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(Path.of(folder.isEmpty() ? "." : folder))) {
      for (Path entry : entries) {
        names.add(folder + entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""));
      }
    } catch (IOException _) {
      // No such folder: nothing to offer.
    }
    for (String name : names) {
      candidates.add(new Candidate(name, name, null, null, null, null, !name.endsWith("/")));
    }
  }
}
