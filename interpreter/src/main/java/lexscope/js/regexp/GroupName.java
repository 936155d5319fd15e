package lexscope.js.regexp;

import java.util.List;

/// A name of groups.
///
/// @param name without the angle brackets, escapes resolved
/// @param indices of the groups that bear it, rising, from 1; at most one of them takes part in a
///   match
public record GroupName(String name, List<Integer> indices) {}
