/// Scope analysis: which binding lives in which Environment Record, what refers to it, and what
/// each capture policy makes of that. It sees the syntax tree only, nothing of the machine that
/// runs it.
package lexscope.js.scope;
