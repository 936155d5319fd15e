const fsrc = `'use strict'; class A extends B { #x = 1; static { this.y = 2 } get z() { return this.#x ?? 0 } async *g() { for await (const q of w) yield* q } } const { a, ...r } = b, f = async (x = 1, [y]) => { await x; label: for (;;) { if (a?.b?.[c]) break label; else continue } }; export default function () {} import * as n from 'm'; \`t\${1 + 2}u\`; /re[/]x/gu; 0b11n ** 2n; try { throw new.target } catch { } finally { }`;
const acorn = require('acorn');
const ast = acorn.parse(fsrc.replace('throw new.target', 'throw 1'), {
  ecmaVersion: 2022,
  sourceType: 'module',
  locations: true,
  onComment: [],
});
console.log(
  JSON.stringify(ast, (k, v) => (typeof v === 'bigint' ? v + 'n' : v)).length,
  ast.body.map((n) => n.type + n.start + '-' + n.loc.end.line),
);
const toks = [...acorn.tokenizer('a => `x${b}y` / 2 // c', { ecmaVersion: 'latest' })];
console.log(toks.map((t) => t.type.label).join(' '));
for (const bad of [
  'let a; let a',
  'for (const x;;){}',
  '({a:1, __proto__:1, __proto__:2})',
  'await 1',
  '"use strict"; with(a){}',
  '/(/',
  'class A { constructor(){} constructor(){} }',
  'x = {',
  '`${',
  'break',
  '1.e',
  '\\u00zz',
  'yield = 1; function* g(){ yield = 1 }',
]) {
  try {
    acorn.parse(bad, { ecmaVersion: 'latest' });
    console.log('ok', bad);
  } catch (e) {
    console.log(e.name, e.message, JSON.stringify(e.loc));
  }
}
