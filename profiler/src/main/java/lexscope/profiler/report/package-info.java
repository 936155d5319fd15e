/// Answers as data, as text for a terminal and as JSON. No terminal is known here: no colours, no
/// widths but those of the text.
package lexscope.profiler.report;
