'use strict';
const url = require('url');
const { URL, URLSearchParams } = url;
let n = 0;
function show(name, f) {
  let text;
  try {
    text = f();
  } catch (e) {
    text = [e.name, e.code, e.message];
  }
  console.log(++n, name, text);
}
const inputs = ['http://example.com', 'HTTP://EXAMPLE.com:80/../a/./b/%2e%2E/c?d=e f#g h', 'https://user:pa%20ss@host:8080/p?q#f', 'https://h:443/', 'ftp://x:21/y',
  'file:///C|/a/../b', 'file://host/share', 'file:a', 'data:text/plain,hello world#x', 'mailto:a@b.c', 'javascript:alert(1)', 'blob:https://a.com/1', 'about:blank',
  'http://[::1]:3000/', 'http://[1:2::0:0:5]/', 'http://[::ffff:1.2.3.4]', 'http://1.2.3', 'http://0x7f.1/', 'http://256.1.1.1', 'http://192.168.0.1.', 'http://a b/', 'http://a<b',
  'http:///x', 'http://', 'http:x', '//x', '/x', '', ' http://trim.me ', 'http://ex\tam\nple.com/', 'http://müller.de/ä?ö#ü', 'http://xn--mller-kva.de', 'http://日本語.jp',
  'http://a:99999/', 'http://a:b/', 'http://u@/x', 'http://@h/', 'http://a@b@c/', 'http://h/a\\b\\c', 'http://h?q', 'http://h#f', 'http://h/%zz', 'http://h/a%20b', 'http://h/"<>`{}|^',
  'http://h/?"<>`{}|^\'', 'http://h/#"<>`{}|^', 'non-special://h:80/a/../b', 'non-special:/a', 'non-special:a b', 'web+x:/.//p', 'http://h/..//..//x', 'http://h//a//b', 'http://%41.com', 'http://a%00b', 'ws://h:80/', 'wss://h:443/x', 'http://h:0080/', 'http://h:/x', '1http://x', 'http//x', 'c:/x', 'http://h/é?é#é', 'http://a_b.com', 'x:#y', 'x:?y', 'http://💩.la', 'http://h/a;b=c'];
const props = ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'];
for (const input of inputs) {
  show(input, () => { const u = new URL(input); return props.map((p) => u[p]); });
  show(input, () => URL.canParse(input));
}
for (const base of ['http://b.com/x/y?z#w', 'file:///C:/d/e', 'mailto:x@y', 'non-special://h/p/q', 'https://u:p@b.com:99/x/']) {
  for (const input of ['a', './a', '../a', '../../../a', '/a', '//a', '?q', '#f', '', 'http:a', 'https:a', '\\a', 'C:/x', 'file:x', 'x:y', '/C|/y', '.', '..', '//', 'a/./b/..']) {
    show(`${base} ${input}`, () => new URL(input, base).href);
  }
}
for (const [prop, ...values] of [['protocol', 'https', 'ftp:', 'foo', 'file', '', '1x', 'https:extra'], ['username', 'me', '', 'a:b@c', 'é'], ['password', 'pw', '', '/x'],
  ['host', 'other.com', 'o.com:81', 'o.com:443', '', 'a b', 'x/y', '[::2]:5'], ['hostname', 'other.com', 'o.com:81', '', '1.2.3.4', 'ü.de'], ['port', '90', '443', '', 'x', '80x', '99999', 8080, '-1'],
  ['pathname', 'a/b', '/é?#', '', '\\x'], ['search', 'a=b', '?', '?x y', '', "'#"], ['hash', 'x', '#', '', '#a b', '`'], ['href', 'http://new.com', 'bad']]) {
  for (const value of values) {
    for (const start of ['https://user:pass@example.com:8000/path?query#hash', 'mailto:x@y.z', 'file:///p', 'non-special://h/p']) {
      show(`${prop}=${value} ${start}`, () => { const u = new URL(start); u[prop] = value; return u.href; });
    }
  }
}
show('inspect', () => new URL('https://user:pass@example.com:8000/path?query=1&b=2#hash'));
show('inspect', () => ({ deep: { deeper: { url: new URL('http://x') } }, list: [new URLSearchParams('a=1')] }));
show('params inspect', () => new URLSearchParams('a=1&b=2&a=3'));
show('params inspect', () => new URLSearchParams());
show('params inspect', () => new URLSearchParams({ long: 'x'.repeat(50), other: 'y'.repeat(50) }));
show('params iterator', () => { const i = new URLSearchParams('a=1&b=2').entries(); i.next(); return i; });
show('json', () => JSON.stringify({ u: new URL('http://x/y') }));
show('string', () => `${new URL('http://x/y')} ${Object.prototype.toString.call(new URL('http://x'))} ${Object.prototype.toString.call(new URLSearchParams())}`);
show('keys', () => { const keys = []; for (const k in new URL('http://x')) keys.push(k); return keys; });
show('keys', () => { const keys = []; for (const k in new URLSearchParams()) keys.push(k); return keys; });
show('no new', () => URL('http://x'));
show('no args', () => new URL());
show('this', () => URLSearchParams.prototype.get.call({}, 'a'));
show('bad', () => { try { new URL('bad', 'http://'); } catch (e) { return [e.input, e.base, e.code, `${e}`]; } });
show('linked', () => {
  const u = new URL('http://x/?a=1');
  const p = u.searchParams;
  p.append('b', 'é &');
  const one = u.href;
  u.search = '?c=3';
  return [one, p.toString(), p === u.searchParams, [...p], (p.delete('c'), u.href)];
});
for (const init of ['', '?a=b', 'a=b&a=c', '&&x', 'a+b=c%20d', '%', 'a=%zz', '=x', 'é=ü', { a: 1, b: [1, 2] }, [['a', 'b'], ['c', 'd']], new Map([['m', 'n']]), new URLSearchParams('z=1'), null, undefined, 5, [['a']], [5], [null], [['a', 'b', 'c']], { [Symbol.iterator]: 5 }]) {
  show('init', () => { const p = new URLSearchParams(init); return [p.toString(), p.size, [...p.keys()], [...p.values()]]; });
}
show('methods', () => {
  const p = new URLSearchParams('a=1&b=2&a=3&c=');
  const out = [p.get('a'), p.getAll('a'), p.get('zz'), p.has('b'), p.has('a', '3'), p.has('a', '9')];
  p.set('a', 'x'); out.push(`${p}`);
  p.set('new', '1'); out.push(`${p}`);
  p.append('a', 'y'); p.delete('a', 'x'); out.push(`${p}`);
  p.delete('a'); out.push(`${p}`);
  p.append('A', 1); p.append('Z', true); p.sort(); out.push(`${p}`);
  p.forEach((v, k, o) => out.push([k, v, o === p]));
  return out;
});
show('encode', () => new URLSearchParams({ x: "!'()*~-._ +&=%é€😀" }).toString());
for (const f of ['get', 'getAll', 'has', 'set', 'append', 'delete', 'forEach']) show(f, () => new URLSearchParams()[f]());
show('forEach', () => new URLSearchParams('a=1').forEach(5));

