import { element } from './dom.js';
import { nodeText, sortOf, hue } from './format.js';
import { rowOf, tree } from './model.js';
import { address } from './state.js';

// Paths that keep something alive, drawn from the root down.

/** A node's text, a link if the page has it in the dominator tree. */
export function nodeLink(text, id) {
  const row = rowOf(id);
  const number = id >= 0 ? element('span', { class: 'id' }, ` #${id}`) : null;
  return row === undefined
    ? element('span', null, text, number)
    : element('a', { href: address('dominators', String(id)) }, text, number);
}

function kindOf(id, text) {
  const row = rowOf(id);
  if (row !== undefined) {
    return tree.kind[row];
  }
  return /^(ER\d|Context|\w+EnvironmentRecord)/.test(text) ? 'record' : text.startsWith('closure ') ? 'closure' : text.startsWith('string ') ? 'string' : 'object';
}

function badgeOf(note) {
  const sort = note.startsWith('used by no living') ? 'bad' : note.startsWith('stale') ? 'warn' : 'good';
  return note ? element('span', { class: `badge ${sort}` }, note) : null;
}

/** Draws steps `{edge, note, text, id, root, kind}`. */
export function drawPath(steps, name) {
  return element(
    'ol',
    { class: 'path', 'aria-label': name },
    steps.map((step, i) => [
      step.gap ? element('li', { class: 'gap quiet' }, `… ${step.gap} steps left out …`) : null,
      element(
        'li',
        { class: `hue-${hue(step.kind ?? kindOf(step.id, step.text))}${i === steps.length - 1 ? ' target' : ''}` },
        element('span', { class: 'edge' }, step.root ? element('strong', null, step.edge) : step.edge, ' ', badgeOf(step.note)),
        element('span', { class: 'node' }, nodeLink(step.text, step.id)),
      ),
    ]),
  );
}

/** The steps of a path as answers have it. */
export function stepsOf(path, length, shownFirst) {
  const steps = [];
  let edge = '';
  let note = '';
  let root = false;
  let gap = 0;
  path.forEach((step, i) => {
    if (length > path.length && i === shownFirst) {
      gap = Math.ceil((length - path.length) / 2);
    }
    if (step.step === 'root') {
      edge = step.place ? `${step.kind} ${step.place}` : step.kind;
      root = true;
    } else if (step.step === 'edge') {
      edge = { context: `binding ${step.label}`, element: `element ${step.label}`, property: `property ${step.label}`, internal: step.label }[step.kind] ?? `${step.kind} ${step.label}`;
      note = step.note ?? '';
    } else {
      steps.push({ edge, note, root, gap, text: nodeText(step.node), id: step.node.id, kind: sortOf(step.node) });
      edge = note = '';
      root = false;
      gap = 0;
    }
  });
  return steps;
}
