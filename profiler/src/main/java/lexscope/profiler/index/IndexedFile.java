package lexscope.profiler.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.graph.SnapshotGraph;
import org.jspecify.annotations.Nullable;

/// A snapshot file and the index beside it, `FILE.lexscope`, if that seems to be of this file.
/// While something is taken from the index, the file is summed on other threads; whether both
/// belong together is known when that is done.
final class IndexedFile implements AutoCloseable {
  private static final String SUFFIX = ".lexscope";

  /// So many bytes of an index may lie idle before it is written anew.
  private static final long MOST_UNUSED = 1 << 23;

  private final Path path;
  private final String build;
  private final long smallest;
  private @Nullable IndexFile index;

  /// The key of the file, as soon as it is known.
  private @Nullable ContentKey key;

  /// The file's key while it is not known yet whether it is that of the index.
  private ContentKey.@Nullable Reading unconfirmed;

  /// @param build others' indexes are not read
  /// @param smallest the size of a file in bytes from which on an index is kept
  IndexedFile(Path path, String build, long smallest) {
    this.path = path;
    this.build = build;
    this.smallest = smallest;
  }

  static Path indexOf(Path file) {
    return file.resolveSibling(nameOf(file) + SUFFIX);
  }

  private static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  /// Tells a file from all that have other bytes or another name.
  static String identity(Path file, ContentKey key) {
    return nameOf(file) + " " + key.text();
  }

  /// Whether the file is of a size from which on an index is kept.
  boolean isKept() throws IOException {
    return Files.isRegularFile(path) && Files.size(path) >= smallest;
  }

  long size() throws IOException {
    return Files.size(path);
  }

  boolean isWritable() {
    return Files.isWritable(path.toAbsolutePath().getParent());
  }

  /// Opens the index.
  ///
  /// @param first a section that every index has
  /// @return what that section holds; nothing if there is no index of this build and name
  <T> Optional<T> open(String first, IndexFile.Restore<T> restore) throws IOException {
    Optional<T> found = Optional.empty();
    if (isKept() && Files.isRegularFile(indexOf(path))) {
      try {
        IndexFile opened = IndexFile.open(indexOf(path), build, nameOf(path), size());
        index = opened;
        if (opened != null) {
          unconfirmed = ContentKey.Reading.of(path);
          found = opened.section(first, restore, true);
        }
      } catch (IOException | RuntimeException _) {
        // As good as none.
      }
    }
    if (found.isEmpty()) {
      close();
    }
    return found;
  }

  /// Whether the index, if there is one, is of this very file. Waits until that is known.
  boolean isConfirmed() {
    ContentKey.Reading reading = unconfirmed;
    IndexFile opened = index;
    if (reading == null || opened == null) {
      return true;
    }
    unconfirmed = null;
    try {
      ContentKey found = reading.key();
      key = found;
      return found.equals(opened.key());
    } catch (IOException _) {
      return false;
    }
  }

  /// What a section of the index holds; nothing if there is none, or no index.
  ///
  /// @param whole whether to fetch its columns now
  <T> Optional<T> section(String name, IndexFile.Restore<T> restore, boolean whole) {
    IndexFile opened = index;
    return opened == null ? Optional.empty() : opened.section(name, restore, whole);
  }

  boolean has(String section) {
    IndexFile opened = index;
    return opened != null && opened.has(section);
  }

  /// The index, if there is one.
  @Nullable IndexFile index() {
    return index;
  }

  /// The key of the file; null if it has no index and is not large enough for one.
  @Nullable ContentKey key() {
    return key;
  }

  /// Tells the file from all others; nothing if its key is not known.
  Optional<String> identity() {
    ContentKey known = key;
    return known == null ? Optional.empty() : Optional.of(identity(path, known));
  }

  /// Reads the file itself, and makes its key meanwhile.
  SnapshotGraph read(HeapSnapshotReader.Progress progress) throws IOException {
    long size = Files.isRegularFile(path) ? size() : -1;
    boolean keep = isKept();
    try (InputStream in = Files.newInputStream(path)) {
      KeyedInput keyed = new KeyedInput(in);
      SnapshotGraph read =
          HeapSnapshotReader.read(
              keep ? keyed : in,
              nameOf(path),
              size,
              HeapSnapshotReader.threads(),
              progress,
              () -> Files.newInputStream(path));
      key = keep ? keyed.key() : null;
      return read;
    }
  }

  /// Writes the index, or adds to the one that was opened.
  ///
  /// @param stores the new sections
  /// @param answers new answers by their sections
  void write(
      ContentKey of,
      Map<String, IndexFile.Store> stores,
      Map<String, String> answers,
      LongConsumer progress)
      throws IOException {
    progress.accept(0);
    IndexFile old = index;
    Path place = indexOf(path);
    Set<String> dropped = KeptAnswers.dropped(old, answers, of.size());
    Map<String, IndexFile.Store> added = new LinkedHashMap<>(stores);
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      if (!dropped.contains(answer.getKey())) {
        added.put(answer.getKey(), out -> out.text(answer.getValue()));
      }
    }
    IndexWriter writer =
        new IndexWriter(place, new IndexFile.Owner(build, nameOf(path), of), progress);
    if (old != null && old.unused() < MOST_UNUSED && Files.isWritable(place)) {
      writer.append(old, added, dropped::contains);
    } else {
      writer.write(old, added, dropped::contains);
    }
  }

  /// Gives an index that is older than its file the file's time: the same bytes were touched, and
  /// whoever compares times shall see that the index is of them.
  void touch() throws IOException {
    Path place = indexOf(path);
    if (Files.getLastModifiedTime(path).compareTo(Files.getLastModifiedTime(place)) > 0) {
      Files.setLastModifiedTime(place, Files.getLastModifiedTime(path));
    }
  }

  /// Closes the index; from here on there is none.
  @Override
  public void close() {
    ContentKey.Reading reading = unconfirmed;
    unconfirmed = null;
    if (reading != null) {
      reading.end();
    }
    IndexFile old = index;
    index = null;
    if (old != null) {
      try {
        old.close();
      } catch (IOException _) {
        // It was only read.
      }
    }
  }
}
