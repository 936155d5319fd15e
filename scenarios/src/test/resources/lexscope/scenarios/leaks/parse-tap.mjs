// Prints what a parser of the Test Anything Protocol makes of standard input, as one line of JSON.
import { Parser } from 'tap-parser';

const extra = [];
const parser = new Parser({ strict: true }, results => {
  console.log(JSON.stringify({ ...results, extra }));
});
parser.on('extra', text => extra.push(text));
process.stdin.pipe(parser);
