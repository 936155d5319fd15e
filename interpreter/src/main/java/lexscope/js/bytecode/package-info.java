/// Bytecode: the instructions of a register machine, the compiler that makes them from the syntax
/// tree, liveness of registers, and listings.
@org.jspecify.annotations.NullMarked
package lexscope.js.bytecode;
