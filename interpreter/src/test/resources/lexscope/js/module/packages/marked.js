const { marked, Marked, Lexer } = require('marked');
const md =
  '# Title *em* & <b>\n\nPara with `code`, **bold**, ~~del~~, [l](http://x "t") ![i](y.png) <http://auto.link> www.example.com\n\n- a\n- b\n  1. c\n  2. d\n- [x] done\n\n> quote\n> more\n\n```js\nlet a = "<x>";\n```\n\n| h | i |\n|:--|--:|\n| 1 | 2 |\n\n---\n\nterm  \nbreak\\\nline [ref][r] &amp; &copy;\n\n[r]: /url\n\n<div>html</div>\n\n    indented\n\nSetext\n===\n';
console.log(marked.parse(md));
console.log(JSON.stringify(new Lexer().lex('* a\n  * b\n\n1) x')).length, marked.parseInline('a **b** c'));
const mm = new Marked({
  breaks: true,
  renderer: {
    heading({ tokens, depth }) {
      return `<x${depth}>${this.parser.parseInline(tokens)}</x>`;
    },
  },
  walkTokens(t) {
    if (t.type === 'strong') t.type = 'em';
  },
});
console.log(mm.parse('# A **b**\nc\nd'));
