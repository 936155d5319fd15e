package lexscope.profiler.compare;

/// What is alive under one policy.
///
/// @param policy its name
/// @param nodes how many nodes, the synthetic ones of the roots not counted
/// @param bytes their shallow sizes added up
public record PolicyTotals(String policy, int nodes, long bytes) {}
