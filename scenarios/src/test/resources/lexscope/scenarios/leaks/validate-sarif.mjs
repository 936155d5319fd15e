// Holds each line of standard input, a SARIF log, against the JSON schema of SARIF 2.1.0, and prints what is wrong with it, as a line of JSON.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const Ajv = require('ajv-draft-04');
const addFormats = require('ajv-formats');
const file = require.resolve('@microsoft/jest-sarif/package.json').replace('package.json', 'lib/schemas/sarif-2.1.0-rtm.5.json');
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
for (const line of readFileSync(0, 'utf8').trimEnd().split('\n')) {
  validate(JSON.parse(line));
  console.log(JSON.stringify((validate.errors ?? []).map((each) => `${each.instancePath} ${each.message}`)));
}
