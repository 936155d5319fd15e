/// What one invocation of the program has to do with whoever makes it: where it reads and writes,
/// how the user ends it, what is said about wrong words and wrong files, and the exit code. All
/// verbs share it, and it knows none of them.
@org.jspecify.annotations.NullMarked
package lexscope.shell.invocation;
