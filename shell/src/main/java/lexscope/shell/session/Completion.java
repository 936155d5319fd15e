package lexscope.shell.session;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.inspection.ContextNotation;
import lexscope.js.inspection.RecordCensus;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.vm.Frame;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.shell.command.Command;
import lexscope.shell.command.CompletedWords;
import lexscope.shell.command.Dispatcher;
import lexscope.shell.command.OptionValues;
import lexscope.shell.invocation.UserDataException;
import lexscope.shell.repl.Words;
import lexscope.shell.session.ShellVerb.Operand;
import org.apache.commons.cli.Option;
import org.jline.reader.Candidate;
import org.jspecify.annotations.Nullable;

/// What the Tab key offers: verbs in front; then what the verb takes: its options, targets by the
/// names of what is alive, files, policies, marks; in JavaScript the names of bindings.
final class Completion {
  /// How targets begin, and what they mean.
  static final Map<String, String> PREFIXES = CompletedWords.targets();

  private final Session session;
  private @Nullable DominatorTree namesOf;
  private HeapNames names = HeapNames.none();

  Completion(Session session) {
    this.session = session;
  }

  /// Where the word begins that the cursor is behind.
  int wordStart(String text) {
    int at = text.length();
    if (isVerb(text)) {
      while (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
        at--;
      }
    } else {
      while (at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1))) {
        at--;
      }
    }
    return at;
  }

  private boolean isVerb(String text) {
    return !Entries.firstWord(text).isEmpty() && session.entries().isVerbLine(text);
  }

  List<Candidate> candidates(String text) {
    List<Candidate> found = new ArrayList<>();
    String word = text.substring(wordStart(text));
    boolean first = text.stripLeading().equals(word);
    if (first) {
      addVerbs(found);
    }
    if (!isVerb(text) || first) {
      if (!word.isEmpty() || text.endsWith(".")) {
        addScript(found, text);
      }
      return found;
    }
    String verb = Entries.firstWord(text);
    ShellVerb own = session.verbs().get(verb);
    Command command = session.commands().get(verb);
    if (word.startsWith("-")) {
      addOptions(found, command);
      return found;
    }
    if (command != null) {
      List<OptionValues.Value> values =
          valuesAfter(text.substring(0, text.length() - word.length()), command);
      if (!values.isEmpty()) {
        addValues(found, values);
        return found;
      }
    }
    if (own != null) {
      addOperands(found, own, word);
    }
    if (command != null) {
      boolean needsTarget = command.operandsBeforeFile() == 1;
      int operands = Words.of(text.substring(0, wordStart(text))).size() - 1;
      if (needsTarget && operands == 0) {
        addTargets(found, word);
      } else if (own == null || own.operand() != Operand.MARK || word.contains("/")) {
        addFiles(found, word);
      }
    }
    return found;
  }

  private void addVerbs(List<Candidate> found) {
    session
        .commands()
        .forEach(
            (name, command) -> found.add(candidate(name, "questions", command.summary(), true)));
    session
        .verbs()
        .forEach((name, verb) -> {
          if (!session.commands().containsKey(name)) {
            found.add(candidate(name, "shell", verb.summary(), true));
          }
        });
  }

  private static Candidate candidate(
      String value, @Nullable String group, @Nullable String text, boolean complete) {
    return new Candidate(value, value, group, text, null, null, complete);
  }

  private static void addOptions(List<Candidate> found, @Nullable Command command) {
    if (command != null) {
      for (Option option : Dispatcher.withHelp(command.options()).getOptions()) {
        found.add(candidate("--" + option.getLongOpt(), null, option.getDescription(), true));
      }
    }
  }

  private static void addValues(List<Candidate> found, List<OptionValues.Value> values) {
    values.forEach(value -> found.add(candidate(value.text(), null, value.meaning(), true)));
  }

  /// What may follow the option that the cursor is behind; empty if it is behind none.
  private static List<OptionValues.Value> valuesAfter(String before, Command command) {
    String stripped = before.stripTrailing();
    String last = stripped.substring(stripped.lastIndexOf(' ') + 1);
    return Dispatcher.withHelp(command.options()).getOptions().stream()
        .filter(option -> last.equals("--" + option.getLongOpt()))
        .map(option -> OptionValues.of(command.name(), option))
        .findFirst()
        .orElse(List.of());
  }

  private void addOperands(List<Candidate> found, ShellVerb verb, String word) {
    switch (verb.operand()) {
      case NOTHING -> {}
      case TARGET -> addTargets(found, word);
      case FILE -> addFiles(found, word);
      case POLICY -> addValues(found, OptionValues.policies());
      case MARK ->
          session.marks().names().forEach(name -> found.add(candidate(name, null, null, true)));
      case BREAKPOINT -> {
        if (verb.name().equals("break")) {
          HeapNames known = names();
          found.add(candidate("alloc", null, "where something is made", true));
          known.sites().forEach(site -> found.add(candidate(site, "lines", null, true)));
          addCounted(found, "", known.closures());
        }
      }
      case VERB -> addVerbs(found);
    }
  }

  private void addTargets(List<Candidate> found, String word) {
    HeapNames known = names();
    int colon = word.indexOf(':');
    if (word.startsWith("#")) {
      known.ids().forEach((id, text) -> found.add(candidate("#" + id, null, text, true)));
    } else if (colon < 0) {
      PREFIXES.forEach((prefix, text) -> found.add(candidate(prefix, null, text, false)));
      found.add(candidate("#", null, "the node with an id", false));
    } else {
      switch (word.substring(0, colon + 1)) {
        case "record:" -> addCounted(found, "record:", known.functions());
        case "closure:" -> addCounted(found, "closure:", known.closures());
        case "class:" -> addCounted(found, "class:", known.classes());
        case "binding:" -> addAll(found, "binding:", known.bindings());
        case "site:" -> addAll(found, "site:", known.sites());
        default -> {}
      }
    }
  }

  private static void addCounted(
      List<Candidate> found, String prefix, Map<String, Integer> counts) {
    counts.forEach(
        (name, count) -> found.add(candidate(prefix + name, null, count + " alive", true)));
  }

  private static void addAll(List<Candidate> found, String prefix, Collection<String> texts) {
    texts.forEach(text -> found.add(candidate(prefix + text, null, null, true)));
  }

  /// Names that JavaScript can see: global bindings, those of functions where the program stands,
  /// and of the heap the names of functions and classes.
  private void addScript(List<Candidate> found, String text) {
    int start = wordStart(text);
    if (start > 0 && text.charAt(start - 1) == '.') {
      new ObjectNames(session.subject())
          .after(text.substring(0, start - 1))
          .forEach(name -> found.add(candidate(name, "properties", null, false)));
      return;
    }
    TreeSet<String> all = new TreeSet<>(names().globals());
    Subject subject = session.subject();
    Standing standing = subject.standing();
    Frame frame = standing == null ? null : standing.frame();
    if (frame != null) {
      EnvironmentRecord innermost = frame.environment();
      RecordCensus census =
          RecordCensus.of(subject.program().host().machine().heap(), CapturePolicy.WHOLE);
      ContextNotation.of(census)
          .getFirst()
          .registers()
          .forEach(record -> record.bindings().forEach(each -> all.add(each.name())));
      census.records().stream()
          .filter(entry -> isAround(entry, innermost))
          .forEach(entry -> {
            for (int slot = 0; slot < entry.record().partCount(); slot++) {
              all.add(entry.record().partName(slot));
            }
          });
    }
    all.removeIf(name -> name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0)));
    all.forEach(name -> found.add(candidate(name, "names", null, false)));
  }

  private static boolean isAround(RecordCensus.Entry entry, EnvironmentRecord innermost) {
    for (EnvironmentRecord each = innermost; each != null; each = each.outer()) {
      if (each == entry.record()) {
        return each.outer() != null;
      }
    }
    return false;
  }

  /// The names in the heap as it stands; none if the program has not begun or cannot be looked at.
  private HeapNames names() {
    if (!session.subject().isBegun()) {
      return HeapNames.none();
    }
    try {
      DominatorTree tree = session.tree();
      if (tree != namesOf) {
        names = HeapNames.of(tree);
        namesOf = tree;
      }
      return names;
    } catch (UserDataException _) {
      return HeapNames.none();
    }
  }

  private static void addFiles(List<Candidate> found, String word) {
    int slash = word.lastIndexOf('/');
    String folder = word.substring(0, slash + 1);
    TreeSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(Path.of(folder.isEmpty() ? "." : folder))) {
      for (Path entry : entries) {
        names.add(folder + entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""));
      }
    } catch (IOException | InvalidPathException _) {
      // No such folder: nothing to offer.
    }
    names.forEach(name -> found.add(candidate(name, "files", null, !name.endsWith("/"))));
  }
}
