// Arrows from rows to the boxes that they refer to.
import { drawn } from './dom.js';
import { HEAD, ROW, shownRows } from './layout.js';

const ENVIRONMENT = ['[[Environment]]', '[[OuterEnv]]', 'LexicalEnvironment', 'VariableEnvironment'];

function sort(row) {
  return row.kind === 'w' ? 'weak' : ENVIRONMENT.includes(row.name) ? 'environment' : row.kind === 'b' ? 'binding' : 'property';
}

/** Where a row of a box is, from the top of the view. */
function rowY(place, index) {
  return index < 0 ? place.top + HEAD / 2 : place.top + HEAD + 4 + index * ROW + ROW / 2;
}

/** A curve from a row of one box to the head of another one. */
function curve(from, index, to, lane) {
  const y1 = rowY(from, index);
  const y2 = to.top + 14;
  if (from.column === to.column) {
    // Records are chained at their left side, all others at their right side.
    const left = from.column <= 1;
    const x1 = left ? from.left : from.left + from.width;
    const x2 = left ? to.left : to.left + to.width;
    const bow = (left ? -1 : 1) * Math.min(30, 14 + 4 * (lane % 4));
    return `M${x1},${y1} C${x1 + bow},${y1} ${x2 + bow},${y2} ${x2},${y2}`;
  }
  const right = to.column > from.column;
  const x1 = right ? from.left + from.width : from.left;
  const x2 = right ? to.left : to.left + to.width;
  const bow = (right ? 1 : -1) * Math.max(24, Math.min(90, Math.abs(x2 - x1) / 2));
  return `M${x1},${y1} C${x1 + bow},${y1} ${x2 - bow},${y2} ${x2},${y2}`;
}

/** The row that an edge of a path leaves from: -1 for the head of the box. */
function rowOfEdge(rows, how, target) {
  const name = how.replace(/^(binding|property|element) /, '');
  const named = rows.findIndex((row) => row.name === name && row.target === target);
  return named >= 0 ? named : rows.findIndex((row) => row.target === target);
}

/** Draws the arrows of a step into an svg element. */
export function drawArrows(svg, step, layout, all, path) {
  const made = [];
  const things = [...step.contexts.values(), ...step.boxes.values()];
  let lane = 0;
  for (const thing of things) {
    const from = layout.places.get(thing.key);
    const rows = shownRows(thing, all);
    const lexical = rows.find((row) => row.name === 'LexicalEnvironment')?.target;
    rows.forEach((row, index) => {
      const to = row.target && row.target !== thing.key ? layout.places.get(row.target) : null;
      const there = step.boxes.has(row.target) || step.contexts.has(row.target);
      if (!to || !there || (row.name === 'VariableEnvironment' && row.target === lexical)) {
        return;
      }
      made.push(drawn('path', {
        d: curve(from, index, to, lane++),
        class: `arrow ${sort(row)}`,
        'marker-end': `url(#${svg.dataset.heads}-${sort(row)})`,
        'data-from': thing.key,
        'data-row': row.name,
        'data-to': row.target,
      }));
    });
  }
  for (let i = 1; i < path.length; i++) {
    const from = layout.places.get(path[i - 1].key);
    const to = layout.places.get(path[i].key);
    const holder = step.boxes.get(path[i - 1].key) ?? step.contexts.get(path[i - 1].key);
    if (from && to && holder) {
      const index = rowOfEdge(shownRows(holder, all), path[i].how, path[i].key);
      made.push(drawn('path', {
        d: curve(from, index, to, i),
        class: 'arrow path',
        'marker-end': `url(#${svg.dataset.heads}-path)`,
        'data-from': path[i - 1].key,
        'data-to': path[i].key,
      }));
    }
  }
  svg.querySelector('.lines').replaceChildren(...made);
}

/** An empty picture for arrows. */
export function arrowPicture(name) {
  const heads = ['environment', 'binding', 'property', 'weak', 'path'].map((sort) =>
    drawn('marker', {
      id: `${name}-${sort}`, class: `head ${sort}`, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: sort === 'path' ? 5 : 7,
      markerHeight: sort === 'path' ? 5 : 7, orient: 'auto-start-reverse',
    }, drawn('path', { d: 'M0,0.5 L8,4 L0,7.5 Z' })));
  const svg = drawn('svg', { class: 'arrows', 'aria-hidden': 'true', 'data-heads': name }, drawn('defs', {}, ...heads), drawn('g', { class: 'lines' }));
  return svg;
}
