package lexscope.shell.steps;

import org.jspecify.annotations.Nullable;

/// A job or a call that waits for its turn.
///
/// @param text what will be done
/// @param target the key of what will be called, if that is known
/// @param dueMillis when it is due, in virtual milliseconds; negative for jobs, which wait for
///   nothing but the end of what runs
public record Waiting(String text, @Nullable String target, double dueMillis) {}
