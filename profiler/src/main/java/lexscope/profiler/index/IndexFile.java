package lexscope.profiler.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lexscope.profiler.graph.ColumnInput;
import lexscope.profiler.graph.ColumnOutput;
import lexscope.profiler.graph.DamagedColumnException;
import org.jspecify.annotations.Nullable;

/// The layout of an index: a head that says where its directory is ({@link IndexHead}), sections,
/// and the directory, which also holds what the index is of and which build wrote it. Directory,
/// heads of sections and blocks of columns have checksums of their own, so that each can be trusted
/// without a look at the others. No byte that a directory leads to is ever changed; what is added
/// goes behind it ({@link IndexWriter}).
final class IndexFile implements AutoCloseable {
  private static final int LARGEST_DIRECTORY = 1 << 24;

  /// What an index is of.
  ///
  /// @param build which build of the program wrote it
  /// @param name the name of the file, which answers show
  record Owner(String build, String name, ContentKey key) {}

  /// Where a section is.
  ///
  /// @param head so many of its last bytes are its head, of which `sum` is the checksum
  record Section(long offset, long length, int head, long sum) {
    /// The same section elsewhere.
    Section at(long other) {
      return new Section(other, length, head, sum);
    }
  }

  /// Keeps a section.
  @FunctionalInterface
  interface Store {
    void to(ColumnOutput out) throws IOException;
  }

  /// Gives a section back.
  @FunctionalInterface
  interface Restore<T> {
    T from(ColumnInput in) throws IOException;
  }

  private final BlockFile file;
  private final Map<String, Section> sections;
  private final Owner owner;
  private final IndexHead.Directory directory;

  private IndexFile(
      BlockFile file, Map<String, Section> sections, Owner owner, IndexHead.Directory directory) {
    this.file = file;
    this.sections = sections;
    this.owner = owner;
    this.directory = directory;
  }

  /// Opens an index if it is one of this owner, as far as can be told without the file that it is
  /// of: that has to have its {@link #key}.
  ///
  /// @param size the size of the file
  static @Nullable IndexFile open(Path index, String build, String name, long size)
      throws IOException {
    BlockFile file = new BlockFile(index);
    try {
      IndexFile opened = newest(file);
      Owner owner = opened.owner;
      if (owner.build.equals(build) && owner.name.equals(name) && owner.key.size() == size) {
        return opened;
      }
    } catch (RuntimeException | IOException e) {
      file.close();
      throw e;
    }
    file.close();
    return null;
  }

  /// The key of the file that the index is of.
  ContentKey key() {
    return owner.key;
  }

  /// The sections in the order in which they were written.
  Map<String, Section> sections() {
    return sections;
  }

  /// Where the directory is.
  IndexHead.Directory directory() {
    return directory;
  }

  /// The whole file, to be copied from.
  FileChannel channel() {
    return file.channel();
  }

  /// How many bytes of the file no section has.
  long unused() {
    return directory.end() - sections.values().stream().mapToLong(Section::length).sum();
  }

  private static IndexFile newest(BlockFile file) throws IOException {
    IOException failure = new IOException("the head of the index is damaged");
    for (IndexHead.Directory directory : IndexHead.directories(file.bytes(0, IndexHead.BYTES))) {
      try {
        return read(file, directory);
      } catch (IOException e) {
        failure = e;
      }
    }
    throw failure;
  }

  private static IndexFile read(BlockFile file, IndexHead.Directory directory) throws IOException {
    long length = directory.length();
    if (length > LARGEST_DIRECTORY || directory.end() > file.size()) {
      throw new IOException("the directory of the index is cut off");
    }
    Section whole = new Section(directory.offset(), length, (int) length, directory.sum());
    SectionInput in = head(file, whole);
    Owner owner = new Owner(in.text(), in.text(), new ContentKey(in.number(), in.longs()));
    Map<String, Section> sections = new LinkedHashMap<>();
    for (long left = in.number(); left > 0; left--) {
      sections.put(
          in.text(), new Section(in.number(), in.number(), (int) in.number(), in.number()));
    }
    return new IndexFile(file, sections, owner, directory);
  }

  private static SectionInput head(BlockFile file, Section section) throws IOException {
    long blocksEnd = section.offset + section.length - section.head;
    if (section.head < 0 || blocksEnd < section.offset || section.offset < 0) {
      throw new IOException("the directory of the index is damaged");
    }
    byte[] head = file.bytes(blocksEnd, section.head);
    if (file.sum(head) != section.sum) {
      throw new IOException("a section of the index is damaged");
    }
    return new SectionInput(file, head, section.offset, blocksEnd);
  }

  /// What a section holds; nothing if it is not there or damaged.
  ///
  /// @param whole whether to fetch its columns now; otherwise it shows later whether they are
  ///   damaged, when they are asked for
  <T> Optional<T> section(String name, Restore<T> restore, boolean whole) {
    Section section = sections.get(name);
    if (section == null) {
      return Optional.empty();
    }
    try {
      SectionInput in = head(file, section);
      T value = restore.from(in);
      if (whole) {
        in.fetchAll();
      }
      return Optional.of(value);
    } catch (IOException
        | DamagedColumnException
        | IllegalArgumentException
        | IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  /// Whether there is a section of that name.
  boolean has(String name) {
    return sections.containsKey(name);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
