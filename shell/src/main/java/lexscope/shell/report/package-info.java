/// What a report page shows: the answers of the other verbs about a heap, as data, and the page
/// around them.
package lexscope.shell.report;
