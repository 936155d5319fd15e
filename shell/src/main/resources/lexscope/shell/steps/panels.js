// Source, console and queues of one program.
import { element } from './dom.js';

const WORD = /[\p{ID_Continue}$]+|./uy;

function sourceLine(text, number, at, callers) {
  const here = at && at.line === number;
  const code = element('code', {});
  if (here && at.column - 1 < text.length) {
    WORD.lastIndex = at.column - 1;
    const word = WORD.exec(text)?.[0] ?? '';
    code.append(text.slice(0, at.column - 1), element('mark', {}, word), text.slice(at.column - 1 + word.length));
  } else {
    code.append(text === '' ? ' ' : text);
  }
  return element('li', { class: `${here ? 'here' : callers.has(number) ? 'caller' : ''}`, 'aria-current': here ? 'step' : null, value: String(number) }, code);
}

/** The source of the running statement, with the lines marked where its callers wait. */
export class SourcePanel {
  constructor(program) {
    this.program = program;
    this.name = element('span', { class: 'mono file' });
    this.list = element('ol', { class: 'source', tabindex: '0', 'aria-label': 'Source' });
    this.root = element('section', { class: 'card panel source-panel' }, element('h2', {}, 'Source ', this.name), this.list);
    this.shown = 0;
  }

  show(step) {
    const waiting = [...step.contexts.values()].filter((each) => !each.type.startsWith('suspended'));
    const at = step.at ?? null;
    const number = at && at.source >= 0 ? at.source : this.shown;
    const source = this.program.sources[number];
    this.shown = number;
    if (!source) {
      return;
    }
    const callers = new Set(waiting.slice(1).map((each) => each.at).filter((each) => each.source === number).map((each) => each.line));
    const marked = at && at.source === number ? at : null;
    this.name.textContent = source.name;
    this.list.classList.toggle('failed', step.moment === 'failed');
    this.list.replaceChildren(...source.lines.map((line, index) => sourceLine(line, index + 1, marked, callers)));
    const here = this.list.querySelector('.here');
    if (here) {
      const top = here.offsetTop - this.list.offsetTop;
      if (top < this.list.scrollTop + 20 || top > this.list.scrollTop + this.list.clientHeight - 50) {
        this.list.scrollTop = Math.max(0, top - this.list.clientHeight / 2);
      }
    }
  }
}

/** What the program has printed so far. */
export class ConsolePanel {
  constructor() {
    this.list = element('ol', { class: 'console', tabindex: '0', 'aria-label': 'Console', role: 'log' });
    this.root = element('section', { class: 'card panel console-panel' }, element('h2', {}, 'Console'), this.list);
  }

  show(step) {
    const fresh = step.output.length - step.printed.length;
    this.list.replaceChildren(...step.output.map((line, index) =>
      element('li', { class: `${line.error ? 'error' : ''} ${index >= fresh ? 'fresh' : ''}` }, line.text === '' ? ' ' : line.text)));
    if (step.output.length === 0) {
      this.list.append(element('li', { class: 'quiet' }, 'nothing yet'));
    }
    this.list.scrollTop = this.list.scrollHeight;
  }
}

function waiting(each, select) {
  const [text, target, due] = each;
  return element('li', {},
    due >= 0 ? element('span', { class: 'badge' }, `at ${due} ms`) : null, ' ',
    target ? element('button', { type: 'button', class: 'plain link', onclick: () => select(target) }, text) : text);
}

/** The queues of jobs and timers; only those that are ever used. */
export class QueuePanel {
  constructor(program, select) {
    this.select = select;
    this.lists = ['process.nextTick', 'Jobs (microtasks)', 'Timers'].map((title, index) => {
      const used = program.steps.some((step) => step.queues[index].length > 0);
      const list = element('ol', { class: 'queue', 'aria-label': title });
      return { used, list, title };
    });
    this.clock = element('span', { class: 'badge', title: 'Virtual time: nothing waits in truth' });
    const used = this.lists.filter((each) => each.used);
    this.root = element('section', { class: 'card panel queue-panel', hidden: used.length === 0 }, element('h2', {}, 'Queues ', this.clock),
      used.map((each) => [element('h3', {}, each.title), each.list]));
  }

  show(step) {
    this.clock.textContent = `${step.millis} ms`;
    step.queues.forEach((queue, index) => {
      this.lists[index].list.replaceChildren(...queue.map((each) => waiting(each, this.select)));
      if (queue.length === 0) {
        this.lists[index].list.append(element('li', { class: 'quiet' }, 'empty'));
      }
    });
  }
}
