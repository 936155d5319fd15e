package lexscope.shell.command;

import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.Recording;
import lexscope.profiler.events.ProfilerEvents;
import lexscope.shell.invocation.Interruption;
import lexscope.shell.invocation.UserDataException;

/// A recording of what one command does, by Flight Recorder, with Lexscope's own events only.
///
/// If the process is ended from outside, Flight Recorder itself writes the file while the Java VM
/// shuts down: whoever closes the recording meanwhile would take away what is being written.
final class FlightRecording implements AutoCloseable {
  private final String file;
  private final Recording recording;
  private final Interruption interruption;

  private FlightRecording(String file, Recording recording, Interruption interruption) {
    this.file = file;
    this.recording = recording;
    this.interruption = interruption;
  }

  /// Starts a recording.
  ///
  /// @throws UserDataException if the file cannot be written
  static FlightRecording start(String file, Interruption interruption) {
    Path path = Programs.output(file);
    Recording recording = new Recording();
    try {
      recording.setName("Lexscope");
      recording.setDumpOnExit(true);
      recording.setDestination(path);
      ProfilerEvents.enableIn(recording);
      recording.start();
      return new FlightRecording(file, recording, interruption);
    } catch (IOException e) {
      recording.close();
      throw new UserDataException(file + ": cannot be written (" + e.getMessage() + ")");
    }
  }

  /// Writes the file.
  ///
  /// @throws UserDataException if that fails
  @Override
  public void close() {
    if (interruption.isEnding()) {
      return;
    }
    try {
      recording.stop();
    } catch (IllegalStateException _) {
      throw new UserDataException(file + ": cannot be written");
    } finally {
      recording.close();
    }
  }
}
