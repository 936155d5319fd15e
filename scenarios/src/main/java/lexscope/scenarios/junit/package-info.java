/// Leak scenarios as JUnit tests.
package lexscope.scenarios.junit;
