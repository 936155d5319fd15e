/// Execution: the agent, execution contexts, the interpreter loop, calls and suspensions (ECMA-262
/// clause 9).
package lexscope.js.vm;
