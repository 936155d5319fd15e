/// Environment Records, ECMA-262 section 9.1: one class per kind, and which of their edges each
/// capture policy follows.
package lexscope.js.environment;
