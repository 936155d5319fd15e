/// The language's values (ECMA-262 clause 6): the primitives, property keys and descriptors, hidden
/// classes, and ordinary and exotic objects with their internal methods.
package lexscope.js.value;
