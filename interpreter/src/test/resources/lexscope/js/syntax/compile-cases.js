// Reads programs as JSON strings, one a line, and answers for each whether V8 compiles it. The inspector is asked, since
// vm.Script aborts the process over some errors.
const inspector = require('inspector');
const session = new inspector.Session();
session.connect();
session.post('Runtime.enable');
const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter((line) => line !== '');
const answers = [];
for (const line of lines) {
  const parameters = {
    expression: JSON.parse(line),
    sourceURL: 'case.js',
    persistScript: false,
    executionContextId: 1,
  };
  session.post('Runtime.compileScript', parameters, (error, result) => {
    const details = result && result.exceptionDetails;
    answers.push(details ? details.exception.description.split('\n')[0] : 'valid');
  });
}
process.stdout.write(answers.join('\n') + '\n');