for (const input of ['http://user:pass@host.com:8080/p/a/t/h?query=string#hash', 'HTTP://HOST.com', '/path?q', 'path', '//host/x', 'mailto:a@b.c', 'http://a.com?x', 'http://a.com#x', 'javascript:alert(1)', 'http://[::1]:80/', 'a:b', 'http:x', 'file:///a/b', 'http://h/a b"c', '', '?', '#', 'http://x.y.com+a/b', 'x://y', 'http://a.b/\tbc', 'http://ä.de/ü', ' http://s.p ', 'git+ssh://u@h:p/r.git', 'http://a.com:/b', 'svn+ssh://foo/bar']) {
  show(`parse ${input}`, () => url.parse(input));
  show(`format ${input}`, () => url.format(input));
  show(`parse ${input}`, () => url.parse(input, true, true).query);
}
for (const [from, to] of [['/one/two/three', 'four'], ['http://example.com/', '/one'], ['http://example.com/one', '/two'], ['http://a/b/c', '../../d'], ['http://a/b', '?x'], ['http://a/b', '#x'], ['http://a/b', '//c/d'], ['http://a/b', 'https://c'], ['a/b', '../c'], ['.', '..'], ['/a', './'], ['mailto:a@b', 'c'], ['http://u:p@h/x', '/y'], ['/', '..'], ['', 'x'], ['http://x.com', ''], ['fred:///s//a/b/c', '../../../g'], ['http://h/a/b/', './../c/.'], ['/a/b/c', '/d/../e']]) {
  show(`resolve ${from} ${to}`, () => url.resolve(from, to));
}
for (const object of [{ protocol: 'http', host: 'h', pathname: 'p' }, { hostname: 'h', port: 8, query: { a: [1, 2] } }, { pathname: '/a?b#c', search: 'x#y', hash: 'z' }, { protocol: 'mailto', pathname: 'a@b' }, { protocol: 'file', pathname: '/x' }, { auth: 'a:b c', hostname: 'h' }, { hostname: '::1' }, { slashes: true, host: 'x' }, {}]) {
  show('format', () => url.format(object));
}
show('format', () => url.format(new URL('http://u:p@测试.com/a?b#c'), { auth: false, fragment: false, search: false, unicode: true }));
for (const bad of [undefined, null, 5, true]) { show('bad', () => url.parse(bad)); show('bad', () => url.format(bad)); }
for (const p of ['/a/b', '/a b/%/é', '/a#b?c', '/dir/', '/']) show(p, () => url.pathToFileURL(p).href);
for (const u of ['file:///a/b', 'file:///a%20b', 'file://host/a', 'http://x', 'file:///a%2Fb', new URL('file:///é')]) show(u, () => url.fileURLToPath(u));
show('path', () => url.fileURLToPath(5));
for (const d of ['español.com', '中文.com', 'xn--iñvalid.com', 'EXAMPLE.com', '', 'a b']) { show(d, () => url.domainToASCII(d)); }
for (const d of ['xn--espaol-zwa.com', 'xn--fiq228c.com', 'example.com']) show(d, () => url.domainToUnicode(d));
show('http', () => ({ ...url.urlToHttpOptions(new URL('https://a:b@测试.com:81/x?y#z')) }));
show('same', () => [URL === globalThis.URL, URLSearchParams === globalThis.URLSearchParams, Object.keys(url)]);
