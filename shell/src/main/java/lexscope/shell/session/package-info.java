/// The interactive shell: what it is about, where that stands, and the verbs that only it has.
package lexscope.shell.session;
