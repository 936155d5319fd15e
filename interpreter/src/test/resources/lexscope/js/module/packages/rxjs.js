const {
  of,
  from,
  interval,
  Subject,
  BehaviorSubject,
  ReplaySubject,
  AsyncSubject,
  merge,
  concat,
  combineLatest,
  forkJoin,
  zip,
  race,
  throwError,
  EMPTY,
  NEVER,
  timer,
  defer,
  iif,
  range,
  generate,
  fromEvent,
  Observable,
  firstValueFrom,
  lastValueFrom,
  VirtualTimeScheduler,
  queueScheduler,
  asapScheduler,
  partition,
  using,
  bindCallback,
} = require('rxjs');
const op = require('rxjs/operators');
const show = (name) => ({
  next: (v) => console.log(name, v),
  error: (e) => console.log(name, 'error', e.message || e),
  complete: () => console.log(name, 'done'),
});
range(1, 10)
  .pipe(
    op.filter((x) => x % 2),
    op.map((x) => x * x),
    op.scan((a, b) => a + b, 0),
    op.takeWhile((x) => x < 100),
    op.pairwise(),
  )
  .subscribe(show('range'));
const s = new Subject();
const sub = s.pipe(op.bufferCount(2), op.withLatestFrom(of('k'))).subscribe(show('buf'));
s.next(1);
s.next(2);
s.next(3);
s.complete();
const b = new BehaviorSubject(0);
b.pipe(op.distinctUntilChanged(), op.skip(1)).subscribe(show('beh'));
b.next(0);
b.next(1);
b.next(1);
b.next(2);
b.complete();
const r = new ReplaySubject(2);
[1, 2, 3].forEach((x) => r.next(x));
r.subscribe(show('replay'));
const as = new AsyncSubject();
as.subscribe(show('async'));
as.next(1);
as.next(2);
as.complete();
combineLatest([of(1, 2), of('a', 'b')]).subscribe(show('cl'));
zip(of(1, 2, 3), of('a', 'b')).subscribe(show('zip'));
forkJoin({ a: of(1, 2), b: from(Promise.resolve(9)) }).subscribe(show('fork'));
throwError(() => new Error('boom'))
  .pipe(
    op.retry(2),
    op.catchError((e) => of('caught ' + e.message)),
    op.finalize(() => console.log('fin')),
  )
  .subscribe(show('err'));
interval(110)
  .pipe(
    op.take(4),
    op.mergeMap((x) => timer(55).pipe(op.mapTo ? op.mapTo(x) : op.map(() => x))),
  )
  .subscribe(show('int'));
of(1, 2)
  .pipe(op.switchMap((x) => timer(1000).pipe(op.map((y) => [x, y]))))
  .subscribe(show('switch'));
from([3, 1, 2])
  .pipe(
    op.concatMap((x) => of(x).pipe(op.delay(x))),
    op.toArray(),
  )
  .subscribe(show('concat'));
from([1, 2, 3, 4])
  .pipe(
    op.groupBy((x) => x % 2),
    op.mergeMap((g) =>
      g.pipe(
        op.reduce((a, x) => a + x, 0),
        op.map((t) => [g.key, t]),
      ),
    ),
  )
  .subscribe(show('group'));
generate({ initialState: 1, condition: (x) => x < 20, iterate: (x) => x * 2 })
  .pipe(op.last())
  .subscribe(show('gen'));
setTimeout(() => from([1, 2, 3]).pipe(op.debounceTime(10)).subscribe(show('debounce')), 400);
setTimeout(() => from([1, 2, 3]).pipe(op.throttleTime(10)).subscribe(show('throttle')), 500);
setTimeout(
  () => from([1, 2, 3]).pipe(op.concatWith(NEVER), op.auditTime(10), op.take(1)).subscribe(show('audit')),
  600,
);
setTimeout(
  () => from([1, 2, 3]).pipe(op.concatWith(NEVER), op.sampleTime(10), op.take(1)).subscribe(show('sample')),
  700,
);
setTimeout(() => NEVER.pipe(op.timeout({ each: 20 })).subscribe(show('timeout')), 800);
const shared = interval(100).pipe(op.take(3), op.share());
shared.subscribe(show('sh1'));
setTimeout(() => shared.subscribe(show('sh2')), 150);
of({ a: { b: 1 } })
  .pipe(
    op.map((x) => x.a.b),
    op.tap((x) => console.log('tap', x)),
    op.startWith(0),
    op.endWith(9),
    op.expand((x) => (x && x < 3 ? of(x + 1) : EMPTY)),
  )
  .subscribe(show('expand'));
from([5, 3, 8]).pipe(op.max()).subscribe(show('max'));
from([]).pipe(op.defaultIfEmpty('none')).subscribe(show('def'));
from([]).pipe(op.throwIfEmpty()).subscribe(show('tie'));
from([1, 2]).pipe(op.single()).subscribe(show('single'));
of(1).pipe(op.isEmpty()).subscribe(show('empty'));
of(1, 2, 3)
  .pipe(op.every((x) => x < 3))
  .subscribe(show('every'));
of(1, 2, 3)
  .pipe(op.find((x) => x > 1))
  .subscribe(show('find'));
of(1, 2, 3)
  .pipe(op.materialize())
  .subscribe((n) => console.log('mat', n.kind, n.value));
of(1, 2, 3, 4).pipe(op.windowCount(2), op.mergeAll(), op.count()).subscribe(show('win'));
of(1, 2).pipe(op.repeat(2), op.elementAt(3)).subscribe(show('rep'));
race(timer(960), timer(930).pipe(op.map(() => 'fast'))).subscribe(show('race'));
const vt = new VirtualTimeScheduler();
interval(100, vt).pipe(op.take(2)).subscribe(show('vt'));
vt.flush();
bindCallback((a, cb) => cb(a + 1))(4).subscribe(show('bind'));
(async () => {
  console.log(await firstValueFrom(of(7)), await lastValueFrom(of(7, 8)));
  try {
    await firstValueFrom(EMPTY);
  } catch (e) {
    console.log(e.name, e.message);
  }
})();
const et = new EventTarget();
fromEvent(et, 'hi')
  .pipe(
    op.map((e) => e.type),
    op.take(1),
  )
  .subscribe(show('ev'));
et.dispatchEvent(new Event('hi'));
const un = new Observable((s) => {
  s.next(1);
  return () => console.log('torn');
}).subscribe(show('man'));
un.unsubscribe();
