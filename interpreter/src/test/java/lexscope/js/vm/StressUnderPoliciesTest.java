package lexscope.js.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lexscope.js.policy.CapturePolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a policy gives up is never missed, and what is needed is rooted: with a collection at every
/// safepoint, under each policy.
class StressUnderPoliciesTest {
  @ParameterizedTest
  @EnumSource(CapturePolicy.class)
  void arrows_in_the_members_of_a_class_find_its_home_objects(CapturePolicy policy) {
    assertEquals(
        "p q|p q|p q|p",
        Running.scriptUnderStress(
            """
            class A { get p() { return 'p'; } static get q() { return 'q'; } }
            class Methods extends A {
              m() { return () => super.p; }
              static s() { return () => super.q; }
            }
            class Fields extends A { f = () => super.p; static g = () => super.q; }
            class Evals extends A {
              e = () => eval('super.p');
              static { this.b = () => super.q; }
            }
            const m = new Methods().m(), s = Methods.s();
            const f = new Fields().f, g = Fields.g;
            const e = new Evals().e, b = Evals.b;
            const o = { __proto__: { p: 'p' }, n() { return () => super.p; } }.n();
            for (let i = 0; i < 5; i++) ({});
            console.log(m(), s());
            console.log(f(), g());
            console.log(e(), b());
            console.log(o());
            """,
            policy));
  }

  @ParameterizedTest
  @EnumSource(CapturePolicy.class)
  void a_method_outlives_the_literal_that_it_was_written_in(CapturePolicy policy) {
    assertEquals(
        "3",
        Running.scriptUnderStress(
            """
            const method = { method(n) { const add = () => n + 1; return add() + 1; } }.method;
            for (let i = 0; i < 5; i++) ({});
            console.log(method(1));
            """,
            policy));
  }

  @ParameterizedTest
  @EnumSource(CapturePolicy.class)
  void a_record_around_a_function_that_does_not_use_it_may_go(CapturePolicy policy) {
    assertEquals(
        "caught 1",
        Running.scriptUnderStress(
            """
            const f = async function* named([x]) { yield x; };
            const bad = { get [Symbol.iterator]() { ({}); throw 'caught'; } };
            for (let i = 0; i < 5; i++) ({});
            let caught;
            try { f(bad); } catch (e) { caught = e; }
            f([1]).next().then(r => console.log(caught, r.value));
            """,
            policy));
  }

  @ParameterizedTest
  @EnumSource(CapturePolicy.class)
  void an_async_iterator_lives_while_its_next_is_looked_up(CapturePolicy policy) {
    assertEquals(
        "1 2",
        Running.scriptUnderStress(
            """
            const iterable = {
              [Symbol.asyncIterator]() {
                return {
                  n: 0,
                  get next() {
                    (() => ({}))();
                    return function () { return { value: ++this.n, done: !(this.n <= 2) }; };
                  },
                };
              },
            };
            async function* all() { yield* iterable; }
            (async () => {
              const seen = [];
              for await (const value of all()) seen.push(value);
              console.log(seen.join(' '));
            })();
            """,
            policy));
  }

  @ParameterizedTest
  @EnumSource(CapturePolicy.class)
  void a_for_in_loop_passes_by_symbols(CapturePolicy policy) {
    assertEquals(
        "a,b",
        Running.scriptUnderStress(
            """
            const o = { [Symbol('own')]: 1, a: 1, b: 2 };
            const keys = [];
            for (const k in o) { delete o[Object.getOwnPropertySymbols(o)[0]]; keys.push(k, {}); }
            console.log(keys.filter(k => typeof k === 'string').join());
            """,
            policy));
  }

  @ParameterizedTest
  @EnumSource(CapturePolicy.class)
  void an_array_lets_go_what_was_taken_off_its_end_or_beginning(CapturePolicy policy) {
    assertEquals(
        "2 1",
        Running.scriptUnderStress(
            """
            const queue = [], stack = [];
            for (let i = 0; i < 20; i++) {
              queue.push([i]);
              queue.push([i]);
              stack.push([i]);
              for (let j = 0; j < 5; j++) [j];
              queue.shift();
              queue.shift();
              stack.pop();
              for (let j = 0; j < 5; j++) [j];
            }
            queue.push(1, 2);
            stack.push(1);
            console.log(queue.length, stack.length);
            """,
            policy));
  }
}
