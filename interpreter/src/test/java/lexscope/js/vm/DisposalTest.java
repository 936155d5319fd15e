package lexscope.js.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Using declarations and stacks of disposable resources, each program as it is and with a
/// collection at every safepoint.
class DisposalTest {
  private static final String RESOURCE =
      "const r = (name, fail) => ({ [Symbol.dispose]() {"
          + " console.log(name); if (fail) throw new Error(name); } });\n"
          + "const a = name => ({ async [Symbol.asyncDispose]() { console.log(name); } });\n";

  private static void prints(String expected, String program) {
    assertEquals(expected, Running.script(RESOURCE + program));
    assertEquals(expected, Running.scriptUnderStress(RESOURCE + program), "under stress");
  }

  @Test
  void resources_are_disposed_of_in_reverse_order_when_a_block_is_left() {
    prints(
        "body|second|first|after",
        "{ using x = r('first'), y = r('second'); console.log('body'); } console.log('after');");
  }

  @Test
  void every_way_out_disposes() {
    prints(
        "returned|1|broken|continued|continued|caught thrown",
        """
        function f() { using x = r('returned'); return 1; }
        console.log(f());
        for (;;) { using x = r('broken'); break; }
        for (const i of [1, 2]) { using x = r('continued'); continue; }
        try { using x = { [Symbol.dispose]() {} }; throw 'thrown'; }
        catch (e) { console.log('caught', e); }
        """);
  }

  @Test
  void what_disposal_throws_suppresses_what_was_thrown_before() {
    prints(
        "b|a|SuppressedError a b body",
        """
        try { using x = r('a', true), y = r('b', true); throw new Error('body'); }
        catch (e) {
          console.log(e.name, e.error.message, e.suppressed.error.message,
              e.suppressed.suppressed.message);
        }
        """);
  }

  @Test
  void loops_dispose_at_the_end_of_each_iteration_or_of_the_loop() {
    prints(
        "body 1|1|body 2|2|turn|turn|head",
        """
        for (using x of [1, 2].map(n => Object.assign(r(n), { n }))) console.log('body', x.n);
        for (using x = r('head'), i = null; ;) {
          console.log('turn');
          if (globalThis.again) break;
          globalThis.again = true;
        }
        """);
  }

  @Test
  void await_using_awaits_the_disposal() {
    prints(
        "body|second|first|sync|done",
        """
        (async () => {
          {
            await using x = a('first'), y = a('second'), z = null;
            console.log('body');
          }
          { await using w = r('sync'); }
          console.log('done');
        })();
        """);
  }

  @Test
  void a_value_without_a_method_is_refused_after_the_others_were_disposed_of() {
    prints(
        "first|TypeError",
        """
        try { using x = r('first'), y = {}; console.log('not reached'); }
        catch (e) { console.log(e.name); }
        """);
  }

  @Test
  void stacks_move_adopt_and_defer() {
    prints(
        "true false|deferred|adopted 7|used|undefined",
        """
        const one = new DisposableStack();
        one.use(r('used'));
        one.adopt(7, n => console.log('adopted', n));
        one.defer(() => console.log('deferred'));
        const two = one.move();
        console.log(one.disposed, two.disposed);
        console.log(two.dispose());
        """);
  }

  @Test
  void an_async_stack_rejects_with_what_disposal_threw() {
    prints(
        "two|rejected one two",
        """
        const stack = new AsyncDisposableStack();
        stack.defer(async () => { throw 'one'; });
        stack.defer(() => { console.log('two'); throw 'two'; });
        stack.disposeAsync().catch(e => console.log('rejected', e.error, e.suppressed));
        """);
  }
}
