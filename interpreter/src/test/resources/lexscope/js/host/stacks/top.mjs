const clean = (stack) => String(stack).split('\n').filter((l) => !l.includes('node:'))
  .map((l) => l.replace(/(file:\/\/)?\/[^\s():]*\//g, '')).join('\n');
async function leaf() { await null; throw new Error('leaf'); }
console.log(clean(new Error('top').stack));
try { await leaf(); } catch (e) { console.log(clean(e.stack)); }
await null;
console.log(clean(new Error('after').stack));
function f() { console.log(clean(new Error('in f').stack)); }
f();
export default function () { throw new Error('def'); }
import d, * as self from './top.mjs';
try { d(); } catch (e) { console.log(clean(e.stack)); }
try { self.default(); } catch (e) { console.log(clean(e.stack)); }
for await (const x of [1]) f();
export const arrow = () => { throw new Error('arrow'); };
try { arrow(); } catch (e) { console.log(clean(e.stack)); }
