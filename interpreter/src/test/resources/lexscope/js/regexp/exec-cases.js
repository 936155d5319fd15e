// Reads cases, one JSON array [pattern, flags, input, lastIndex] a line, from standard input; answers each with one line:
// the message of the SyntaxError, "null", or the offsets of all captures.
const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter((line) => line);
const answers = lines.map((line) => {
  const [pattern, flags, input, lastIndex] = JSON.parse(line);
  try {
    const expression = new RegExp(pattern, flags + 'd');
    expression.lastIndex = lastIndex;
    const found = expression.exec(input);
    if (found === null) return 'null';
    return found.indices.map((pair) => (pair === undefined ? '-1,-1' : pair.join(','))).join(' ');
  } catch (e) {
    return e.name === 'SyntaxError' ? e.message.slice(e.message.lastIndexOf(': ') + 2) : `${e.name}`;
  }
});
process.stdout.write(answers.join('\n'));
