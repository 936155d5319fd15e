/// Results of leak scenarios in the formats that people, build servers and editors read: a class
/// for each.
package lexscope.scenarios.report;
