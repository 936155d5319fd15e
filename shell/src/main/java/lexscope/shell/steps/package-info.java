/// The stepper: a run recorded statement by statement, and shown in a terminal, as JSON or as a
/// page.
@org.jspecify.annotations.NullMarked
package lexscope.shell.steps;
