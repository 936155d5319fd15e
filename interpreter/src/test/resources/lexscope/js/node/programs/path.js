'use strict';
const path = require('path');
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
const paths = ['', '.', '..', '/', '//', 'a', '/a', 'a/', '/a/', 'a/b', '/a/b/', 'a//b', './a', '../a', '/..', '/../a', 'a/..', 'a/../..',
  'a/./b/../c', '.a', 'a.b', '.a.b', 'a.', 'a.b.c', 'a.b/', '/a.b/c', '...', '..a', 'a..', 'a/.b', '/a/b/c.d.e', 'C:\\a\\b', 'C:', 'C:\\', 'c:a',
  '\\\\server\\share\\x', '\\\\server', '\\a\\..\\b', 'a\\b.c', 'C:/a/../b', '//server/share/x', '\\', 'a\\b/'];
for (const p of paths) {
  for (const kind of ['posix', 'win32']) {
    const lib = path[kind];
    show(`${kind} ${p}`, () => [lib.basename(p), lib.dirname(p), lib.extname(p), lib.normalize(p), lib.isAbsolute(p)]);
    show(`${kind} ${p}`, () => lib.parse(p));
    show(`${kind} ${p}`, () => lib.format(lib.parse(p)));
    show(`${kind} ${p}`, () => [lib.basename(p, '.b'), lib.join(p, '..', 'x'), lib.join('/r', p)]);
    show(`${kind} ${p}`, () => lib.resolve('/base/dir', p));
  }
}
for (const [a, b] of [['/a/b/c', '/a/b/d'], ['/a', '/a'], ['/a/b', '/'], ['/', '/a'], ['/a/b', '/a/b/c/d'], ['/foo/bar', '/foo/barista'], ['/x/', '/x']]) {
  show('relative', () => path.posix.relative(a, b));
}
for (const [a, b] of [['C:\\a\\b', 'C:\\a\\c'], ['C:\\a', 'D:\\b'], ['C:\\A\\b', 'c:\\a\\B\\x'], ['\\\\s\\h\\a', '\\\\s\\h\\b']]) {
  show('relative', () => path.win32.relative(a, b));
}
for (const bad of [undefined, null, 5, {}, [], true]) {
  for (const f of ['basename', 'dirname', 'extname', 'normalize', 'isAbsolute', 'parse', 'join', 'resolve', 'format']) {
    show(f, () => path[f](bad));
  }
}
show('format', () => path.format({ dir: '/a', base: 'b.c' }));
show('format', () => path.format({ root: '/', name: 'x', ext: 'y' }));
show('format', () => path.format({ root: '/', dir: '/', base: 'z' }));
show('same', () => [path === path.posix, path.sep, path.delimiter, path.win32.sep, path.win32.delimiter, require('path/posix') === path.posix, require('node:path/win32') === path.win32]);
show('join', () => path.join('a', '', 'b', '.', '..', '/c/'));
show('namespaced', () => [path.posix.toNamespacedPath('/a'), path.win32.toNamespacedPath('C:\\a')]);
