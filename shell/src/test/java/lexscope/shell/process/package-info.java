/// Tests of the packed program as a process: they run after packaging, by the launcher.
package lexscope.shell.process;
