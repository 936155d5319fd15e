package lexscope.gc;

/// What one collection did.
///
/// @param number counts from 1
/// @param cause why it ran
/// @param rule the tracing rule's name
/// @param cellsBefore cells in the table before
/// @param cellsAfter cells in the table after
/// @param bytesBefore modelled bytes before: the living of the last collection and what was
///   allocated since
/// @param bytesAfter modelled bytes that survived
/// @param markNanos time spent in marking, weak processing included
/// @param sweepNanos time spent in sweeping
public record CollectionSummary(
    long number,
    String cause,
    String rule,
    int cellsBefore,
    int cellsAfter,
    long bytesBefore,
    long bytesAfter,
    long markNanos,
    long sweepNanos) {}
