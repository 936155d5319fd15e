import { dataOf } from './dom.js';

// The report's data, and the dominator tree made ready for walking.

/** Everything about the heap. */
export const report = dataOf('report');

/** What grows, or null if there is one heap only. */
export const growth = document.getElementById('growth') ? dataOf('growth') : null;

/** The columns of the dominator tree; row 0 is the heap. */
export const tree = report.dominators;

tree.kind = tree.class.map((number) => tree.classes[number][0]);

/** What is left out below a row, by class: `{kind, name, count, bytes, nodes}`, the largest first. */
export function groupsOf(row) {
  return groups.get(row) ?? [];
}

const groups = new Map();
for (const [row, type, count, bytes, nodes] of tree.groups) {
  const of = groups.get(row) ?? [];
  groups.set(row, of);
  of.push({ kind: tree.classes[type][0], name: tree.classes[type][1], count, bytes, nodes });
}

/** Rows and groups below a row that are not drawn one by one, by class. */
export function restOf(row, drawn) {
  const byClass = new Map();
  const put = (kind, name, count, bytes, nodes) => {
    const key = `${kind} ${name}`;
    const of = byClass.get(key) ?? { kind, name, count: 0, bytes: 0, nodes: 0 };
    byClass.set(key, of);
    of.count += count;
    of.bytes += bytes;
    of.nodes += nodes;
  };
  for (const each of groupsOf(row)) {
    put(each.kind, each.name, each.count, each.bytes, each.nodes);
  }
  for (const child of childrenOf(row)) {
    if (!drawn.has(child)) {
      put(...tree.classes[tree.class[child]], 1, tree.retainedBytes[child], tree.retainedNodes[child]);
    }
  }
  return [...byClass.values()].sort((a, b) => b.bytes - a.bytes);
}

const children = Array.from({ length: tree.rows }, () => []);
const rowOfId = new Map();
for (let row = 1; row < tree.rows; row++) {
  children[tree.parent[row]].push(row);
  rowOfId.set(tree.id[row], row);
}
for (const each of children) {
  each.sort((a, b) => tree.retainedBytes[b] - tree.retainedBytes[a] || a - b);
}

/** The rows of what a row dominates immediately, the largest first. */
export function childrenOf(row) {
  return children[row];
}

/** The row of a node's id, or undefined if it is not on the page. */
export function rowOf(id) {
  return rowOfId.get(id);
}

/** A row in words. */
export function textOf(row) {
  return row === 0 ? 'the heap' : tree.text[row];
}

/** The rows from the heap down to a row. */
export function chainOf(row) {
  const chain = [];
  for (let at = row; at >= 0; at = tree.parent[at]) {
    chain.push(at);
  }
  return chain.reverse();
}

/** The steps of the shortest path to a row, from the root on; null if it is not on the page. */
export function pathOf(row) {
  let at = tree.path[row];
  if (at < 0) {
    return null;
  }
  const steps = [];
  const { before, edge, note, node, id } = tree.steps;
  for (; at >= 0; at = before[at]) {
    steps.push({ edge: edge[at], note: note[at], text: node[at], id: id[at], root: before[at] < 0 });
  }
  return steps.reverse();
}
