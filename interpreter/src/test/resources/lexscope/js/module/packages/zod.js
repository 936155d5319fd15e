const { z } = require('zod');
const User = z.object({
  id: z.number().int().positive(),
  name: z.string().min(2).max(10).trim(),
  email: z.email().optional(),
  tags: z.array(z.string()).default([]),
  role: z.enum(['a', 'b']),
  nested: z.object({ d: z.coerce.date() }).partial(),
  u: z.union([z.string(), z.number()]),
  t: z.tuple([z.string(), z.boolean()]).rest(z.number()).nullable(),
});
console.log(
  User.parse({ id: 1, name: ' Anna ', role: 'a', nested: { d: 0 }, u: 5, t: ['x', true, 1, 2], extra: 1 }),
);
const r = User.safeParse({ id: -1.5, name: 'x', email: 'no', role: 'c', nested: [], u: {}, t: [1] });
console.log(r.success, JSON.stringify(r.error.issues, null, 1));
console.log(z.prettifyError(r.error));
console.log(JSON.stringify(z.treeifyError(r.error)));
console.log(z.flattenError(r.error));
const D = z.discriminatedUnion('k', [
  z.object({ k: z.literal('a'), v: z.string() }),
  z.object({ k: z.literal('b'), w: z.number() }),
]);
console.log(D.parse({ k: 'b', w: 1 }), D.safeParse({ k: 'c' }).error.issues[0].code);
console.log(
  z
    .string()
    .transform((s) => s.length)
    .pipe(z.number().min(3))
    .safeParse('ab').error.issues[0].message,
  z.preprocess(Number, z.number()).parse('5'),
  z
    .string()
    .refine((s) => s === 'x', 'must be x')
    .safeParse('y').error.issues,
);
console.log(
  z.record(z.string(), z.number()).parse({ a: 1 }),
  z.map(z.string(), z.number()).parse(new Map([['a', 1]])),
  z.set(z.number()).parse(new Set([1])),
  z.lazy(() => z.string()).parse('l'),
  z.instanceof(Date).safeParse(1).success,
  z.bigint().parse(5n),
  z.nan().safeParse(NaN).success,
  z.string().regex(/^a+$/).safeParse('aaa').success,
  z.uuid().safeParse('not').success,
  z.iso.datetime().safeParse('2020-01-01T00:00:00Z').success,
);
const Cat = z.object({ n: z.string() }),
  Ext = Cat.extend({ a: z.number() })
    .pick({ a: true })
    .merge(z.object({ q: z.boolean() }))
    .strict();
console.log(
  Ext.safeParse({ a: 1, q: true, z: 1 }).error.issues,
  Object.keys(Ext.shape),
  z.string().catch('dflt').parse(5),
  z.intersection(Cat, z.object({ m: z.number() })).parse({ n: 'a', m: 1 }),
);
z.string()
  .refine(async (s) => s.length > 2)
  .parseAsync('ab')
  .catch((e) => console.log(e.issues[0].code));
console.log(z.string().brand().readonly().parse('x'), z.toJSONSchema(User.omit({ nested: true })));
