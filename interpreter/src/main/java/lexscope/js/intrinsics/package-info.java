/// The realm and its intrinsic objects (ECMA-262 clauses 19 to 28): one class per constructor,
/// prototype or namespace, named as the specification names it.
package lexscope.js.intrinsics;
