import { add, element } from './dom.js';
import { makeChart, palette, tip } from './charts.js';
import { bytes, counted, hue, number, share, shortened } from './format.js';
import { chainOf, childrenOf, groupsOf, pathOf, report, restOf, rowOf, textOf, tree } from './model.js';
import { drawPath } from './paths.js';
import { address, go } from './state.js';
import { bar, table } from './tables.js';

// The dominator tree as treemap or sunburst with a list beside it: each shows what is inside of one node.

/** So much is drawn of a level; the rest is one box. */
const CHILDREN = 40;
const GROUPS = 12;
const LEVELS = { treemap: 3, sunburst: 4 };

/** Smaller parts of what is shown are not drawn. */
const LEAST = { treemap: 0.002, sunburst: 0.002 };

function addressOf(row, chart) {
  return address('dominators', row === 0 ? '' : String(tree.id[row]), { chart: chart === 'treemap' ? '' : chart });
}

/** Smaller boxes, in pixels, have no label. */
const LABELLED = 5000;

/** A level with one large part only does not count, up to so many. */
const DEEPEST = 9;

/** What a chart draws of a row: its largest children, the bytes of its own, and the rest by class. */
function drawnNode(row, { chart, whole, colours, area }, level = 0, depth = 0) {
  const sort = row === 0 ? 'code' : hue(tree.kind[row]);
  const node = {
    name: textOf(row),
    value: tree.retainedBytes[row],
    row,
    itemStyle: { color: colours.fill(sort, depth === 0 ? 10 : 38 - 8 * Math.min(depth, 3)), borderColor: colours.fill(sort, 70) },
  };
  const pixels = (area * node.value) / whole;
  if (chart === 'treemap') {
    node.label = { show: pixels > LABELLED };
    node.upperLabel = { show: pixels > LABELLED };
  }
  if (level === LEVELS[chart] || depth === DEEPEST) {
    return node;
  }
  const shown = childrenOf(row).slice(0, CHILDREN).filter((child) => tree.retainedBytes[child] >= whole * LEAST[chart]);
  const own = row === 0 ? 0 : tree.shallowBytes[row];
  let others = tree.retainedBytes[row] - own - shown.reduce((sum, child) => sum + tree.retainedBytes[child], 0);
  const groups = restOf(row, new Set(shown)).filter((each) => each.bytes >= whole * LEAST[chart]).slice(0, GROUPS);
  if (shown.length === 0 && groups.length === 0) {
    return node;
  }
  const part = (name, value, kind) => ({ name, value, row: -1, of: row, ...(chart === 'treemap' ? { label: { show: (area * value) / whole > LABELLED } } : {}), itemStyle: { color: colours.fill(kind, 14), borderColor: colours.fill(kind, 40), borderType: 'dashed' } });
  const isChain = chart === 'treemap' && shown.length === 1 && tree.retainedBytes[shown[0]] > 0.9 * node.value;
  node.children = shown.map((child) => drawnNode(child, { chart, whole, colours, area }, isChain ? level : level + 1, depth + 1));
  let left = childrenOf(row).length - shown.length + tree.hidden[row];
  for (const each of groups) {
    node.children.push(part(groupText(each), each.bytes, hue(each.kind)));
    others -= each.bytes;
    left -= each.count;
  }
  if (others > 0) {
    node.children.push(part(left > 0 ? counted(left, 'other') : 'the roots themselves', others, 'code'));
  }
  if (own > 0) {
    node.children.push(part('itself', own, hue(tree.kind[row])));
  }
  return node;
}

/** Nodes of one class together. */
function groupText(group) {
  const name = group.name.startsWith('(') || group.kind === 'object' ? group.name : `${group.kind} ${group.name}`;
  return `${number(group.count)} × ${shortened(name || `(${group.kind})`, 60)}`;
}

function label(colours) {
  return {
    color: colours.text,
    fontSize: 12,
    lineHeight: 17,
    overflow: 'truncate',
    formatter: ({ name, value }) => `${shortened(name, 80)}\n${bytes(value)}`,
  };
}

function treemapOf(root, colours) {
  return {
    type: 'treemap',
    data: root.children ?? [root],
    left: 0, top: 0, right: 0, bottom: 0,
    roam: false,
    nodeClick: false,
    breadcrumb: { show: false },
    visibleMin: 60,
    childrenVisibleMin: 1500,
    label: label(colours),
    upperLabel: { show: true, height: 22, padding: [0, 6], color: colours.text, fontWeight: 600, overflow: 'truncate', formatter: ({ name, value }) => `${shortened(name, 80)}  ${bytes(value)}` },
    itemStyle: { borderWidth: 1, gapWidth: 2 },
    emphasis: { itemStyle: { borderColor: colours.accent, borderWidth: 2 }, label: { color: colours.text }, upperLabel: { show: true, color: colours.text } },
    levels: [
      { itemStyle: { borderWidth: 0, gapWidth: 3, borderColor: colours.surface }, upperLabel: { show: false } },
      { itemStyle: { borderWidth: 1, gapWidth: 2 } },
      { itemStyle: { borderWidth: 1, gapWidth: 1 } },
      { itemStyle: { borderWidth: 1, gapWidth: 1 } },
    ],
  };
}

