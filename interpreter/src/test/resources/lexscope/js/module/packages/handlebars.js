const H = require('handlebars');
H.registerHelper('up', (s, o) => s.toUpperCase() + (o.hash.x || ''));
H.registerHelper('list', function (items, o) {
  return items.map((i, n) => o.fn(i, { data: { n } })).join('') + o.inverse(this);
});
H.registerPartial('p', '<{{name}}:{{> @partial-block}}>');
console.log(
  H.compile(
    '{{#each users as |u i|}}{{i}}:{{u.name}}{{#if u.admin}}*{{else if u.x}}x{{else}}-{{/if}}{{@first}}{{@key}} {{/each}}{{{raw}}} {{esc}} {{up "abc" x="!"}} {{#with o}}{{p.q}}{{../esc}}{{/with}} {{#unless no}}un{{/unless}} {{lookup arr 1}} {{#> p name="n"}}blk{{/p}} {{! c }}{{~ "t" ~}} {{arr.[0]}} {{#list users}}({{name}}){{else}}E{{/list}}{{log "x" level="debug"}}',
  )({
    users: [
      { name: 'A', admin: 1 },
      { name: 'B', x: 1 },
    ],
    raw: '<i>',
    esc: '<&"\'`=>',
    o: { p: { q: 5 } },
    arr: ['a0', 'a1'],
  }),
);
console.log(
  H.precompile('{{a}} {{#b}}{{c}}{{/b}}').length,
  H.Utils.escapeExpression('<'),
  new H.SafeString('<'),
);
try {
  H.compile('{{#if}}')({});
} catch (e) {
  console.log(e.message);
}
try {
  H.compile('{{nohelper 1}}')({});
} catch (e) {
  console.log(e.message);
}
console.log(JSON.stringify(H.parse('a {{b.c d=1}}')).length);
