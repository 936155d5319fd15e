import { element } from './dom.js';
import { number } from './format.js';

// Tables that sort, filter and grow on demand.

const STEP = 50;

/** A text over a bar as long as a part of a whole. */
export function bar(part, whole, text) {
  const line = element('span', { class: 'line', 'aria-hidden': 'true' });
  line.style.setProperty('--part', `${whole > 0 ? Math.max(0, Math.min(100, (100 * part) / whole)) : 0}%`);
  return element('span', { class: 'bar' }, line, element('span', null, text));
}

/**
 * A table.
 *
 * columns: `{title, value(row), show(row), number, tight, spare}`; `value` is sorted by and searched in, `show` makes the cell; a
 * tight one is never broken, a spare one is left out if it is empty everywhere.
 * options: `label`, `sort` (index of the column that it is sorted by at first, descending for numbers), `filter`, `note`.
 */
export function table(all, rows, options) {
  const columns = all.filter((column) => !column.spare || rows.some((row) => column.value(row)));
  let sorted = options.sort === undefined ? -1 : columns.indexOf(all[options.sort]);
  let falling = sorted >= 0 && columns[sorted].number === true;
  let most = STEP;
  let wanted = '';
  const body = element('tbody');
  const more = element('button', { type: 'button', onclick: () => { most += STEP * 4; fill(); } });
  const heads = columns.map((column, i) =>
    element(
      'th',
      { scope: 'col', class: column.number ? 'number' : null },
      element('button', {
        type: 'button',
        class: 'plain sorter',
        onclick: () => {
          falling = sorted === i ? !falling : column.number === true;
          sorted = i;
          fill();
        },
      }, column.title),
    ),
  );

  function chosen() {
    const words = wanted.toLowerCase();
    const kept = words
      ? rows.filter((row) => columns.some((column) => !column.number && String(column.value(row)).toLowerCase().includes(words)))
      : [...rows];
    if (sorted >= 0) {
      const { value } = columns[sorted];
      const way = falling ? -1 : 1;
      kept.sort((a, b) => {
        const [x, y] = [value(a), value(b)];
        return way * (typeof x === 'number' ? x - y : x < y ? -1 : x > y ? 1 : 0);
      });
    }
    return kept;
  }

  function fill() {
    const kept = chosen();
    body.replaceChildren(
      ...kept.slice(0, most).map((row) =>
        element('tr', null, columns.map((column, i) =>
          element('td', { class: column.number ? 'number' : column.tight ? 'tight' : null },
            column.show ? column.show(row) : column.number ? number(column.value(row)) : String(column.value(row))))),
      ),
    );
    heads.forEach((head, i) => head.setAttribute('aria-sort', i !== sorted ? 'none' : falling ? 'descending' : 'ascending'));
    more.hidden = kept.length <= most;
    more.textContent = `Show more (${number(kept.length - most)} left)`;
    if (kept.length === 0) {
      body.append(element('tr', null, element('td', { colspan: columns.length, class: 'quiet' }, 'Nothing to show.')));
    }
  }

  const filter = options.filter
    ? element('input', {
        type: 'search',
        class: 'filter',
        'aria-label': `Filter ${options.label}`,
        placeholder: 'Filter',
        oninput: (event) => { wanted = event.target.value; most = STEP; fill(); },
      })
    : null;
  fill();
  return element(
    'div',
    { class: 'table' },
    filter,
    element('div', { class: 'scrolled', tabindex: '0', role: 'region', 'aria-label': options.label },
      element('table', null, element('thead', null, element('tr', null, heads)), body)),
    more,
    options.note ? element('p', { class: 'quiet small note' }, options.note) : null,
  );
}
