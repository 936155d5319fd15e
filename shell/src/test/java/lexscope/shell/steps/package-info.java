/// Tests of the stepper: what it records, and what a reader can do on its page.
package lexscope.shell.steps;
