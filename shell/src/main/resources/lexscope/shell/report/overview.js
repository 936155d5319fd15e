import { add, element } from './dom.js';
import { bytes, counted, hue, number, share } from './format.js';
import { childrenOf, growth, report, tree } from './model.js';
import { nodeLink } from './paths.js';
import { address } from './state.js';
import { finding } from './policies.js';
import { suspectCard } from './suspects.js';
import { bar, table } from './tables.js';

// The first view: how large the heap is, what it is made of, and where to look.

function tile(title, value, more, link) {
  return element(link ? 'a' : 'div', { class: 'tile card', href: link ?? null },
    element('span', { class: 'quiet small' }, title),
    element('strong', null, value),
    element('span', { class: 'quiet small' }, more));
}

function tiles() {
  const { totals } = report;
  const unused = report.dead ? report.dead.bytes : null;
  const gap = report.comparison?.gaps.find((each) => each.keeper === 'v8' && each.other === 'used');
  return element('div', { class: 'tiles' },
    tile('Alive', bytes(totals.bytes), `${counted(totals.nodes, 'node')}, ${counted(totals.edges, 'edge')}`, address('dominators')),
    tile('Closures', number(totals.closures), 'function objects alive', address('retained', 'function')),
    tile('Environment Records', number(report.records.records), `alive under policy ${report.records.policy}`, address('records')),
    tile('Leak suspects', number(report.suspectCount), `of ${bytes(report.suspects.thresholdBytes)}, or many alike`, address('suspects')),
    unused === null ? null
      : tile('Kept without use', bytes(unused), `by bindings that no living closure uses (${report.dead.policy})`, address('policies')),
    gap && gap.bindingBytes > 0 ? tile('v8 against used', `+${bytes(gap.extraBytes)}`, 'kept only because closures share', address('policies')) : null,
    growth ? tile('Growth', signed(growth.heaps.at(-1).bytes - growth.heaps[0].bytes), `over ${counted(growth.heaps.length, 'heap')}`, address('growth')) : null);
}

function signed(count) {
  return count > 0 ? `+${bytes(count)}` : bytes(count);
}

function kinds() {
  const rows = report.kind.rows;
  const strip = element('div', { class: 'strip', 'aria-hidden': 'true' }, rows.map((row) => {
    const part = element('span', { class: `hue-${hue(row.name)}` });
    part.style.setProperty('flex-grow', String(row.bytes));
    return part;
  }));
  return element('section', { class: 'card' }, element('h2', null, 'What the heap is made of'), strip,
    element('ul', { class: 'legend' }, rows.map((row) =>
      element('li', { class: `hue-${hue(row.name)}` },
        element('span', { class: 'swatch', 'aria-hidden': 'true' }),
        element('span', null, row.name), element('span', { class: 'quiet' }, ` ${bytes(row.bytes)} · ${share(row.bytes, report.kind.totalBytes)} · ${number(row.nodes)}`)))));
}

function largest() {
  return element('section', { class: 'card' }, element('h2', null, 'What retains most'),
    table(
      [
        { title: 'Node', value: (row) => tree.text[row], show: (row) => nodeLink(tree.text[row], tree.id[row]) },
        { title: 'Kind', tight: true, value: (row) => tree.kind[row] },
        { title: 'Retained', number: true, value: (row) => tree.retainedBytes[row], show: (row) => bar(tree.retainedBytes[row], tree.totalBytes, bytes(tree.retainedBytes[row])) },
        { title: 'Nodes', number: true, value: (row) => tree.retainedNodes[row] },
      ],
      childrenOf(0).slice(0, 10),
      { label: 'What retains most' }),
    element('p', null, element('a', { href: address('dominators') }, 'Walk the whole dominator tree')));
}

/** The bindings that keep most without use. */
function unused() {
  const { dead } = report;
  return element('section', { class: 'card' }, element('h2', null, 'Kept, but used by no living closure'),
    element('p', { class: 'quiet' }, `Together they keep ${bytes(dead.bytes)} under policy ${dead.policy}.`),
    element('ul', { class: 'findings' }, dead.bindings.slice(0, 3).map((each) => finding(each, report.totals.bytes))),
    dead.bindings.length > 3 ? element('p', null, element('a', { href: address('policies') }, 'All of them')) : null);
}

/** Shows the view. */
export function overview(main) {
  const suspects = report.suspects.suspects;
  add(main,
    element('h2', { class: 'visually-hidden' }, 'Overview'),
    tiles(),
    report.dead?.bindings.length > 0 ? unused() : null,
    element('section', { class: 'stack' },
      element('h2', null, 'Leak suspects'),
      suspects.length === 0
        ? element('p', { class: 'card' }, `Nothing that looks like a leak retains ${bytes(report.suspects.thresholdBytes)} or more.`)
        : suspects.slice(0, 3).map((suspect, i) => suspectCard(suspect, i, false)),
      suspects.length > 3 ? element('p', null, element('a', { href: address('suspects') }, `All ${number(report.suspectCount)} suspects`)) : null),
    element('div', { class: 'columns' }, largest(), kinds()),
  );
}
