package lexscope.profiler.index;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Writes indexes and adds to them. An index is written under another name and moved; what is added
/// goes behind what is there and counts only once all of it is. An interrupted thread stops at
/// once, with the index as it was.
final class IndexWriter {
  /// So much is copied at a time.
  private static final long PIECE = 1 << 24;

  private final Path index;
  private final IndexFile.Owner owner;
  private final LongConsumer progress;

  /// @param progress told how many bytes have been written
  IndexWriter(Path index, IndexFile.Owner owner, LongConsumer progress) {
    this.index = index;
    this.owner = owner;
    this.progress = progress;
  }

  /// Writes an index and puts it where another may be.
  ///
  /// @param kept an index whose sections are taken over, but for those that are added or `dropped`
  void write(
      @Nullable IndexFile kept, Map<String, IndexFile.Store> added, Predicate<String> dropped)
      throws IOException {
    Path folder = index.toAbsolutePath().getParent();
    Path file = Files.createTempFile(folder, ".lexscope", ".part");
    // Should the process end meanwhile, nothing is left behind.
    file.toFile().deleteOnExit();
    try {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.position(IndexHead.BYTES);
        Map<String, IndexFile.Section> sections = new LinkedHashMap<>();
        long offset = IndexHead.BYTES;
        if (kept != null) {
          for (Map.Entry<String, IndexFile.Section> entry : kept.sections().entrySet()) {
            if (!added.containsKey(entry.getKey()) && !dropped.test(entry.getKey())) {
              IndexFile.Section section = entry.getValue();
              copy(kept.channel(), section, channel, offset);
              sections.put(entry.getKey(), section.at(offset));
              offset += section.length();
            }
          }
        }
        finish(channel, 0, offset, sections, added);
      }
      Files.move(file, index, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void copy(FileChannel from, IndexFile.Section section, FileChannel to, long offset)
      throws IOException {
    for (long done = 0; done < section.length(); ) {
      long moved =
          from.transferTo(section.offset() + done, Math.min(PIECE, section.length() - done), to);
      if (moved <= 0) {
        throw new IOException("the index became shorter");
      }
      done += moved;
      progress.accept(offset + done);
    }
  }

  /// Adds to an index; does nothing if another process does so now or did since it was opened.
  ///
  /// @param kept the index
  /// @param dropped sections that it shall have no more
  void append(IndexFile kept, Map<String, IndexFile.Store> added, Predicate<String> dropped)
      throws IOException {
    IndexHead.Directory newest = kept.directory();
    boolean complete = false;
    try (FileChannel channel =
            FileChannel.open(index, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = lock(channel)) {
      if (lock == null || !isNewest(channel, newest)) {
        return;
      }
      Map<String, IndexFile.Section> sections = new LinkedHashMap<>(kept.sections());
      sections.keySet().removeIf(name -> added.containsKey(name) || dropped.test(name));
      channel.position(newest.end());
      try {
        finish(channel, newest.version() + 1, newest.end(), sections, added);
        complete = true;
      } finally {
        if (!complete) {
          cutOff(newest);
        }
      }
    }
  }

  /// Removes what was added in part.
  private void cutOff(IndexHead.Directory newest) throws IOException {
    // A channel whose thread is interrupted is closed; and this is soon done.
    boolean interrupted = Thread.interrupted();
    try (RandomAccessFile file = new RandomAccessFile(index.toFile(), "rw")) {
      if (isNewest(file.getChannel(), newest)) {
        file.setLength(newest.end());
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  private static boolean isNewest(FileChannel channel, IndexHead.Directory directory)
      throws IOException {
    List<IndexHead.Directory> directories = IndexHead.directories(channel);
    return !directories.isEmpty() && directories.getFirst().equals(directory);
  }

  private void finish(
      FileChannel channel,
      long version,
      long offset,
      Map<String, IndexFile.Section> sections,
      Map<String, IndexFile.Store> added)
      throws IOException {
    SectionOutput out = new SectionOutput(channel, offset, progress);
    for (Map.Entry<String, IndexFile.Store> entry : added.entrySet()) {
      entry.getValue().to(out);
      sections.put(entry.getKey(), out.end());
    }
    out.text(owner.build());
    out.text(owner.name());
    out.number(owner.key().size());
    out.longs(owner.key().sums());
    out.number(sections.size());
    for (Map.Entry<String, IndexFile.Section> entry : sections.entrySet()) {
      out.text(entry.getKey());
      out.number(entry.getValue().offset());
      out.number(entry.getValue().length());
      out.number(entry.getValue().head());
      out.number(entry.getValue().sum());
    }
    IndexFile.Section directory = out.end();
    IndexHead.write(
        channel,
        new IndexHead.Directory(version, directory.offset(), directory.length(), directory.sum()));
  }
}
