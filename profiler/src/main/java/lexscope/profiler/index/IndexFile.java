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
import org.jspecify.annotations.Nullable;

/// The layout of an index: sections, a directory of them, and a foot of 32 bytes that says where
/// the directory is. Directory and sections have checksums of their own; the directory also holds
/// what the index is of and which build wrote it. Nothing is changed in place: an index is written
/// under another name and moved.
final class IndexFile implements AutoCloseable {
  /// To be raised when what is kept, or what is made of a file, changes.
  static final int FORMAT = 3;

  private static final long MAGIC = 0x45504f435358454cL; // LEXSCOPE
  private static final int FOOT = 4 * Long.BYTES;
  private static final int LARGEST_DIRECTORY = 1 << 24;

  /// What an index is of.
  ///
  /// @param build which build of the program wrote it
  /// @param name the name of the file, which answers show
  record Owner(String build, String name, ContentKey key) {}

  /// Where a section is.
  record Section(long offset, long length, long sum) {}

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

  private final FileChannel channel;
  private final Map<String, Section> sections;

  private IndexFile(FileChannel channel, Map<String, Section> sections) {
    this.channel = channel;
    this.sections = sections;
  }

  /// Opens an index if it is one of this owner.
  ///
  /// @param key makes the key of the file; not asked if something else is wrong already
  /// @param size the size of the file
  static @Nullable IndexFile open(Path index, String build, String name, long size, KeySource key)
      throws IOException {
    FileChannel channel = FileChannel.open(index);
    try {
      Map<String, Section> sections = directory(channel, build, name, size, key);
      if (sections != null) {
        return new IndexFile(channel, sections);
      }
    } catch (RuntimeException | IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return null;
  }

  /// Makes the key of a file.
  @FunctionalInterface
  interface KeySource {
    ContentKey key() throws IOException;
  }

  private static @Nullable Map<String, Section> directory(
      FileChannel channel, String build, String name, long size, KeySource key) throws IOException {
    ByteBuffer foot = ByteBuffer.allocate(FOOT).order(ByteOrder.LITTLE_ENDIAN);
    long end = channel.size() - FOOT;
    if (end < 0 || channel.read(foot, end) != FOOT) {
      return null;
    }
    foot.flip();
    long offset = foot.getLong();
    long length = foot.getLong();
    long sum = foot.getLong();
    if (foot.getLong() != MAGIC + FORMAT
        || offset < 0
        || length < 0
        || length > LARGEST_DIRECTORY
        || offset != end - length) {
      return null;
    }
    Map<String, Section> sections = new LinkedHashMap<>();
    SectionInput in = new SectionInput(channel, offset, length);
    // All of it is read in any case: the sum is that of the whole directory.
    boolean sameBuild = in.text().equals(build);
    boolean sameName = in.text().equals(name);
    ContentKey kept = new ContentKey(in.number(), in.longs());
    for (long left = in.number(); left > 0; left--) {
      sections.put(in.text(), new Section(in.number(), in.number(), in.number()));
    }
    return in.isIntact(sum)
            && sameBuild
            && sameName
            && kept.size() == size
            && kept.equals(key.key())
        ? sections
        : null;
  }

  /// What a section holds; nothing if it is not there or damaged.
  <T> Optional<T> section(String name, Restore<T> restore) throws IOException {
    Section section = sections.get(name);
    if (section == null) {
      return Optional.empty();
    }
    SectionInput in = new SectionInput(channel, section.offset, section.length);
    try {
      T value = restore.from(in);
      return in.isIntact(section.sum) ? Optional.of(value) : Optional.empty();
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException _) {
      return Optional.empty();
    }
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
              kept.channel.transferTo(section.offset + done, section.length - done, channel);
          if (moved <= 0) {
            throw new IOException("the index became shorter");
          }
          done += moved;
        }
        sections.put(entry.getKey(), new Section(offset, section.length, section.sum));
        offset += section.length;
      }
    }
    SectionOutput out = new SectionOutput(channel);
    long before = offset;
    for (Map.Entry<String, Store> entry : added.entrySet()) {
      long start = before + out.size();
      entry.getValue().to(out);
      long sum = out.end();
      sections.put(entry.getKey(), new Section(start, before + out.size() - start, sum));
    }
    long start = before + out.size();
    out.text(owner.build);
    out.text(owner.name);
    out.number(owner.key.size());
    out.longs(owner.key.sums());
    out.number(sections.size());
    for (Map.Entry<String, Section> entry : sections.entrySet()) {
      out.text(entry.getKey());
      out.number(entry.getValue().offset);
      out.number(entry.getValue().length);
      out.number(entry.getValue().sum);
    }
    long length = before + out.size() - start;
    long sum = out.end();
    out.number(start);
    out.number(length);
    out.number(sum);
    out.number(MAGIC + FORMAT);
    out.end();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
