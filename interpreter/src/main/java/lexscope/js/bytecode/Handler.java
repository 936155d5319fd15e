package lexscope.js.bytecode;

/// An entry of an exception handler table: a throw at `start` (inclusive) to `end` (exclusive) goes
/// on at `target`. The first entry that covers the place counts.
public record Handler(int start, int end, int target) {}
