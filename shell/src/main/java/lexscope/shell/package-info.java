/// The entry point of the process, and what every verb shares: exit codes, streams and the two
/// kinds of user error.
package lexscope.shell;
