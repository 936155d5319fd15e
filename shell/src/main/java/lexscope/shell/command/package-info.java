/// One class per verb of the command line. A command writes to the streams that it is given, never
/// to those of the process, so that the interactive shell and the tests run the very same classes.
package lexscope.shell.command;
