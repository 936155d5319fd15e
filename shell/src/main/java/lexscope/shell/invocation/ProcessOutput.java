package lexscope.shell.invocation;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Standard output or error of the process: UTF-8, buffered, and loud about a reader that has gone.
///
/// `PrintStream` swallows an `IOException`; a command that prints a million rows into a closed pipe
/// would print them all. This one throws [ClosedPipeException], which is unchecked and passes
/// through.
public final class ProcessOutput extends OutputStream {
  private static final int BUFFER_BYTES = 1 << 16;

  private final OutputStream target;

  private ProcessOutput(OutputStream target) {
    this.target = target;
  }

  /// The stream of a descriptor.
  ///
  /// @param flushLines whether each line is written out at once
  public static PrintStream of(FileDescriptor descriptor, boolean flushLines) {
    return of(new FileOutputStream(descriptor), flushLines);
  }

  static PrintStream of(OutputStream target, boolean flushLines) {
    return new PrintStream(
        new BufferedOutputStream(new ProcessOutput(target), BUFFER_BYTES),
        flushLines,
        StandardCharsets.UTF_8);
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      target.write(bytes, offset, length);
    } catch (IOException _) {
      throw new ClosedPipeException();
    }
  }

  @Override
  public void flush() {
    try {
      target.flush();
    } catch (IOException _) {
      throw new ClosedPipeException();
    }
  }
}
