package lexscope.js.intrinsics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lexscope.js.vm.Running;
import org.junit.jupiter.api.Test;

/// The newer methods of iterators, and Array.fromAsync, each program as it is and with a collection
/// at every safepoint.
class IteratorCombinationsTest {
  private static void prints(String expected, String program) {
    assertEquals(expected, Running.script(program));
    assertEquals(expected, Running.scriptUnderStress(program), "under stress");
  }

  @Test
  void chunks_and_windows_group_values() {
    prints(
        "[[1,2],[3]]|[[1,2],[2,3]]|[[1,2]]|[]",
        """
        const show = i => console.log(JSON.stringify(i.toArray()));
        show([1, 2, 3].values().chunks(2));
        show([1, 2, 3].values().windows(2));
        show([1, 2].values().windows(3, "allow-partial"));
        show([1, 2].values().windows(3));
        """);
  }

  @Test
  void zip_ends_as_its_mode_says_and_closes_what_is_open() {
    prints(
        "closed|[[1,\"a\"]]|[[1,\"a\"],[2,0]]|Iterators are not of equal length",
        """
        const two = () => ({
          __proto__: Iterator.prototype, n: 0,
          next() { return { done: this.n++ === 2, value: this.n }; },
          return() { console.log("closed"); return {}; } });
        const show = i => console.log(JSON.stringify(i.toArray()));
        show(Iterator.zip([two(), ["a"]]));
        show(Iterator.zip([[1, 2], ["a"]], { mode: "longest", padding: [0, 0] }));
        try { show(Iterator.zip([[1, 2], ["a"]], { mode: "strict" })); }
        catch (e) { console.log(e.message); }
        """);
  }

  @Test
  void zip_keyed_makes_objects_and_concat_goes_on() {
    prints(
        "[{\"x\":1,\"y\":3},{\"x\":2,\"y\":4}]|[1,2,3]|true false",
        """
        const show = i => console.log(JSON.stringify(i.toArray()));
        show(Iterator.zipKeyed({ x: [1, 2], y: [3, 4] }));
        show(Iterator.concat([1], [2, 3]));
        console.log([1, 2].values().includes(2), [1, 2].values().includes(1, 1));
        """);
  }

  @Test
  void from_async_awaits_values_and_what_the_mapper_gives() {
    prints(
        "[2,4]|[1,2]|rejected no",
        """
        (async () => {
          console.log(JSON.stringify(await Array.fromAsync([1, Promise.resolve(2)], async x => 2 * x)));
          console.log(JSON.stringify(await Array.fromAsync((async function* () { yield 1; yield 2; })())));
          await Array.fromAsync([1], () => { throw "no"; }).catch(e => console.log("rejected", e));
        })();
        """);
  }
}
