'use strict';
// AssertionError and its messages: what differs is shown line by line.

const { checkObject } = require('internal/errors');

const HEADS = {
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  notIdentical: 'Values have same structure but are not reference-equal:',
  notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
};
const SHORT = 12;
const MOST_LINES = 50;

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

function show(value) {
  return native.inspect(value, {
    compact: false, customInspect: false, depth: 1000, maxArrayLength: Infinity, showHidden: false,
    showProxy: false, sorted: true, getters: true, breakLength: Infinity,
  });
}

function cut(lines) {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, 46), '...'];
}

// The lines that were the same before a line that differs: the last of them, and that some are left out.
function before(lines, at, same, output) {
  if (same <= 2) return false;
  let skipped = false;
  if (same === 5) output.push(`  ${lines[at - 3]}`);
  else if (same > 5) {
    output.push('...');
    skipped = true;
  }
  if (same > 3) output.push(`  ${lines[at - 2]}`);
  output.push(`  ${lines[at - 1]}`);
  return skipped;
}

function difference(actual, expected, operator) {
  const left = show(actual).split('\n');
  const right = show(expected).split('\n');
  let indicator = '';
  if (operator === 'strictEqual' && isObject(actual) && isObject(expected)) operator = 'strictEqualObject';
  if (left.length === 1 && right.length === 1 && left[0] !== right[0]) {
    const length = left[0].length + right[0].length;
    if (length <= SHORT) {
      if (!isObject(actual) && !isObject(expected) && (actual !== 0 || expected !== 0)) {
        return `${HEADS[operator]}\n\n${left[0]} !== ${right[0]}\n`;
      }
    } else if (operator !== 'strictEqualObject' && length < 80) {
      let i = 0;
      while (left[0][i] === right[0][i]) i++;
      if (i > 2) indicator = `\n  ${' '.repeat(i)}^`;
    }
  }
  const end = [];
  let other = '';
  let popped = 0;
  while (left.length > 0 && right.length > 0 && left.at(-1) === right.at(-1)) {
    if (popped++ < 3) end.unshift(`  ${left.at(-1)}`);
    else other = left.at(-1);
    left.pop();
    right.pop();
  }
  const count = Math.max(left.length, right.length);
  if (count === 0) return `${HEADS.notIdentical}\n\n${cut(show(actual).split('\n')).join('\n')}\n`;
  let skipped = false;
  if (popped >= 5) {
    end.unshift('...');
    skipped = true;
  }
  if (other !== '') end.unshift(`  ${other}`);
  const output = [];
  let minus = [];
  let same = 0;
  let printed = 0;
  const head = (some) => `${HEADS[operator]}\n+ actual - expected${some ? ' ... Lines skipped' : ''}\n`;
  for (let i = 0; i < count; i++) {
    const size = output.length + minus.length;
    if (i >= left.length) {
      skipped = before(right, i, same, output) || skipped;
      same = 0;
      minus.push(`- ${right[i]}`);
    } else if (i >= right.length) {
      skipped = before(left, i, same, output) || skipped;
      same = 0;
      output.push(`+ ${left[i]}`);
    } else {
      let line = left[i];
      // A comma at the end alone is no difference.
      let differs = line !== right[i] && (!line.endsWith(',') || line.slice(0, -1) !== right[i]);
      if (differs && right[i].endsWith(',') && right[i].slice(0, -1) === line) {
        differs = false;
        line += ',';
      }
      if (differs) {
        skipped = before(left, i, same, output) || skipped;
        same = 0;
        output.push(`+ ${line}`);
        minus.push(`- ${right[i]}`);
      } else {
        output.push(...minus);
        minus = [];
        if (++same <= 2) output.push(`  ${line}`);
      }
    }
    printed += output.length + minus.length - size;
    if (printed > MOST_LINES && i < count - 2) {
      return `${head(true)}\n${[...output, '...', ...minus].join('\n')}\n...`;
    }
  }
  return `${head(skipped)}\n${[...output, ...minus, ...end].join('\n')}${indicator}`;
}

function unequal(actual, operator) {
  const lines = cut(show(actual).split('\n'));
  const head = operator === 'notStrictEqual' && isObject(actual) ? HEADS.notStrictEqualObject : HEADS[operator];
  if (lines.length === 1) return `${head}${lines[0].length > 5 ? '\n\n' : ' '}${lines[0]}`;
  return `${head}\n\n${lines.join('\n')}\n`;
}

const shorten = (text, length) => (text.length > length ? `${text.slice(0, length - 3)}...` : text);

function messageFor(actual, expected, operator) {
  if (operator === 'deepStrictEqual' || operator === 'strictEqual') return difference(actual, expected, operator);
  if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') return unequal(actual, operator);
  const left = show(actual);
  const right = show(expected);
  if (operator === 'notDeepEqual' && left === right) return shorten(`${HEADS[operator]}\n\n${left}`, 1024);
  const one = shorten(left, 512);
  const two = shorten(right, 512);
  if (operator === 'deepEqual') return `${HEADS.deepEqual}\n\n${one}\n\nshould loosely deep-equal\n\n${two}`;
  if (operator === 'notDeepEqual') {
    return `${HEADS.notDeepEqualUnequal}\n\n${one}\n\nshould not loosely deep-equal\n\n${two}`;
  }
  return `${one} ${operator} ${two}`;
}

class AssertionError extends Error {
  constructor(options) {
    checkObject(options, 'options');
    const { message, operator, stackStartFn, details } = options;
    let { actual, expected } = options;
    super(message != null ? String(message) : messageFor(actual, expected, operator));
    this.generatedMessage = !message;
    Object.defineProperty(this, 'name', {
      value: 'AssertionError [ERR_ASSERTION]', enumerable: false, writable: true, configurable: true,
    });
    this.code = 'ERR_ASSERTION';
    if (details) {
      actual = details[0].actual;
      expected = details[0].expected;
    }
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
    Error.captureStackTrace(this, stackStartFn);
    void this.stack;
    this.name = 'AssertionError';
  }

  toString() { return `${this.name} [${this.code}]: ${this.message}`; }
}

module.exports = { AssertionError, difference, isObject };
