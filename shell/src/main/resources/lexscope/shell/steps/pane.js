// One program: its source, console and queues, its heap, and the lives of what is in it.
import { element } from './dom.js';
import { HeapView } from './heapview.js';
import { ConsolePanel, QueuePanel, SourcePanel } from './panels.js';
import { Details } from './details.js';
import { Lives } from './lives.js';

function listed(things) {
  const names = things.slice(0, 4).map((thing) => thing.title);
  return names.join(', ') + (things.length > 4 ? ` and ${things.length - 4} more` : '');
}

/** What happened since the step before, in a sentence or two. */
function told(step, before) {
  const running = [...step.contexts.values()].find((each) => each.type === 'running');
  const now = {
    statement: running ? `About to run line ${step.at?.line} in ${running.title}.` : '',
    failed: 'An error was not caught: the program has failed.',
    ended: 'The program has ended: nothing is left to run.',
  }[step.moment];
  const born = before ? [...step.boxes.values()].filter((each) => !before.boxes.has(each.key)) : [];
  const died = [...step.dying.values()].filter((each) => each.kind !== 'context');
  const ended = [...step.dying.values()].filter((each) => each.kind === 'context');
  return [now,
    ended.length > 0 ? `Ended: ${listed(ended)}.` : '',
    born.length > 0 ? `New: ${listed(born)}.` : '',
    died.length > 0 ? `Dead: ${listed(died)}.` : ''].filter(Boolean);
}

export class Pane {
  /** `beside` says whether there is another one; `go` takes the index of a step; `changed` is told that something else is selected. */
  constructor(program, number, beside, go, changed) {
    this.program = program;
    this.selected = null;
    this.changed = changed;
    this.last = Math.max(0, program.steps.length - 1);
    const select = (key) => this.select(key);
    this.source = new SourcePanel(program);
    this.console = new ConsolePanel();
    this.queues = new QueuePanel(program, select);
    this.heap = new HeapView(program, `heads${number}`, select);
    this.details = new Details(program, go, select);
    this.lives = new Lives(program, go, select);
    this.told = element('p', { class: 'told', 'aria-live': 'polite' });
    this.heapRoot = element('section', { class: 'card panel heap-panel' }, this.told, this.heap.root);
    const side = [this.source.root, this.console.root, this.queues.root];
    this.root = element('article', { class: 'pane', 'aria-label': program.file },
      beside
        ? [element('div', { class: 'side' }, side), this.heapRoot, element('div', { class: 'below' }, this.details.root, this.lives.root)]
        : [element('div', { class: 'side' }, side, this.details.root), element('div', { class: 'wide' }, this.heapRoot, this.lives.root)]);
    this.index = 0;
  }

  /** Selects what has a key; what is selected already, or null, selects nothing. */
  select(key) {
    this.selected = key === this.selected ? null : key;
    this.changed();
  }

  arrange(all) {
    this.heap.arrange(this.heapRoot.clientWidth - 2, all);
  }

  show(index) {
    if (this.program.steps.length === 0) {
      return;
    }
    this.index = Math.min(index, this.last);
    const step = this.program.steps[this.index];
    this.source.show(step);
    this.console.show(step);
    this.queues.show(step);
    this.heap.show(this.index, this.selected);
    this.details.show(this.index, this.selected);
    this.lives.show(this.index, this.selected);
    const before = this.index > 0 ? this.program.steps[this.index - 1] : null;
    this.told.replaceChildren(...told(step, before).map((each) => element('span', {}, each, ' ')));
  }
}
