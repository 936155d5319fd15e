package lexscope.js.syntax;

import lexscope.js.source.SourceText;

/// A function made from texts at run time.
///
/// @param source the text that was put together, which `toString` shows
/// @param function the function expression that this text is; it binds no name, although its text
///   says `anonymous`
public record DynamicFunction(SourceText source, FunctionNode function) {}
