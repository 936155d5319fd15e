/// Foreign formats of snapshot graphs. Imports `graph` only.
package lexscope.profiler.format;
