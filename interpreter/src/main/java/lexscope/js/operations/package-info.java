/// The abstract operations of ECMA-262 clause 7, one class per section, and the texts of the errors
/// that the language itself throws.
package lexscope.js.operations;
