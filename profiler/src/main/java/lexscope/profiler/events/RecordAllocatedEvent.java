package lexscope.profiler.events;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Throttle;

/// An Environment Record that was made since the collection before.
@Name("lexscope.RecordAllocated")
@Label("Record Allocated")
@Description(
    "A sample of the Environment Records made between two collections, told at the later one")
@Throttle("300/s")
final class RecordAllocatedEvent extends RecordEvent {}
