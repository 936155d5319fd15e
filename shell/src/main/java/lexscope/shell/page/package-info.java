/// Self-contained pages: everything that a page needs is in its file, and it can load nothing.
@org.jspecify.annotations.NullMarked
package lexscope.shell.page;
