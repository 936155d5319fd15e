package lexscope.js.test262;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only `$262` makes: further realms, and an object that emulates undefined.
class Test262HostTest {
  @TempDir private Path folder;

  /// Runs a text in sloppy and in strict code.
  private void assertPasses(String text) {
    new TinyCheckout(folder).with("language/test.js", "flags: []", text);
    Checkout checkout = Checkout.open(folder.toString());
    Outcome outcome = new Execution(checkout).run(checkout.test("language/test.js"), Regime.PLAIN);
    assertThat(outcome.verdict().label() + outcome.reason()).isEqualTo("pass");
  }

  @Test
  void errors_of_class_constructors_are_of_the_realm_that_the_specification_names() {
    assertPasses(
        """
        const other = $262.createRealm().global;
        function thrown(run) {
          try { run(); } catch (e) { return e; }
        }
        const called = other.eval('(class {})');
        assert(thrown(() => called()).constructor === other.TypeError, 'called');
        const returning = other.eval('(class extends Object { constructor() { return 1; } })');
        assert(thrown(() => new returning()).constructor === TypeError, 'returning');
        const bare = other.eval('(class extends Object { constructor() {} })');
        assert(thrown(() => new bare()).constructor === ReferenceError, 'bare');
        const reading = other.eval('(class extends Object { constructor() { this; } })');
        assert(thrown(() => new reading()).constructor === other.ReferenceError, 'reading');
        """);
  }

  @Test
  void an_object_with_an_is_html_dda_slot_emulates_undefined() {
    assertPasses(
        """
        const all = $262.IsHTMLDDA;
        assert(typeof all === 'undefined', 'typeof');
        assert(!all && !(all ? true : false), 'condition');
        assert(all == null && undefined == all && !(all != null), 'loosely equal');
        assert(all !== undefined && all !== null, 'strictly different');
        assert(all != 0 && !(all == false), 'loosely different');
        assert((all ?? 1) === all && all?.x === undefined, 'not nullish');
        assert(all() === null, 'call');
        """);
  }
}
