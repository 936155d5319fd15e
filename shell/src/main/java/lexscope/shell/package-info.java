/// The entry point of the program, and what it can be asked to do. Nothing else knows this package.
package lexscope.shell;
