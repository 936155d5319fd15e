const prettier = require('prettier/standalone'),
  babel = require('prettier/plugins/babel'),
  estree = require('prettier/plugins/estree');
const src =
  "const  a = {b:1,'c':2,...d}\nfunction   f( x,y=3,{z,...w} ){ if(x)return y;else{ for(const q of w) console.log(`t${q}`,  x?.y ?? z) } }\nclass A extends B{ #p=1; static async *g(){ yield* await x } get q(){return this.#p} }\nexport default async()=>{ try{ await Promise.all([1,2,3].map(async(veryLongParameterName)=>{ return veryLongParameterName.someProperty.anotherProperty.third() })) }catch{ } finally{ x=a?b:c?d:e } }\n// comment\nlet veryLong = 'aaaaaaaaaaaaaaaaaaaaaaaaaaa' + \"it's\" + bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb + ccccccccccccccccccccccccc /* trailing */;\nswitch(a){case 1:b();break\ndefault:c()}\n const j = <div className=\"a\" {...p}>text {v} <b/></div>\n";
const p = prettier.default || prettier;
p.format(src, { parser: 'babel', plugins: [babel.default || babel, estree.default || estree] }).then(
  (r) => console.log(r),
  (e) => console.log(String(e)),
);
p.check('a\n', { parser: 'babel', plugins: [babel.default || babel, estree.default || estree] }).then(
  (r) => console.log(r),
  (e) => console.log(String(e).slice(0, 300)),
);
p.format('let = = 1', { parser: 'babel', plugins: [babel.default || babel, estree.default || estree] }).catch(
  (e) => console.log(e.message),
);
