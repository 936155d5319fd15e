import { add, element } from './dom.js';
import { bytes, counted, functionName, number, place } from './format.js';
import { report } from './model.js';
import { nodeLink } from './paths.js';
import { address } from './state.js';
import { bar, table } from './tables.js';

// Environment Records by the function that they belong to, with their bindings.

/** What a group of records is called. */
export function groupName(group) {
  if (group.function !== '' && group.function !== group.kind) {
    return group.function;
  }
  if (group.function === '' && group.kind === 'Context') {
    return `{ ${group.bindings.slice(0, 4).map((each) => each.name).join(', ')}${group.bindings.length > 4 ? ', …' : ''} }`;
  }
  return group.kind === 'GlobalEnvironmentRecord' ? 'global' : functionName(group.function);
}

function unusedOf(group) {
  return group.bindings.filter((each) => each.unused > 0);
}

function stateBadge(used, unused, records) {
  if (unused > 0) {
    return element('span', { class: 'badge bad' }, unused === records ? 'unused' : `unused in ${number(unused)}`);
  }
  return element('span', { class: `badge ${used > 0 ? 'good' : ''}` }, used > 0 ? 'used' : records === 0 ? 'nothing on the heap' : 'not known');
}

function bindingsTable(group) {
  return table(
    [
      { title: 'Binding', value: (each) => each.name, show: (each) => element('span', { class: each.unused > 0 ? 'mono unused' : 'mono' }, each.name) },
      { title: 'Use', value: (each) => (each.unused > 0 ? 0 : each.used > 0 ? 2 : 1), show: (each) => stateBadge(each.used, each.unused, each.records) },
      { title: 'Retained', number: true, value: (each) => each.retainedBytes, show: (each) => bar(each.retainedBytes, group.retainedBytes, bytes(each.retainedBytes)) },
      { title: 'Records', number: true, value: (each) => each.records },
    ],
    group.bindings,
    { label: 'Bindings', sort: 2, note: group.bindingCount > group.bindings.length ? `and ${counted(group.bindingCount - group.bindings.length, 'more binding')}` : null },
  );
}

function line(name, value, extra) {
  return element('div', { class: `binding${extra?.unused ? ' unused' : ''}` },
    element('span', { class: 'name' }, name), ': ', element('span', { class: 'value' }, value), ' ', extra?.badge, extra?.size ? element('span', { class: 'quiet' }, ` ${extra.size}`) : null);
}

/** One record in the notation of the specification. */
function notation(example) {
  const { record } = example;
  const known = report.notations?.[record.record];
  const byName = new Map(example.values.map((each) => [each.name, each]));
  const extra = (value) => value && {
    unused: value.use === 'unused',
    badge: value.use === 'unused' ? element('span', { class: 'badge bad' }, 'unused') : value.note ? element('span', { class: 'badge good' }, value.note) : null,
    size: bytes(value.retainedBytes),
  };
  const lines = known
    ? known.bindings.map(([name, text]) => {
        const value = byName.get(name);
        byName.delete(name);
        return line(name, value ? nodeLink(value.text, value.id) : element('span', { class: text === '<not kept>' ? 'quiet' : null }, text), extra(value));
      })
    : [];
  const others = [...byName.values()].map((value) => line(value.name, nodeLink(value.text, value.id), extra(value)));
  return element('div', { class: 'record' },
    element('div', { class: 'head' }, nodeLink(known ? `ER${record.record}: ${known.type}` : example.text, record.id), ' {', element('span', { class: 'quiet' }, `  retains ${bytes(example.retainedBytes)}`)),
    lines, others,
    known ? known.fields.map(([name, text]) => line(name, text)) : null,
    element('div', null, '}'),
    known ? element('ul', { class: 'holders quiet small' }, known.holders.map((holder) => element('li', null, `held by ${holder}`)),
      known.holderCount > known.holders.length ? element('li', null, `… and ${number(known.holderCount - known.holders.length)} more`) : null) : null);
}

function detail(group) {
  return element('section', { class: 'card stack', id: 'record-group' },
    element('h3', { tabindex: '-1' }, groupName(group), ' ', element('span', { class: 'badge' }, group.kind)),
    element('p', { class: 'quiet' }, group.location ? `${place(group.location)} · ` : '', `${counted(group.records, 'record')} alive, ${bytes(group.retainedBytes)} retained`,
      group.stale > 0 ? element('span', null, ' · ', element('span', { class: 'badge warn' }, `${number(group.stale)} stale`), ' of calls before the newest') : null),
    bindingsTable(group),
    element('h4', null, group.records > group.examples.length ? `The ${number(group.examples.length)} that retain most` : 'The records'),
    group.examples.map(notation));
}

/** Shows the view; `what` is the number of a group. */
export function records(main, what, options) {
  const { groups, count } = report.records;
  const unusedOnly = options.get('unused') === '1';
  const chosen = groups[Number(what) - 1];
  const shown = groups.map((group, i) => ({ group, i })).filter(({ group }) => !unusedOnly || unusedOf(group).length > 0);
  add(main,
    element('h2', null, 'Environment Records'),
    element('p', { class: 'quiet' },
      `${counted(report.records.records, 'record')} of ${counted(count, 'scope')} alive under policy ${report.records.policy}. A binding is unused if no living closure can name it: it is kept all the same.`,
      count > groups.length ? ` The ${number(groups.length)} scopes that retain most are on this page.` : ''),
    element('div', { class: 'tabs' },
      element('a', { class: 'button', href: address('records', what), 'aria-current': unusedOnly ? null : 'page' }, 'All'),
      element('a', { class: 'button', href: address('records', what, { unused: '1' }), 'aria-current': unusedOnly ? 'page' : null }, 'With unused bindings')),
    chosen ? detail(chosen) : null,
    element('section', { class: 'card' },
      table(
        [
          { title: 'Scope of', value: ({ group }) => groupName(group), show: ({ group, i }) => element('a', { href: address('records', String(i + 1), { unused: unusedOnly ? '1' : '' }), 'aria-current': group === chosen ? 'true' : null }, groupName(group)) },
          { title: 'Place', spare: true, value: ({ group }) => place(group.location) },
          { title: 'Unused bindings', spare: true, value: ({ group }) => unusedOf(group).map((each) => each.name).join(', '), show: ({ group }) => element('span', { class: 'mono unused' }, unusedOf(group).map((each) => each.name).join(', ')) },
          { title: 'Records', number: true, value: ({ group }) => group.records },
          { title: 'Stale', number: true, spare: true, value: ({ group }) => group.stale },
          { title: 'Retained', number: true, value: ({ group }) => group.retainedBytes, show: ({ group }) => bar(group.retainedBytes, report.totals.bytes, bytes(group.retainedBytes)) },
        ],
        shown,
        { label: 'Environment Records by scope', sort: 5, filter: true })),
  );
}
