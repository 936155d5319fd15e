package lexscope.js.host;

import static org.assertj.core.api.Assertions.assertThat;

import lexscope.js.intrinsics.Realm;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.regexp.RegExpCompiler;
import lexscope.js.source.SourceText;
import lexscope.js.vm.Machine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What inspection must not do. What it prints is compared with Node's output in
/// [InspectCorpusTest].
final class InspectorTest {
  private Machine machine;

  @BeforeEach
  void makeRealm() {
    machine = new Machine(CapturePolicy.UNION, RegExpCompiler::validate);
    Realm.create(machine);
  }

  @Test
  void anObserverRunsNoGetterTrapOrCustomMethod() {
    Object value =
        evaluate(
            """
            const boom = () => { throw new Error('ran'); };
            ({
              get [Symbol.toStringTag]() { boom(); },
              [Symbol.for('nodejs.util.inspect.custom')]: boom,
              get a() { boom(); },
              p: new Proxy({ x: 1 }, { get: boom, ownKeys: boom, getOwnPropertyDescriptor: boom, getPrototypeOf: boom }),
              e: Object.defineProperty(new Error('m'), 'name', { get: boom }),
            })
            """);
    assertThat(Inspector.forObserver(machine, InspectOptions.DEFAULT).inspect(value))
        .contains("a: [Getter]", "p: { x: 1 }");
  }

  @Test
  void inspectingAllocatesNoCell() {
    Object value =
        evaluate(
            """
            let rope = 'a'.repeat(20); rope += 'b'.repeat(20);
            ({ rope, f() {}, c: class A {}, m: new Map([[1, { x: 2 }]]), e: new Error('never asked'), d: new Date(0),
               r: /x/g, t: new Uint8Array(3), b: new BigInt64Array([1n, 2n]), list: [1, , 3], [Symbol('s')]: new Set('ab') })
            """);
    long before = machine.heap().totalAllocatedCells();
    String text = Inspector.forProgram(machine, InspectOptions.DEFAULT).inspect(value);
    assertThat(text).contains("aaabbb", "[Function: f]", "never asked", "1n, 2n");
    assertThat(machine.heap().totalAllocatedCells()).isEqualTo(before);
  }

  @Test
  void aListDeeperThanTheJavaStackCouldFollowIsCutOff() {
    Object list =
        evaluate("let list = null; for (let i = 0; i < 100000; i++) list = { list }; list");
    InspectOptions all = InspectOptions.DEFAULT.withDepth(InspectOptions.UNLIMITED);
    assertThat(Inspector.forProgram(machine, all).inspect(list))
        .contains("Inspection interrupted prematurely");
  }

  private Object evaluate(String text) {
    return machine.evaluation().runScript(new SourceText("test.js", text));
  }
}
