// The lives of all records, functions and objects as bars over the steps.
import { element } from './dom.js';
import { caption } from './words.js';

const MOST = 300;
const ORDER = ['record', 'function', 'object'];

export class Lives {
  constructor(program, go, select) {
    this.program = program;
    this.count = program.steps.length;
    this.bars = new Map();
    this.body = element('div', { class: 'bars', tabindex: '0', role: 'group', 'aria-label': 'Lives' });
    const lives = [...program.lives.values()].filter((life) => life.kind !== 'context')
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.first - b.first);
    for (const life of lives.slice(0, MOST)) {
      this.body.append(this.bar(life, go, select));
    }
    this.now = element('div', { class: 'now' });
    this.root = element('section', { class: 'card panel lives' },
      element('h2', {}, 'Lives ', element('span', { class: 'quiet small' }, 'from birth to death; click to go there')),
      this.body,
      lives.length > MOST ? element('p', { class: 'quiet' }, `and ${lives.length - MOST} more`) : null);
  }

  bar(life, go, select) {
    const until = life.died ? life.last + 1 : this.count;
    const line = element('span', { class: 'line' });
    line.style.left = `${(100 * life.first) / this.count}%`;
    line.style.width = `${(100 * (until - life.first)) / this.count}%`;
    const thing = life.largest;
    const made = element('button', { type: 'button', class: `bar ${life.kind}${life.died ? ' died' : ''}`, 'data-life': life.key,
      'aria-label': `${thing.title}, ${thing.type}: from step ${life.first + 1} ${life.died ? `to its death at step ${life.last + 2}` : 'to the end'}`,
      onclick: (event) => {
        const box = track.getBoundingClientRect();
        const at = Math.floor(((event.clientX - box.left) / box.width) * this.count);
        select(life.key);
        go(event.detail === 0 || at < 0 || at >= this.count ? life.first : at);
      } });
    const track = element('span', { class: 'track' }, line);
    made.append(element('span', { class: 'label' }, element('b', {}, thing.title), ' ', element('span', { class: 'quiet' }, caption(thing))), track);
    this.bars.set(life.key, made);
    return made;
  }

  show(index, selected) {
    this.body.style.setProperty('--now', `${(index + 0.5) / this.count}`);
    for (const [key, bar] of this.bars) {
      const life = this.program.lives.get(key);
      bar.classList.toggle('alive', life.first <= index && index <= life.last);
      bar.classList.toggle('selected', key === selected);
    }
  }
}
