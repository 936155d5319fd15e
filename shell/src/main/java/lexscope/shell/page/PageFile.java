package lexscope.shell.page;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import lexscope.shell.invocation.UserDataException;

/// The file that a page is written to.
public final class PageFile {
  private PageFile() {}

  /// Writes a page. The file appears when it is complete: until then what was there stays. A link
  /// or a device is written to and not replaced, and so is a file in a folder that must not change.
  ///
  /// @param path where the page goes
  /// @param name how the user called that
  /// @throws UserDataException if it cannot be written
  public static void write(Page page, Path path, String name) {
    byte[] bytes = page.bytes();
    try {
      Path folder = path.toAbsolutePath().getParent();
      boolean isPlain =
          Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
              || !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
      if (!isPlain || folder == null || !Files.isWritable(folder)) {
        Files.write(path, bytes);
        return;
      }
      Path part = path.resolveSibling("." + path.getFileName() + ".part");
      try {
        // Not Files.createTempFile, which gives others no right to read.
        Files.write(part, bytes);
        replace(part, path);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UserDataException(name + ": cannot be written (" + e.getMessage() + ")");
    }
  }

  private static void replace(Path part, Path path) throws IOException {
    try {
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
