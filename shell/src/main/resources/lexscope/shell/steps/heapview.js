// The picture of a step: columns of contexts, records, functions and objects, with arrows.
import { element } from './dom.js';
import { arrowPicture, drawArrows } from './arrows.js';
import { HEAD, ROW, placed, shownRows } from './layout.js';
import { pathTo } from './trace.js';
import { ownerOf, subtitle } from './words.js';

const TITLES = { context: 'Execution contexts', record: 'Environment Records', function: 'Function objects', object: 'Objects' };
const COUNTED = { record: 'records', function: 'functions', object: 'objects' };

/** What a narrow column shows of a value: what stands in a column of functions need not be called one. */
function shortened(value) {
  return value
    .replace(/^\w+EnvironmentRecord \(.*\) in registers$/, 'ER')
    .replace(/ (in registers|without bindings)$/, '')
    .replace(/^function (?=.* #\d+$)/, '');
}

function rowElement(row, before) {
  if (row.kind === 'm') {
    return element('li', { class: 'row more' }, `… ${row.value}`);
  }
  const lost = row.value.includes('<not kept');
  return element('li', { class: `row${before ? ' changed' : ''}${lost ? ' lost' : ''}` },
    element('span', { class: 'name' }, row.name),
    element('span', { class: row.target ? 'value link' : 'value', title: row.value }, shortened(row.value)));
}

function changed(row, old) {
  return old !== undefined && (old.name !== row.name || old.value !== row.value);
}

/** Draws one program's heap into a container; `select` is called with the key of what is clicked. */
export class HeapView {
  constructor(program, name, select) {
    this.program = program;
    this.select = select;
    this.boxes = new Map();
    this.svg = arrowPicture(name);
    this.stage = element('div', { class: 'stage' }, this.svg);
    this.heads = element('div', { class: 'heads' });
    this.root = element('div', { class: 'heap', tabindex: '0', role: 'group', 'aria-label': `Contexts and heap of ${program.file}` },
      this.heads, this.stage);
  }

  /** Fits the columns to the width that there is. Places depend on nothing else, so they stay from step to step. */
  arrange(width, all) {
    this.all = all;
    this.layout = placed(this.program.lives, width, all);
    this.stage.style.width = `${this.layout.width}px`;
    this.heads.style.width = `${this.layout.width}px`;
    this.stage.style.height = `${this.layout.height}px`;
    this.svg.setAttribute('width', this.layout.width);
    this.svg.setAttribute('height', this.layout.height);
    this.boxes.forEach((each) => each.remove());
    this.boxes.clear();
  }

  show(index, selected) {
    const step = this.program.steps[index];
    const before = index > 0 ? this.program.steps[index - 1] : null;
    const path = selected && !step.dying.has(selected) ? pathTo(step, selected) : [];
    this.showHeads(step);
    const wanted = new Map([...step.contexts, ...step.boxes, ...step.dying]);
    for (const [key, box] of this.boxes) {
      if (!wanted.has(key)) {
        box.remove();
        this.boxes.delete(key);
      }
    }
    for (const [key, thing] of wanted) {
      const made = this.box(key, thing, step, before);
      made.classList.toggle('selected', key === selected);
      made.classList.toggle('held', path.some((each) => each.key === key));
      made.setAttribute('aria-pressed', String(key === selected));
    }
    drawArrows(this.svg, step, this.layout, this.all, path);
    this.stage.classList.toggle('tracing', path.length > 0);
  }

  showHeads(step) {
    this.heads.replaceChildren(...[...this.layout.columns].map(([kind, column]) => {
      const left = step.left[kind];
      const head = element('div', { class: `column-head ${kind}` }, TITLES[kind],
        left ? element('span', { class: 'badge warn', title: 'Alive, but not shown: the newest and those that contexts refer to are' }, `+${left} more ${COUNTED[kind]}`) : null);
      head.style.left = `${column.left}px`;
      head.style.width = `${column.width}px`;
      return head;
    }));
  }

  box(key, thing, step, before) {
    const dying = step.dying.has(key);
    const old = before && (before.boxes.get(key) ?? before.contexts.get(key));
    const born = before !== null && !old && !dying;
    const place = this.layout.places.get(key);
    const rows = shownRows(thing, this.all);
    const owner = ownerOf(thing);
    const oldRows = old && !dying ? shownRows(old, this.all) : [];
    const made = element('div', { class: 'box', role: 'button', tabindex: '0', 'data-key': key, 'aria-label': this.spoken(thing, dying),
      onclick: () => this.select(key),
      onkeydown: (event) => {
        if (event.key === 'Enter') {
          this.select(key);
        }
      } },
    element('div', { class: 'box-head' },
      element('span', { class: 'box-title' }, thing.title, owner ? element('span', { class: 'owner' }, ` of ${owner}`) : null),
      element('span', { class: 'box-id' }, key.startsWith('#') ? key : thing.registers ? 'registers' : ''),
      element('span', { class: 'box-type', title: thing.place ?? null }, subtitle(thing))),
    element('ul', { class: 'rows' }, rows.map((row, index) => rowElement(row, changed(row, oldRows[index])))));
    made.classList.add(thing.kind);
    made.classList.toggle('registers', Boolean(thing.registers));
    made.classList.toggle('dying', dying);
    made.classList.toggle('born', born);
    made.classList.toggle('running', thing.type === 'running' && thing.kind === 'context');
    made.style.left = `${place.left}px`;
    made.style.top = `${place.top}px`;
    made.style.width = `${place.width}px`;
    made.style.setProperty('--head', `${HEAD}px`);
    made.style.setProperty('--row', `${ROW}px`);
    const focused = this.boxes.get(key)?.contains(document.activeElement);
    const shown = this.boxes.get(key);
    if (shown) {
      shown.replaceWith(made);
    } else {
      this.stage.append(made);
    }
    this.boxes.set(key, made);
    if (focused) {
      made.focus({ preventScroll: true });
    }
    return made;
  }

  spoken(thing, dying) {
    return `${thing.title}, ${thing.type}${dying ? ', dies now' : ''}`;
  }
}
