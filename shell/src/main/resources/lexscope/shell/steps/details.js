// What is told of a selected box: why it is alive now, when it was made, and when and why it dies.
import { element } from './dom.js';
import { pathTo, thingAt } from './trace.js';

function title(thing, key) {
  return thing ? `${thing.title}${thing.kind === 'object' || thing.kind === 'function' ? ` ${key}` : ''}` : key;
}

export class Details {
  /** `go` takes the index of a step, `select` a key. */
  constructor(program, go, select) {
    this.program = program;
    this.go = go;
    this.select = select;
    this.root = element('section', { class: 'card panel details', 'aria-live': 'polite', hidden: true });
  }

  show(index, selected) {
    this.root.hidden = !selected;
    const life = selected && this.program.lives.get(selected);
    if (!life) {
      return;
    }
    const step = this.program.steps[index];
    const thing = thingAt(step, selected) ?? life.largest;
    const alive = step.boxes.has(selected) || step.contexts.has(selected);
    this.root.replaceChildren(
      element('div', { class: 'details-head' },
        element('h2', {}, title(thing, selected), ' ', this.badge(step, index, life, alive)),
        element('button', { type: 'button', class: 'plain', 'aria-label': 'Close', onclick: () => this.select(null) }, '✕')),
      element('p', { class: 'quiet small' }, thing.type, thing.place ? ` (${thing.place})` : ''),
      this.jumps(life),
      alive ? this.why(step, selected) : this.lastHold(index, life));
  }

  badge(step, index, life, alive) {
    if (alive) {
      return element('span', { class: 'badge good' }, 'alive');
    }
    if (step.dying.has(life.key)) {
      return element('span', { class: 'badge bad' }, 'dies now');
    }
    return index < life.first
      ? element('span', { class: 'badge' }, 'not made yet')
      : element('span', { class: 'badge' }, life.died && index > life.last ? 'dead' : 'not shown');
  }

  jumps(life) {
    return element('p', { class: 'jumps' },
      element('button', { type: 'button', class: 'birth', onclick: () => this.go(life.first) }, `first seen at step ${life.first + 1}`),
      life.died
        ? element('button', { type: 'button', class: 'death', onclick: () => this.go(life.last + 1) }, `dies at step ${life.last + 2}`)
        : element('span', { class: 'badge good' }, this.program.cut ? 'alive when recording was cut' : 'alive to the end'));
  }

  why(step, key) {
    const path = pathTo(step, key);
    return element('div', { class: 'why' },
      element('h3', {}, 'Alive now because'),
      element('ol', {}, path.map((each, index) => element('li', {},
        index === 0 ? element('span', { class: 'root' }, 'root: ', each.how) : element('span', { class: 'edge mono' }, each.how),
        ' → ',
        element('button', { type: 'button', class: 'plain link', 'aria-current': each.key === key ? 'true' : null, onclick: () => this.select(each.key) },
          title(thingAt(step, each.key), each.key))))));
  }

  /** Before it died, it was held by something: that let it go. */
  lastHold(index, life) {
    if (index <= life.last || !life.died) {
      return null;
    }
    const before = this.program.steps[life.last];
    const hold = before.holds.get(life.key);
    const holder = hold?.from ? thingAt(before, hold.from) : null;
    const after = this.program.steps[life.last + 1];
    const gone = hold?.from && after.dying.has(hold.from);
    return element('div', { class: 'why' },
      element('h3', {}, `Why it died at step ${life.last + 2}`),
      element('p', {},
        'Until then it was held by ',
        holder
          ? element('button', { type: 'button', class: 'plain link', onclick: () => this.select(hold.from) }, title(holder, hold.from))
          : element('span', {}, 'a root'),
        hold ? element('span', { class: 'mono' }, ` (${hold.how})`) : '',
        gone ? (holder.kind === 'context' ? ', which ended.' : ', which died, too.') : ', which let it go.',
        ' No root reaches it any more.'));
  }
}
