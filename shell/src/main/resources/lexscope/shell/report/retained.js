import { add, element } from './dom.js';
import { bytes, counted, number, share } from './format.js';
import { report } from './model.js';
import { address } from './state.js';
import { bar, table } from './tables.js';

// What classes, functions, modules and packages hold.

const TABS = [
  ['class', 'Classes'],
  ['function', 'Functions'],
  ['module', 'Modules'],
  ['package', 'Packages'],
];

function classes() {
  const rows = report.histogram.rows;
  const total = report.totals.bytes;
  return table(
    [
      { title: 'Class', value: (row) => row.name || `(${row.kind})` },
      { title: 'Kind', tight: true, value: (row) => row.kind },
      { title: 'Retained', number: true, value: (row) => row.retainedBytes, show: (row) => bar(row.retainedBytes, total, bytes(row.retainedBytes)) },
      { title: 'Own', number: true, value: (row) => row.shallowBytes, show: (row) => bytes(row.shallowBytes) },
      { title: 'Count', number: true, value: (row) => row.count },
    ],
    rows,
    { label: 'Classes', sort: 2, filter: true, note: cut(rows.length, report.histogramRows, 'class', 'classes') },
  );
}

function groups(key, title) {
  const answer = report[key];
  return table(
    [
      { title, value: (row) => row.name },
      { title: 'Bytes', number: true, value: (row) => row.bytes, show: (row) => bar(row.bytes, answer.totalBytes, bytes(row.bytes)) },
      { title: 'Share', number: true, value: (row) => row.bytes, show: (row) => share(row.bytes, answer.totalBytes) },
      { title: 'Retained', number: true, value: (row) => row.retainedBytes, show: (row) => bytes(row.retainedBytes) },
      { title: 'Nodes', number: true, value: (row) => row.nodes },
    ],
    answer.rows,
    { label: `By ${key}`, sort: 1, filter: true, note: cut(answer.rows.length, report[`${key}Rows`], key, `${key}s`) },
  );
}

function cut(shown, all, one, several) {
  return shown < all ? `The first ${number(shown)} of ${number(all)} ${all === 1 ? one : several} are on this page; lexscope histo lists all.` : null;
}

const NOTES = {
  class: 'Live nodes by kind and name. What is retained goes with them one by one; a node inside another of its class counts within that one.',
  function: 'Each byte belongs to one row: that of the function that the node itself names, else that of the nearest node above in the dominator tree that names one.',
  module: 'Each byte belongs to one file: that in which the node was made or defined, else that of the nearest node above in the dominator tree.',
  package: 'As by module, the files of one package together.',
};

/** Shows the view; `what` says by what. */
export function retained(main, what) {
  const key = TABS.some(([name]) => name === what) ? what : 'class';
  add(main,
    element('h2', null, 'Retained'),
    element('nav', { class: 'tabs', 'aria-label': 'Retained by' }, TABS.map(([name, title]) =>
      element('a', { class: 'button', href: address('retained', name), 'aria-current': name === key ? 'page' : null }, title))),
    element('p', { class: 'quiet' }, NOTES[key], ` The heap has ${bytes(report.totals.bytes)} in ${counted(report.totals.nodes, 'node')}.`),
    element('section', { class: 'card' }, key === 'class' ? classes() : groups(key, TABS.find(([name]) => name === key)[1].replace(/e?s$/, (end) => (end === 'es' ? 'e' : '')))),
  );
}