function sunburstOf(root, colours, radius) {
  const ring = (part) => Math.max(20, Math.floor(radius * part) - 10);
  return {
    type: 'sunburst',
    data: [root],
    radius: ['0%', '98%'],
    nodeClick: false,
    sort: undefined,
    itemStyle: { borderWidth: 1, borderColor: colours.surface, borderRadius: 3 },
    label: { ...label(colours), formatter: ({ name }) => shortened(name, 40), minAngle: 9, rotate: 'radial' },
    emphasis: { focus: 'none', itemStyle: { borderColor: colours.accent, borderWidth: 2 } },
    levels: [
      {},
      { r0: '0%', r: '22%', label: { rotate: 0, fontWeight: 600, width: 110 } },
      { r0: '22%', r: '48%', label: { width: ring(0.26) } },
      { r0: '48%', r: '70%', label: { width: ring(0.22) } },
      { r0: '70%', r: '86%', label: { show: false } },
      { r0: '86%', r: '98%', label: { show: false } },
    ],
  };
}

function breadcrumbs(row, chart) {
  const chain = chainOf(row);
  const shown = chain.length <= 6 ? chain : [...chain.slice(0, 2), null, ...chain.slice(-3)];
  return element('nav', { class: 'crumbs', 'aria-label': 'What dominates it' },
    element('ol', null, shown.map((at) =>
      element('li', null, at === null
        ? `… ${number(chain.length - 5)} more …`
        : at === row
          ? element('span', { 'aria-current': 'true' }, shortened(textOf(at), 70))
          : element('a', { href: addressOf(at, chart) }, shortened(textOf(at), 40))))));
}

/** What the colours mean. */
function colourKey() {
  const sorts = [...new Set(report.kind.rows.map((each) => hue(each.name)))];
  return element('ul', { class: 'legend' }, sorts.map((sort) =>
    element('li', { class: `hue-${sort}` }, element('span', { class: 'swatch', 'aria-hidden': 'true' }),
      report.kind.rows.filter((each) => hue(each.name) === sort).map((each) => each.name).join(', '))));
}

/** A long path without its middle. */
function abridged(path) {
  if (path.length <= 40) {
    return path;
  }
  return [...path.slice(0, 24), { ...path[path.length - 12], gap: path.length - 36 }, ...path.slice(-11)];
}

function facts(row) {
  const path = row === 0 ? null : pathOf(row);
  return element('section', { class: 'card facts' },
    element('h3', null, textOf(row), row === 0 ? null : element('span', { class: 'id' }, ` #${tree.id[row]}`)),
    element('dl', null,
      element('dt', null, 'Retains'), element('dd', null, `${bytes(tree.retainedBytes[row])} · ${share(tree.retainedBytes[row], tree.totalBytes)} of the heap`),
      row === 0 ? null : [element('dt', null, 'Itself'), element('dd', null, `${bytes(tree.shallowBytes[row])} · ${tree.kind[row]}`)],
      element('dt', null, 'Nodes'), element('dd', null, number(tree.retainedNodes[row]))),
    row === 0 ? [element('h3', null, 'Colours'), colourKey()] : path
      ? element('details', { open: true }, element('summary', null, 'Why it is alive'), drawPath(abridged(path), `Path to ${textOf(row)}`))
      : element('p', { class: 'quiet small' }, `Its path is not on this page: lexscope why '#${tree.id[row]}' tells it.`));
}

/** What a row dominates immediately: nodes that can be gone into, and classes of nodes that are not on the page. */
function list(row, chart) {
  const rows = [
    ...childrenOf(row).map((child) => ({ text: tree.text[child], row: child, bytes: tree.retainedBytes[child], nodes: tree.retainedNodes[child] })),
    ...groupsOf(row).map((group) => ({ text: groupText(group), bytes: group.bytes, nodes: group.nodes })),
  ].sort((a, b) => b.bytes - a.bytes);
  const grouped = groupsOf(row).reduce((sum, group) => sum + group.count, 0);
  const rest = tree.hidden[row] - grouped;
  return element('section', { class: 'card' },
    element('h3', null, row === 0 ? 'At the top' : 'Inside'),
    table(
      [
        { title: 'Node', value: (each) => each.text, show: (each) => (each.row === undefined ? element('span', { class: 'quiet' }, each.text, ' ', element('span', { class: 'badge' }, 'together')) : element('a', { href: addressOf(each.row, chart) }, each.text, element('span', { class: 'id' }, ` #${tree.id[each.row]}`))) },
        { title: 'Retained', number: true, value: (each) => each.bytes, show: (each) => bar(each.bytes, tree.retainedBytes[row], bytes(each.bytes)) },
        { title: 'Nodes', number: true, value: (each) => each.nodes },
      ],
      rows,
      {
        label: 'What it dominates immediately',
        filter: rows.length > 12,
        note: rest > 0 ? `and ${counted(rest, 'other')} that are not on this page` : null,
      }));
}

