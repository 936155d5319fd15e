/// Reading command lines, from a person at a terminal or from a pipe. What the lines do is the
/// commands' business.
package lexscope.shell.repl;
