const Ajv = require('ajv').default;
const ajv = new Ajv({
  allErrors: true,
  strict: false,
  useDefaults: true,
  coerceTypes: true,
  verbose: false,
  discriminator: true,
});
ajv.addKeyword({ keyword: 'even', type: 'number', validate: (s, d) => (d % 2 === 0) === s });
ajv.addFormat('up', /^[A-Z]+$/);
const v = ajv.compile({
  $id: 'u',
  type: 'object',
  properties: {
    a: { type: 'integer', minimum: 2, even: true },
    s: { type: 'string', format: 'up', maxLength: 3 },
    l: { type: 'array', items: { $ref: '#/$defs/i' }, uniqueItems: true, minItems: 1 },
    d: { default: 4 },
    o: { oneOf: [{ type: 'null' }, { type: 'object', required: ['z'] }] },
  },
  required: ['a', 'q'],
  additionalProperties: false,
  patternProperties: { '^x-': { type: 'boolean' } },
  dependentRequired: { a: ['s'] },
  $defs: { i: { anyOf: [{ const: 1 }, { enum: ['k', 'm'] }] } },
});
for (const d of [
  { a: '4', q: 1 },
  { a: 3, s: 'abcd', l: [1, 1, 'z'], zz: 1, 'x-f': 'no', o: {} },
  [],
  { a: 2, s: 'AB', l: [1, 'k'], o: { z: 1 } },
])
  console.log(
    v(d),
    JSON.stringify(d),
    v.errors && v.errors.map((e) => e.instancePath + ' ' + e.keyword + ' ' + e.message),
  );
console.log(ajv.errorsText(v.errors));
const w = ajv.compile({
  if: { properties: { k: { const: 'a' } } },
  then: { required: ['x'] },
  else: { not: { required: ['x'] } },
  allOf: [{ minProperties: 1 }],
});
console.log(w({ k: 'a' }), w({ k: 'b' }), w({}), ajv.validate('u', {}), ajv.getSchema('u') === v);
try {
  ajv.compile({ type: 'wrong' });
} catch (e) {
  console.log(e.message);
}
try {
  ajv.compile({ $ref: 'missing' });
} catch (e) {
  console.log(e.message);
}
