const ts = require('typescript');
const fs_src = Array.from(
  { length: 200 },
  (_, i) =>
    `export interface I${i}<T extends object = {}> { a?: T; readonly b: string | ${i}; m(x: number): Promise<T>; }\nexport abstract class C${i}<T extends object> extends Base<T> implements I${i}<T> { private static readonly k: number = ${i}; constructor(private x: T, public b = ${i} as const) { super() }\n  @dec() async m(this: C${i}<T>, x!: number): Promise<T> { const y = x satisfies number; return <T>this.x!; }\n  abstract q(): void; declare z: string }\nenum E${i} { A, B = A + ${i}, C = 'c' }\nnamespace N${i} { export const v = ${i}; export function f(): void {} }\ntype M${i} = { [K in keyof C${i}<{}>]: C${i}<{}>[K] extends infer U ? U : never };\nexport default function g${i}<const T,>(a: T[], ...r: any[]): asserts a is T[] { for (const q of a) console.log(q as unknown as string, r?.[0] ?? E${i}.A) }`,
).join('\n');
const out = ts.transpileModule(fs_src, {
  compilerOptions: {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    experimentalDecorators: true,
  },
});
let hsh = 0;
for (const c of out.outputText) hsh = (hsh * 31 + c.charCodeAt(0)) | 0;
console.log(out.outputText.length, hsh, out.outputText.slice(0, 900), fs_src.split('\n').length);
const sf = ts.createSourceFile('a.ts', 'let x: = 1; class { }', ts.ScriptTarget.Latest, true);
console.log(sf.parseDiagnostics.map((d) => [d.start, d.messageText]));
let n = 0;
(function v(x) {
  n++;
  ts.forEachChild(x, v);
})(
  ts.createSourceFile(
    'b.tsx',
    'const a = <div x={1}>{b}</div>; function f<T>(x: T) { return x }',
    99,
    true,
    ts.ScriptKind.TSX,
  ),
);
console.log(n, ts.createPrinter().printFile(sf));
