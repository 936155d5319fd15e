// Numbers for people, as the command line writes them.
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Bytes with three digits and a unit, thousands to a unit. */
export function bytes(count) {
  if (count < 0) {
    return `-${bytes(-count)}`;
  }
  let unit = 0;
  let value = count;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 || value >= 99.95 ? value.toFixed(0) : value.toFixed(1)} ${UNITS[unit]}`;
}

/** A number with its thousands set apart. */
export function number(value) {
  return value.toLocaleString('en-US');
}

/** A number with a noun. */
export function counted(value, noun) {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** A part of a whole in percent. */
export function share(part, whole) {
  return `${(whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10).toFixed(1)} %`;
}

/** A place in a source. */
export function place(location) {
  return location ? `${location.script}:${location.line}:${location.column}` : '';
}

/** A text without its middle if it is long. */
export function shortened(text, most = 60) {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** A function's name. */
export function functionName(name) {
  return name === '' ? '(anonymous)' : name;
}

/** A node of an answer in words. */
export function nodeText(node) {
  const at = node.location ? ` (${place(node.location)})` : '';
  if (node.record !== undefined && node.detail !== 'Binding' && node.detail !== 'Activation') {
    const owner = node.name === '' || node.name === node.detail ? '' : ` of ${node.name}`;
    return `ER${node.record} ${node.detail}${owner}${at}`;
  }
  if (node.detail === 'Binding') {
    return `binding ${node.name}${node.record === undefined ? '' : ` of ER${node.record}`}${at}`;
  }
  switch (node.kind) {
    case 'closure':
      return `closure ${functionName(node.name)}${at}`;
    case 'string':
    case 'concatenated string':
    case 'sliced string':
      return `string ${JSON.stringify(shortened(node.name))}${at}`;
    default:
      return `${shortened(node.name === '' ? `(${node.kind})` : node.name)}${at}`;
  }
}

const HUES = {
  record: 'record',
  binding: 'record',
  activation: 'record',
  closure: 'closure',
  object: 'object',
  array: 'array',
  string: 'string',
  'concatenated string': 'string',
  'sliced string': 'string',
  symbol: 'string',
  number: 'string',
  bigint: 'string',
  regexp: 'code',
  code: 'code',
  native: 'native',
};

/** The colour of a sort of node, as the end of the name of a custom property. */
export function hue(kind) {
  return HUES[kind] ?? 'other';
}

/** The sort of an answer's node, as histograms count it. */
export function sortOf(node) {
  if (node.detail === 'Binding' || node.detail === 'Activation') {
    return node.detail.toLowerCase();
  }
  return node.detail === undefined ? node.kind : 'record';
}
