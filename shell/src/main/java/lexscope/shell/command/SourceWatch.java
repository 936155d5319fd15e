package lexscope.shell.command;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Waits for changes of program files in a folder and the folders in it; packages, hidden folders
/// and build results are left alone.
///
/// Cost: one watch of the operating system for each folder.
final class SourceWatch implements AutoCloseable {
  private static final Pattern PROGRAM =
      Pattern.compile(".*\\.(?:[cm]?[jt]s|[jt]sx|json|html|heapsnapshot(?:\\.gz)?)");
  private static final Pattern LEFT_ALONE =
      Pattern.compile("node_modules|target|dist|build|coverage|\\..+");

  /// Editors write a file in several steps; what comes within this time is one change.
  private static final long QUIET_MILLIS = 100;

  private final WatchService service;
  private final Map<WatchKey, Path> folders = new LinkedHashMap<>();

  /// Watches folders.
  ///
  /// @throws IOException if one of them cannot be watched
  SourceWatch(List<Path> roots) throws IOException {
    service = FileSystems.getDefault().newWatchService();
    for (Path root : roots) {
      register(root);
    }
  }

  private void register(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (!folder.equals(root)
                && LEFT_ALONE.matcher(String.valueOf(folder.getFileName())).matches()) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            folders.put(folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE), folder);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException cause) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// Waits until a program file has changed since the last call.
  ///
  /// @return one that changed
  /// @throws InterruptedException if the thread is interrupted meanwhile
  Path awaitChange() throws InterruptedException {
    while (true) {
      Optional<Path> changed = changes(service.take());
      WatchKey next = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      while (next != null) {
        Optional<Path> more = changes(next);
        changed = changed.isPresent() ? changed : more;
        next = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      }
      if (changed.isPresent()) {
        return changed.get();
      }
    }
  }

  private Optional<Path> changes(WatchKey key) {
    Path folder = folders.getOrDefault(key, Path.of(""));
    Optional<Path> changed = Optional.empty();
    for (WatchEvent<?> event : key.pollEvents()) {
      if (!(event.context() instanceof Path name)) {
        continue;
      }
      Path path = folder.resolve(name);
      if (event.kind() == ENTRY_CREATE && Files.isDirectory(path)) {
        registerNew(path);
      } else if (changed.isEmpty() && PROGRAM.matcher(name.toString()).matches()) {
        changed = Optional.of(path.normalize());
      }
    }
    key.reset();
    return changed;
  }

  private void registerNew(Path folder) {
    try {
      if (!LEFT_ALONE.matcher(String.valueOf(folder.getFileName())).matches()) {
        register(folder);
      }
    } catch (IOException _) {
      // It is gone again, or may not be read: then nothing in it can be run either.
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