/** Lets arrow keys choose among the parts of a chart, Enter go into one, Backspace up. */
function keys(box, chart, row, kind, say) {
  const inside = childrenOf(row).slice(0, CHILDREN);
  let chosen = -1;
  box.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step && !event.altKey && inside.length > 0) {
      chosen = (chosen + step + inside.length) % inside.length;
      chart.dispatchAction({ type: 'downplay', seriesIndex: 0 });
      chart.dispatchAction({ type: 'highlight', seriesIndex: 0, name: tree.text[inside[chosen]] });
      say(`${tree.text[inside[chosen]]}, ${bytes(tree.retainedBytes[inside[chosen]])}, ${chosen + 1} of ${inside.length}`);
    } else if (event.key === 'Enter' && chosen >= 0) {
      location.hash = addressOf(inside[chosen], kind);
    } else if (event.key === 'Backspace' && row !== 0) {
      location.hash = addressOf(tree.parent[row], kind);
    } else {
      return;
    }
    event.preventDefault();
  });
}

/** Shows the view; `what` is the id of the node whose inside is shown. */
export function dominators(main, what, options, say) {
  const row = what === '' ? 0 : (rowOf(Number(what)) ?? 0);
  const kind = options.get('chart') === 'sunburst' ? 'sunburst' : 'treemap';
  const box = element('div', { class: `chart ${kind}`, tabindex: '0', id: 'dominator-chart' });
  const chosen = element('p', { class: 'quiet small chosen', 'aria-hidden': 'true' }, 'Click a box to go into it; arrow keys choose, Enter goes in, Backspace up.');
  add(main,
    element('h2', null, 'Dominators'),
    element('p', { class: 'quiet' },
      'What a node dominates goes when the node goes. ',
      tree.rows - 1 < tree.totalNodes
        ? `Of ${counted(tree.totalNodes, 'node')} this page carries ${number(tree.rows - 1)}, those that retain most; what is left out is counted by class where it hangs.`
        : `All ${counted(tree.totalNodes, 'node')} are on this page.`),
    element('div', { class: 'toolbar' },
      breadcrumbs(row, kind),
      element('div', { class: 'buttons' },
        row === 0 ? null : element('a', { class: 'button', href: addressOf(tree.parent[row], kind) }, 'Up'),
        element('div', { class: 'switch', role: 'group', 'aria-label': 'Sort of chart' },
          ['treemap', 'sunburst'].map((each) =>
            element('button', { type: 'button', 'aria-pressed': String(each === kind), onclick: () => go('dominators', row === 0 ? '' : String(tree.id[row]), { chart: each === 'treemap' ? '' : each }) },
              each === 'treemap' ? 'Treemap' : 'Sunburst'))))),
    element('div', { class: 'split' }, element('div', { class: 'card chart-card' }, box, chosen), facts(row)),
    list(row, kind),
  );
  if (what !== '' && rowOf(Number(what)) === undefined) {
    main.querySelector('p').after(element('p', { class: 'card' }, `Node #${what} is not on this page: it retains too little. Ask lexscope why '#${what}' for it.`));
  }
  const name = `${kind === 'treemap' ? 'Treemap' : 'Sunburst'} of what ${textOf(row)} dominates: ${childrenOf(row).slice(0, 3).map((child) => `${tree.text[child]} ${bytes(tree.retainedBytes[child])}`).join(', ') || 'nothing'}. The list below says the same.`;
  const { chart } = makeChart(box, name, () => {
    const colours = palette();
    const area = kind === 'treemap' ? box.clientWidth * box.clientHeight : Infinity;
    const root = drawnNode(row, { chart: kind, whole: tree.retainedBytes[row], colours, area });
    return {
      series: [kind === 'treemap' ? treemapOf(root, colours) : sunburstOf(root, colours, Math.min(box.clientWidth, box.clientHeight) / 2)],
      tooltip: {
        formatter: ({ data }) => {
          if (!data || data.row === undefined) {
            return '';
          }
          const whole = tree.retainedBytes[row];
          return data.row < 0
            ? tip(`${data.name} in ${shortened(textOf(data.of))}`, `${bytes(data.value)} · ${share(data.value, whole)}`)
            : tip(shortened(textOf(data.row), 120), `${bytes(data.value)} · ${share(data.value, whole)}`, counted(tree.retainedNodes[data.row], 'node'));
        },
      },
    };
  });
  chart.on('click', ({ data }) => {
    if (data?.row === row && row !== 0) {
      location.hash = addressOf(tree.parent[row], kind);
    } else if (data?.row > 0) {
      location.hash = addressOf(data.row, kind);
    }
  });
  box.setAttribute('role', 'application');
  box.setAttribute('aria-roledescription', 'chart');
  keys(box, chart, row, kind, (text) => {
    chosen.textContent = text;
    say(text);
  });
}
