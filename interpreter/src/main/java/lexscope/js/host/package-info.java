/// What the specification leaves to the host: the console with its inspection of values.
package lexscope.js.host;
