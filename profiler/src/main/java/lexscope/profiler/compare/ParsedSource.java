package lexscope.profiler.compare;

import lexscope.profiler.graph.ScopeTable;

/// The scopes of one source text that somebody parsed.
///
/// @param scopes its scopes
/// @param text the text as the engine ran it
/// @param before how many characters the parser saw before it: offsets of scopes count them
public record ParsedSource(ScopeTable scopes, String text, int before) {}
