/// Leak tests: a scenario file does something again and again and says what may be alive
/// afterwards.
package lexscope.scenarios.leaks;
