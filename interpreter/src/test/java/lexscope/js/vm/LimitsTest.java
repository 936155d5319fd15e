package lexscope.js.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import org.junit.jupiter.api.Test;

/// Deep recursion, long chains, and HotSpot's limit.
class LimitsTest {
  @Test
  void recursion_without_end_is_a_range_error() {
    assertEquals(
        "true Maximum call stack size exceeded",
        Running.script(
            "function f() { return f() + 1; }"
                + "try { f(); } catch (e) { console.log(e instanceof RangeError, e.message); }"));
  }

  @Test
  void recursion_through_built_ins_getters_and_constructors_has_the_same_limit() {
    assertEquals(
        "RangeError RangeError RangeError",
        Running.script(
            """
            const of = f => { try { f(); } catch (e) { return e.name; } };
            const each = () => [1].forEach(each);
            const o = { get g() { return this.g; } };
            class C { constructor() { new C(); } }
            console.log(of(each), of(() => o.g), of(() => new C()));
            """));
  }

  @Test
  void a_list_of_a_million_links_is_built_collected_and_walked() {
    assertEquals(
        "1000000",
        Running.script(
            """
            let head = null;
            for (let i = 0; i < 1000000; i++) head = { next: head };
            let n = 0; for (let p = head; p; p = p.next) n++;
            console.log(n);
            """));
  }

  @Test
  void a_chain_of_a_hundred_thousand_closures_survives() {
    assertEquals(
        "100000",
        Running.script(
            """
            let f = null;
            for (let i = 0; i < 100000; i++) { const g = f; f = () => g; }
            let n = 0; for (let p = f; p; p = p()) n++;
            console.log(n);
            """));
  }

  @Test
  void the_interpreter_loop_is_small_enough_for_the_compiler() throws IOException {
    try (InputStream in = Interpreter.class.getResourceAsStream("Interpreter.class")) {
      var model = ClassFile.of().parse(java.util.Objects.requireNonNull(in).readAllBytes());
      int length =
          model.methods().stream()
              .filter(method -> method.methodName().equalsString("execute"))
              .map(method -> method.code().orElseThrow())
              .mapToInt(code -> ((CodeAttribute) code).codeLength())
              .max()
              .orElseThrow();
      assertTrue(length < 7000, "execute has " + length + " bytes; HotSpot's limit is 8000");
    }
  }
}
