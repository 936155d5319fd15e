/// Source texts and places in them. Imports nothing of the project.
package lexscope.js.source;
