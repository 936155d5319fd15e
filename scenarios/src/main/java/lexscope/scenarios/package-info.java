/// Scenarios: closure programs whose header says which values must be alive when the program is
/// idle, under each capture policy, and why. Nothing here knows a terminal.
package lexscope.scenarios;
