/// The few interfaces of the web that programs about events and requests need: events, abort
/// signals, a small document, text encodings, and requests and responses as plain values. They
/// follow the DOM, HTML, Encoding and Fetch standards as far as they go; what is missing is absent.
///
/// They are built on `value`, `operations` and `intrinsics`; nothing of the language depends on
/// them.
package lexscope.js.web;
