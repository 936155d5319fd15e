const M = require('mustache');
console.log(
  M.render(
    '{{#a}}{{b}}{{/a}}{{^n}}none{{/n}} {{{h}}} {{&h}} {{h}} {{>part}} {{#f}}x{{z}}{{/f}} {{=<% %>=}}<% z %>',
    { a: [{ b: 1 }, { b: 2 }], h: '<b>', z: 'Z', f: () => (t, r) => '[' + r(t) + ']' },
    { part: 'P{{z}}' },
  ),
  M.parse('a{{b}}{{#c}}d{{/c}}'),
  M.escape('"/'),
);
try {
  M.render('{{#a}}');
} catch (e) {
  console.log(e.message);
}
