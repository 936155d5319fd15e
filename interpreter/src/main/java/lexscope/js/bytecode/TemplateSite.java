package lexscope.js.bytecode;

import java.util.List;
import lexscope.js.syntax.TemplatePart;

/// A place in a program where a template is tagged: each has one template object (ECMA-262 section
/// 13.2.8.4).
///
/// The object itself, once made, takes the place of the site among the constants.
public record TemplateSite(List<TemplatePart> parts) {}
