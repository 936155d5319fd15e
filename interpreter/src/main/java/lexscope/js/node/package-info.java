/// Node's built-in modules, as far as they touch nothing of the machine: programs of
/// `lexscope/js/node` in the resources, and what these cannot do themselves.
package lexscope.js.node;
