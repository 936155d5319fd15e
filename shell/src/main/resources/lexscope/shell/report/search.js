import { element } from './dom.js';
import { bytes, functionName, hue } from './format.js';
import { report, tree } from './model.js';
import { groupName } from './records.js';
import { address } from './state.js';

// Search over everything that the page carries.

const MOST = 40;

let entries = null;

/** What can be found: made at the first search. */
function index() {
  if (entries) {
    return entries;
  }
  entries = [];
  const add = (sort, text, size, target, kind) => entries.push({ sort, text, lower: text.toLowerCase(), size, target, kind });
  for (let row = 1; row < tree.rows; row++) {
    add('node', `${tree.text[row]} #${tree.id[row]}`, tree.retainedBytes[row], () => address('dominators', String(tree.id[row])), tree.kind[row]);
  }
  report.records.groups.forEach((group, i) => {
    add('records', groupName(group), group.retainedBytes, () => address('records', String(i + 1)), 'record');
    for (const binding of group.bindings) {
      add('binding', `${groupName(group)}.${binding.name}`, binding.retainedBytes, () => address('records', String(i + 1)), 'record');
    }
  });
  report.suspects.suspects.forEach((suspect, i) => add('suspect', suspect.title, suspect.bytes, () => address('suspects', String(i + 1)), 'native'));
  for (const row of report.histogram.rows) {
    add('class', row.name === '' ? `(${row.kind})` : row.name, row.retainedBytes, () => address('retained', 'class'), row.kind);
  }
  for (const key of ['function', 'module', 'package']) {
    for (const row of report[key].rows) {
      add(key, functionName(row.name), row.retainedBytes, () => address('retained', key), key === 'function' ? 'closure' : 'code');
    }
  }
  report.sources?.files.forEach((file, i) => add('source', file.file, 0, () => address('sources', String(i + 1)), 'code'));
  return entries;
}

/** The best entries for some words: those that begin so come first, then the largest. */
export function find(words) {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0) {
    return [];
  }
  const found = index().filter((entry) => parts.every((part) => entry.lower.includes(part)));
  const rank = (entry) => (entry.lower.startsWith(parts[0]) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || b.size - a.size).slice(0, MOST);
}

/** Connects the input with its list of results. */
export function searching(input, list) {
  let found = [];
  let chosen = -1;

  function choose(next) {
    chosen = next;
    [...list.children].forEach((item, i) => {
      item.setAttribute('aria-selected', String(i === chosen));
      if (i === chosen) {
        item.scrollIntoView({ block: 'nearest' });
      }
    });
    if (chosen >= 0) {
      input.setAttribute('aria-activedescendant', `found-${chosen}`);
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    choose(-1);
  }

  function open(entry) {
    location.hash = entry.target();
    close();
    input.blur();
  }

  function fill() {
    found = find(input.value);
    list.replaceChildren(...found.map((entry, i) =>
      element('li', { role: 'option', id: `found-${i}`, 'aria-selected': 'false', class: `hue-${hue(entry.kind)}`, onmousedown: (event) => { event.preventDefault(); open(entry); } },
        element('span', { class: 'badge' }, entry.sort), element('span', { class: 'text' }, entry.text), element('span', { class: 'quiet number' }, entry.size > 0 ? bytes(entry.size) : ''))));
    if (found.length === 0 && input.value.trim() !== '') {
      list.append(element('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false', class: 'quiet' }, 'Nothing on this page is called so; lexscope find and lexscope why see the whole heap.'));
    }
    list.hidden = input.value.trim() === '';
    input.setAttribute('aria-expanded', String(!list.hidden));
    choose(found.length > 0 ? 0 : -1);
  }

  input.addEventListener('input', fill);
  input.addEventListener('focus', () => { if (input.value) { fill(); } });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' && found.length > 0) {
      choose((chosen + 1) % found.length);
    } else if (event.key === 'ArrowUp' && found.length > 0) {
      choose((chosen - 1 + found.length) % found.length);
    } else if (event.key === 'Enter' && found[chosen]) {
      open(found[chosen]);
    } else if (event.key === 'Escape') {
      input.value = '';
      close();
      input.blur();
    } else {
      return;
    }
    event.preventDefault();
  });
}
