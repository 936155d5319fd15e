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

// Every language reports every sort of issue.
const wrong = z.object({
  type: z.string(),
  small: z.number().min(5),
  big: z.string().max(1),
  few: z.array(z.number()).min(2),
  many: z.set(z.number()).max(1),
  exact: z.number().lt(0),
  format: z.email(),
  starts: z.string().startsWith('a'),
  ends: z.string().endsWith('z'),
  includes: z.string().includes('q'),
  regex: z.string().regex(/^x$/),
  step: z.number().multipleOf(7),
  value: z.enum(['a', 'b']),
  literal: z.literal(1),
  union: z.union([z.string(), z.boolean()]),
  key: z.record(z.string().min(9), z.number()),
  element: z.map(z.string(), z.number()),
});
const input = {
  type: 1, small: 1, big: 'long', few: [1], many: new Set([1, 2]), exact: 3, format: 'x', starts: 'b', ends: 'b', includes: 'b',
  regex: 'y', step: 5, value: 'c', literal: 2, union: 5, key: { a: 1 }, element: new Map([[1, 'x']]),
};
for (const [name, locale] of Object.entries(z.locales)) {
  z.config(locale());
  const { error } = wrong.strict().safeParse({ ...input, surplus: 1 });
  console.log(name, error.issues.length, error.issues.map((i) => i.message).join(' / ').slice(0, 400));
  const second = z.array(z.union([z.null(), z.nan()])).length(3).safeParse([{}, [], new Date(0), 1n, undefined, Symbol.iterator, () => {}]);
  console.log(second.error.issues[0].message);
}
z.config(z.locales.en());
const formats = {
  email: 'a@b.co', url: 'https://a.b', emoji: '😀', uuidv4: '00000000-0000-4000-8000-000000000000', guid: '00000000-0000-4000-8000-000000000000',
  nanoid: 'V1StGXR8_Z5jdHi6B-myT', cuid: 'cjld2cjxh0000qzrmn831i7rn', cuid2: 'tz4a98xxat96iws9zmbrgj3a', ulid: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  ipv4: '1.2.3.4', ipv6: '::1', cidrv4: '1.2.3.0/24', cidrv6: '::/8', base64: 'YQ==', base64url: 'YQ', e164: '+14155552671', jwt: 'a.b.c',
  ksuid: '0ujtsYcgvSTl8PAuAdqWYSMnLOv', xid: '9m4e2mr0ui3e8a215n4g', hostname: 'a.example', hex: 'ff', mac: '00:00:00:00:00:00',
};
for (const [name, text] of Object.entries(formats)) {
  if (typeof z[name] === 'function') console.log(name, z[name]().safeParse(text).success, z[name]().safeParse('?').success);
}
console.log(
  z.iso.date().safeParse('2020-02-30').success,
  z.iso.time({ precision: 0 }).safeParse('10:00:00').success,
  z.iso.duration().safeParse('P1D').success,
  z.stringbool().parse('yes'),
  z.templateLiteral(['a', z.number(), z.enum(['x', 'y'])]).parse('a5x'),
  z.string().toLowerCase().trim().normalize().overwrite((s) => s + '!').parse(' ABC '),
  z.int32().safeParse(2 ** 40).success,
  z.float64().parse(1.5),
  z.uint32().safeParse(-1).success,
  z.int64().parse(5n),
  z.uint64().safeParse(-5n).success,
  z.bigint().min(1n).max(9n).multipleOf(2n).safeParse(3n).error.issues[0].code,
  z.date().min(new Date(5)).safeParse(new Date(0)).error.issues[0].code,
  z.symbol().safeParse(1).success,
  z.undefined().parse(undefined),
  z.void().parse(undefined),
  z.never().safeParse(1).success,
  z.any().parse(1),
  z.unknown().parse(2),
  z.nullish(z.string()).parse(null),
  z.keyof(z.object({ a: z.any(), b: z.any() })).options,
  z.partialRecord(z.enum(['a', 'b']), z.number()).parse({ a: 1 }),
  z.looseObject({ a: z.number() }).parse({ a: 1, b: 2 }),
  z.strictObject({ a: z.number() }).safeParse({ a: 1, b: 2 }).success,
  z.object({ a: z.number() }).catchall(z.string()).parse({ a: 1, b: 'x' }),
  z.object({ a: z.number().optional() }).required().safeParse({}).success,
  z.json().parse({ a: [1, 'x', null] }),
  z.function({ input: [z.number()], output: z.string() }).implement((n) => 'n' + n)(5),
  z.nonoptional(z.string().optional()).safeParse(undefined).success,
  z.prefault(z.string().trim(), ' p ').parse(undefined),
  z.codec(z.string(), z.number(), { decode: (s) => Number(s), encode: (n) => String(n) }).decode('5'),
  z.custom((v) => v === 1).safeParse(2).success,
  z.check && z.string().check((c) => c.value.length > 3 && c.issues.push({ code: 'custom', input: c.value, message: 'long' })).safeParse('abcd').error.issues,
  z.string().superRefine((v, c) => c.addIssue('from refinement')).safeParse('x').error.issues[0].message,
  z.registry().add(z.string(), { title: 't' }) !== undefined,
  z.string().meta({ title: 'T', description: 'D' }).meta(),
  z.string().describe('text').description,
  JSON.stringify(z.toJSONSchema(z.object({ l: z.lazy(() => z.array(z.string())), d: z.string().default('x'), n: z.number().gt(1).lte(9).multipleOf(2), t: z.tuple([z.string()]).rest(z.null()), r: z.record(z.string(), z.bigint().optional()), e: z.email(), u: z.union([z.literal(1), z.literal('b')]), i: z.intersection(z.object({}), z.object({})) }), { unrepresentable: 'any', io: 'input', target: 'draft-7' })),
);
z.promise(z.number()).parseAsync(Promise.resolve(4)).then((n) => console.log('promised', n));
z.object({ a: z.string().transform(async (s) => s + '!') }).safeParseAsync({ a: 'x' }).then((x) => console.log(x.data));
console.log(z.formatError(r.error).name._errors, z.core.toDotPath ? z.core.toDotPath(['a', 0, 'b c']) : '', z.ZodError === r.error.constructor, r.error.flatten().formErrors);
