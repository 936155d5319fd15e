package lexscope.profiler.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lexscope.profiler.graph.ColumnInput;
import lexscope.profiler.graph.ColumnOutput;
import lexscope.profiler.graph.DamagedColumnException;
import org.jspecify.annotations.Nullable;

/// The layout of an index: sections, a directory of them, and a foot of 32 bytes that says where
/// the directory is. Directory, heads of sections and blocks of columns have checksums of their
/// own, so that each can be trusted without a look at the others; the directory also holds what the
/// index is of and which build wrote it. Nothing is changed in place: an index is written under
/// another name and moved.
final class IndexFile implements AutoCloseable {
  /// To be raised when what is kept, or what is made of a file, changes.
  static final int FORMAT = 4;

  private static final long MAGIC = 0x45504f435358454cL; // LEXSCOPE
  private static final int FOOT = 4 * Long.BYTES;
  private static final int LARGEST_DIRECTORY = 1 << 24;

  /// What an index is of.
  ///
  /// @param build which build of the program wrote it
  /// @param name the name of the file, which answers show
  record Owner(String build, String name, ContentKey key) {}

  /// Where a section is.
  ///
  /// @param head so many of its last bytes are its head, of which `sum` is the checksum
  record Section(long offset, long length, int head, long sum) {}

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
  private final Map<String, Section> sections = new LinkedHashMap<>();
  private final Owner owner;

  private IndexFile(BlockFile file) throws IOException {
    this.file = file;
    this.owner = readDirectory();
  }

  /// Opens an index if it is one of this owner, as far as can be told without the file that it is
  /// of: that has to have its {@link #key}.
  ///
  /// @param size the size of the file
  static @Nullable IndexFile open(Path index, String build, String name, long size)
      throws IOException {
    BlockFile file = new BlockFile(index);
    try {
      IndexFile opened = new IndexFile(file);
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

  private Owner readDirectory() throws IOException {
    long end = file.size() - FOOT;
    if (end < 0) {
      throw new IOException("an index has a foot");
    }
    ByteBuffer foot = ByteBuffer.wrap(file.bytes(end, FOOT)).order(ByteOrder.LITTLE_ENDIAN);
    long offset = foot.getLong();
    long length = foot.getLong();
    long sum = foot.getLong();
    if (foot.getLong() != MAGIC + FORMAT
        || offset < 0
        || length < 0
        || length > LARGEST_DIRECTORY
        || offset != end - length) {
      throw new IOException("the foot of the index is damaged");
    }
    SectionInput in = head(offset, length, new Section(offset, length, (int) length, sum));
    Owner read = new Owner(in.text(), in.text(), new ContentKey(in.number(), in.longs()));
    for (long left = in.number(); left > 0; left--) {
      sections.put(
          in.text(), new Section(in.number(), in.number(), (int) in.number(), in.number()));
    }
    return read;
  }

  private SectionInput head(long offset, long length, Section section) throws IOException {
    long blocksEnd = offset + length - section.head;
    if (section.head < 0 || blocksEnd < offset || offset < 0) {
      throw new IOException("the directory of the index is damaged");
    }
    byte[] head = file.bytes(blocksEnd, section.head);
    if (file.sum(head) != section.sum) {
      throw new IOException("a section of the index is damaged");
    }
    return new SectionInput(file, head, offset, blocksEnd);
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
      SectionInput in = head(section.offset, section.length, section);
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

  /// How many sections have names that begin so.
  long count(String prefix) {
    return sections.keySet().stream().filter(name -> name.startsWith(prefix)).count();
  }

  /// Writes an index and puts it where another may be.
  ///
  /// @param kept an index whose sections are taken over, those of the same name excepted
  static void write(Path index, Owner owner, @Nullable IndexFile kept, Map<String, Store> added)
      throws IOException {
    Path folder = index.toAbsolutePath().getParent();
    Path file = Files.createTempFile(folder, ".lexscope", ".part");
    // Should the process end meanwhile, nothing is left behind.
    file.toFile().deleteOnExit();
    try {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        writeAll(channel, owner, kept, added);
      }
      Files.move(file, index, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void writeAll(
      FileChannel channel, Owner owner, @Nullable IndexFile kept, Map<String, Store> added)
      throws IOException {
    Map<String, Section> sections = new LinkedHashMap<>();
    long offset = 0;
    if (kept != null) {
      for (Map.Entry<String, Section> entry : kept.sections.entrySet()) {
        Section section = entry.getValue();
        if (added.containsKey(entry.getKey())) {
          continue;
        }
        for (long done = 0; done < section.length; ) {
          long moved =
              kept.file.channel().transferTo(section.offset + done, section.length - done, channel);
          if (moved <= 0) {
            throw new IOException("the index became shorter");
          }
          done += moved;
        }
        sections.put(
            entry.getKey(), new Section(offset, section.length, section.head, section.sum));
        offset += section.length;
      }
    }
    SectionOutput out = new SectionOutput(channel, offset);
    for (Map.Entry<String, Store> entry : added.entrySet()) {
      entry.getValue().to(out);
      sections.put(entry.getKey(), out.end());
    }
    out.text(owner.build);
    out.text(owner.name);
    out.number(owner.key.size());
    out.longs(owner.key.sums());
    out.number(sections.size());
    for (Map.Entry<String, Section> entry : sections.entrySet()) {
      out.text(entry.getKey());
      out.number(entry.getValue().offset);
      out.number(entry.getValue().length);
      out.number(entry.getValue().head);
      out.number(entry.getValue().sum);
    }
    Section directory = out.end();
    out.number(directory.offset);
    out.number(directory.length);
    out.number(directory.sum);
    out.number(MAGIC + FORMAT);
    out.end();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
