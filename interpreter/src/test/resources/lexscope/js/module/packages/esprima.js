const esprima = require('esprima');
const p =
  'var a = 1, b = /x/g; function f(a, b) { if (a) return { get x() { return 1 }, [b]: 2 }; else for (var i in a) do { i++ } while (i < 3) } switch (a) { case 1: break; default: a, b } (() => ({}))(...c); let {x, y: [z]} = q;';
console.log(
  JSON.stringify(esprima.parseScript(p, { range: true, tokens: true, comment: true })).length,
  esprima.tokenize('a+b/*c*/', { comment: true }),
);
try {
  esprima.parseScript('var = 1');
} catch (e) {
  console.log(e.message, e.lineNumber, e.column);
}
esprima.parseModule('import a from "b"; export const c = 1', {}, (n, m) => {
  if (n.type === 'ImportDeclaration') console.log(m.start);
});
