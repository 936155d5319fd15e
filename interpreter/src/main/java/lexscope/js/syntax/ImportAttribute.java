package lexscope.js.syntax;

/// An ImportAttribute Record, ECMA-262 section 16.2.1.4.
public record ImportAttribute(String key, String value) {}
