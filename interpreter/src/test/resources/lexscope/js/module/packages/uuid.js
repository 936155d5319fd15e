const uuid = require('uuid');
console.log(
  uuid.v5('hello', uuid.v5.DNS),
  uuid.v3('hello', uuid.v3.URL),
  uuid.validate('x'),
  uuid.version(uuid.NIL),
  uuid.parse('6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b'),
  uuid.stringify(uuid.parse(uuid.MAX)),
  uuid.v4({ random: new Uint8Array(16).fill(7) }),
  uuid.v1({ node: [1, 2, 3, 4, 5, 6], clockseq: 5, msecs: 1e12, nsecs: 5 }),
  uuid.v7({ msecs: 1e12, random: new Uint8Array(16), seq: 1 }),
);
