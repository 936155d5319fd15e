'use strict';
const crypto = require('crypto');
let n = 0;
function show(f) {
  let text;
  try {
    text = f();
  } catch (e) {
    text = [e.name, e.code, e.message];
  }
  console.log(++n, text);
}
for (const algorithm of ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'SHA256', 'sha512-256']) {
  for (const data of ['', 'abc', 'héllo €', 'x'.repeat(1000)]) {
    show(() => crypto.createHash(algorithm).update(data).digest('hex'));
    show(() => crypto.createHash(algorithm).update(data).update(Buffer.from('more')).digest('base64'));
    if (algorithm !== 'sha512-256') show(() => crypto.createHmac(algorithm, 'key').update(data).digest('hex'));
    if (algorithm !== 'sha512-256') show(() => crypto.createHmac(algorithm, '').update(data).digest('base64url'));
  }
}
show(() => crypto.createHash('sha1').update('a').digest());
show(() => crypto.createHash('sha1').update(5));
show(() => crypto.createHash(5));
show(() => { const h = crypto.createHash('md5'); h.digest(); h.update('x'); });
show(() => { const h = crypto.createHash('md5').update('a'); const c = h.copy(); return [h.update('b').digest('hex'), c.update('b').digest('hex')]; });
show(() => crypto.createHmac('nope', 'k'));
show(() => crypto.randomBytes(8).length);
show(() => crypto.randomBytes(-1));
show(() => crypto.randomBytes('x'));
show(() => crypto.randomUUID().length);
show(() => [0, 1, 2].includes(crypto.randomInt(3)));
show(() => crypto.randomInt(3, 1));
show(() => crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('a')));
show(() => crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('ab')));
show(() => crypto.timingSafeEqual('a', Buffer.from('ab')));
show(() => crypto.randomFillSync(new Uint8Array(4)).length);
