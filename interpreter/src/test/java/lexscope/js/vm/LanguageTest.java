package lexscope.js.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// What running programs do, by the parts of the language. Each program runs as it is and with a
/// collection at every safepoint.
class LanguageTest {
  private static void prints(String expected, String program) {
    assertEquals(expected, Running.script(program));
    assertEquals(expected, Running.scriptUnderStress(program), "under stress");
  }

  @Test
  void closures_of_one_call_share_its_variables() {
    prints(
        "2 1",
        """
        function make() { let n = 0; return { up: () => ++n, down: () => --n }; }
        const c = make(); c.up();
        console.log(c.up(), c.down());
        """);
  }

  @Test
  void each_iteration_of_a_let_loop_has_its_own_binding() {
    prints(
        "0,1,2",
        "let fs = []; for (let i = 0; i < 3; i++) fs.push(() => i);"
            + "console.log(fs.map(f => f()).join());");
  }

  @Test
  void break_leaves_a_for_of_loop_and_closes_its_iterator() {
    prints(
        "1|closed",
        """
        function* g() { try { yield 1; yield 2; } finally { console.log('closed'); } }
        for (const x of g()) { console.log(x); break; }
        """);
  }

  @Test
  void continue_to_an_outer_label_closes_the_inner_iterator_only() {
    prints(
        "a|inner|b|inner|outer",
        """
        function* g(name, ...xs) { try { yield* xs; } finally { console.log(name); } }
        next: for (const x of g('outer', 'a', 'b')) {
          for (const y of g('inner', 1, 2)) { console.log(x); continue next; }
        }
        """);
  }

  @Test
  void finally_runs_once_on_every_way_out_and_may_override_it() {
    prints(
        "f1|1|f2|over|f3|caught",
        """
        function one() { try { return 1; } finally { console.log('f1'); } }
        function two() { try { throw 2; } finally { console.log('f2'); return 'over'; } }
        console.log(one()); console.log(two());
        try { try { null.x; } finally { console.log('f3'); } } catch { console.log('caught'); }
        """);
  }

  @Test
  void destructuring_takes_defaults_and_rests() {
    prints(
        "1 4 5,6 z",
        """
        let { a, b: [, d = 4, ...rest], ...others } = { a: 1, b: [2, undefined, 5, 6], z: 9 };
        console.log(a, d, rest.join(), Object.keys(others).join());
        """);
  }

  @Test
  void parameters_with_expressions_have_a_scope_of_their_own() {
    prints(
        "outer body",
        """
        var x = 'outer';
        function f(read = () => x) { var x = 'body'; return read() + ' ' + x; }
        console.log(f());
        """);
  }

  @Test
  void classes_have_fields_private_members_and_super() {
    prints(
        "2 10 s true false",
        """
        class A {
          #p = 1; x = this.#p + 1; static s = 's';
          get p() { return this.#p; } static has(o) { return #p in o; }
        }
        class B extends A { constructor(...a) { super(...a); } m() { return super.p * 10; } }
        const b = new B();
        console.log(b.x, b.m(), B.s, A.has(b), A.has({}));
        """);
  }

  @Test
  void this_is_dead_before_super_returns() {
    prints(
        "ReferenceError",
        """
        class A {} class B extends A { constructor() { this.x = 1; super(); } }
        try { new B(); } catch (e) { console.log(e.name); }
        """);
  }

  @Test
  void generators_hand_values_in_and_out() {
    prints(
        "1 hi 2 true",
        """
        function* g() { const got = yield 1; console.log.call; yield got; return 2; }
        const i = g(); const a = i.next().value, b = i.next('hi').value, c = i.next();
        console.log(a, b, c.value, c.done);
        """);
  }

  @Test
  void async_functions_go_on_in_jobs() {
    prints(
        "sync|awaited 5|boo|then ret",
        """
        async function f(p) {
          console.log('awaited', await p);
          try { await Promise.reject(new Error('boo')); } catch (e) { console.log(e.message); }
          return 'ret';
        }
        f(Promise.resolve(5)).then(v => console.log('then', v));
        console.log('sync');
        """);
  }

  @Test
  void async_generators_queue_their_requests() {
    prints(
        "1 2 3",
        """
        async function* g() { yield 1; yield Promise.resolve(2); yield* [3]; }
        (async () => { const all = []; for await (const x of g()) all.push(x); console.log(...all); })();
        """);
  }

  @Test
  void direct_eval_sees_and_adds_variables_of_its_function() {
    prints(
        "3 1 undefined",
        """
        function f(n) { eval('var added = n + 1'); return [eval('n + added'), n]; }
        console.log(...f(1), typeof added);
        """);
  }

  @Test
  void indirect_eval_is_global() {
    prints(
        "global",
        "var v = 'global'; function f() { var v = 'local'; return (0, eval)('v'); }"
            + " console.log(f());");
  }

  @Test
  void mapped_arguments_follow_parameters_and_the_other_way_round() {
    prints(
        "x y",
        """
        function f(a) { arguments[0] = 'x'; const first = a; a = 'y'; return first + ' ' + arguments[0]; }
        console.log(f(1));
        """);
  }

  @Test
  void a_binding_in_its_dead_zone_is_a_reference_error() {
    prints(
        "Cannot access 'later' before initialization",
        "try { later; let later = 1; } catch (e) { console.log(e.message); }");
  }

  @Test
  void a_tagged_template_gets_one_object_per_site() {
    prints(
        "true false a\\n",
        """
        const tag = s => s; const f = () => tag`a\\n`;
        console.log(f() === f(), f() === tag`a\\n`, f().raw[0]);
        """);
  }

  @Test
  void with_looks_names_up_in_its_object() {
    prints("5 2", "var y = 2; with ({ x: 5 }) { console.log(x, y); }");
  }

  @Test
  void block_functions_also_assign_the_var_of_their_name() {
    prints(
        "undefined|h", "console.log(typeof h); { function h() { return 'h'; } } console.log(h());");
  }

  @Test
  void an_error_knows_where_it_was_made() {
    assertTrue(
        Running.script(
                "function thrower() {\n"
                    + "  throw new Error('x');\n"
                    + "}\n"
                    + "try { thrower(); } catch (e) { console.log(e.stack); }")
            .contains("at thrower (test.js:2:9)"));
  }

  @Test
  void the_caller_of_a_sloppy_function_is_shown_while_that_is_sloppy_code() {
    prints(
        "null g null null viaEval|null false false false",
        """
        function f() { return f.caller; }
        function g() { return f(); }
        function strict() { 'use strict'; return f(); }
        function viaBuiltIn() { let r; [1].forEach(function each() { r = each.caller; }); return r; }
        function viaEval() { return eval('f()'); }
        const name = v => (v === null ? 'null' : v.name);
        console.log(name(f()), ...[g, strict, viaBuiltIn, viaEval].map(each => name(each())));
        const d = Object.getOwnPropertyDescriptor(f, 'caller');
        console.log(d.value, d.writable, d.enumerable, d.configurable);
        """);
  }
}
