// Reads cases, one JSON array [pattern, flags, input, lastIndex, template, limit] a line, from standard input; answers each
// with one line like JSON, all but plain ASCII escaped: what the methods of strings and expressions give, one after the other, on one expression.
const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter((line) => line);
const quote = (text) =>
  '"' + text.replace(/[^ -~]|["\\]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0')) + '"';
const json = (value) =>
  Array.isArray(value) ? `[${Array.from(value, json).join(',')}]` : typeof value === 'string' ? quote(value) : String(value ?? null);
const answers = lines.map((line) => {
  const [pattern, flags, input, lastIndex, template, limit] = JSON.parse(line);
  const expression = new RegExp(pattern, flags);
  const answers = [];
  const note = (f) => {
    expression.lastIndex = lastIndex;
    answers.push(f(), expression.lastIndex);
  };
  note(() => expression.exec(input));
  note(() => expression.test(input));
  note(() => input.match(expression));
  note(() => input.replace(expression, template));
  note(() => input.replace(expression, (...all) => `<${all.map((part) => (typeof part === 'object' ? '[object Object]' : String(part))).join('|')}>`));
  note(() => input.search(expression));
  note(() => input.split(expression));
  note(() => input.split(expression, limit));
  note(() => (flags.includes('g') ? [...input.matchAll(expression)].map((found) => found[0]) : null));
  note(() => [expression.source, expression.flags, String(expression)]);
  return json(answers);
});
process.stdout.write(answers.join('\n'));
