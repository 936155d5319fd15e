package lexscope.shell.command;

import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.Recording;
import lexscope.profiler.events.ProfilerEvents;
import lexscope.shell.UserDataException;

/// A recording of what one command does, by Flight Recorder, with Lexscope's own events only.
///
/// The recorder itself writes the file if the process is ended from outside.
final class FlightRecording implements AutoCloseable {
  private final String file;
  private final Recording recording;

  private FlightRecording(String file, Recording recording) {
    this.file = file;
    this.recording = recording;
  }

  /// Starts a recording.
  ///
  /// @throws UserDataException if the file cannot be written
  static FlightRecording start(String file) {
    Path path = Programs.output(file);
    Recording recording = new Recording();
    try {
      recording.setName("Lexscope");
      recording.setDumpOnExit(true);
      recording.setDestination(path);
      ProfilerEvents.enableIn(recording);
      recording.start();
      return new FlightRecording(file, recording);
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
    try {
      recording.stop();
    } catch (IllegalStateException _) {
      throw new UserDataException(file + ": cannot be written");
    } finally {
      recording.close();
    }
  }
}
