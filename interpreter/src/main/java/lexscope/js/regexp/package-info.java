/// Regular expressions of ECMA-262 section 22.2: a parser for both grammars (Annex B and Unicode),
/// a compiler to a small instruction set, and a backtracking matcher that keeps its choices on a
/// stack of its own. Nothing here knows of the interpreter: patterns and inputs are Java strings of
/// UTF-16 code units, answers are arrays of offsets.
package lexscope.js.regexp;
