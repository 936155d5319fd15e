'use strict';
const qs = require('querystring');
let n = 0;
const show = (value) => console.log(++n, value);
for (const text of ['', 'a', 'a=', '=a', 'a=b', 'a=b&c=d', 'a=b&a=c', 'a=b&a=c&a=d', '&&a=b&&', 'a=b=c', 'a%20b=c%26d', 'a+b=c+d', '%', '%zz=1', 'a=%E0%A4%A', '=', '==', 'é=ü', '__proto__=1', 'hasOwnProperty=x', 'a[]=1&a[]=2', 'a=1;b=2']) {
  show(qs.parse(text));
  show(qs.unescape(text));
  show(qs.escape(text));
}
show(qs.parse('a:1;b:2', ';', ':'));
show(qs.parse('a=1&b=2&c=3', null, null, { maxKeys: 2 }));
show(qs.parse('a=1&b=2&c=3', null, null, { maxKeys: 0 }));
show(qs.parse('a%20=1', null, null, { decodeURIComponent: (x) => `<${x}>` }));
show(qs.parse(5));
for (const value of [{}, { a: 1 }, { a: [1, 2], b: 'x y' }, { a: null, b: undefined, c: NaN, d: Infinity, e: true, f: 10n, g: {}, h: [] }, { 'é&=': 'ü' }, null, 'text', [1, 2]]) {
  show(qs.stringify(value));
}
show(qs.stringify({ a: [1, 2], b: 3 }, ';', ':'));
show(qs.stringify({ a: 'b c' }, null, null, { encodeURIComponent: (x) => x.toUpperCase() }));
show(qs.unescapeBuffer('a%20b%zz'));
show([qs.encode === qs.stringify, qs.decode === qs.parse]);
try {
  qs.escape('\ud800');
} catch (e) {
  show([e.name, e.code, e.message]);
}
