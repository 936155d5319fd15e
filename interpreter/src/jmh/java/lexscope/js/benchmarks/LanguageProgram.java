package lexscope.js.benchmarks;

/// Small programs in the language of today, for what [GuestProgram] may not use; each defines a
/// function `run`.
public enum LanguageProgram {
  /// `for`-`of` over arrays.
  FOR_OF(
      """
      const values = Array.from({ length: 2000 }, (_, i) => i);
      function run() {
        let sum = 0;
        for (let k = 0; k < 20; k++) for (const value of values) sum = (sum + value) % 1000003;
        return sum;
      }
      """),
  /// A record per iteration, kept by a closure.
  PER_ITERATION_LET(
      """
      function run() {
        const last = [];
        for (let i = 0; i < 30000; i++) last[i % 10] = () => i;
        return last.reduce((sum, f) => sum + f(), 0);
      }
      """),
  /// Classes with fields, private names and `super`.
  CLASSES(
      """
      class Shape {
        #edges = 0;
        name = 'shape';
        constructor(edges) { this.#edges = edges; }
        get edges() { return this.#edges; }
        area() { return 0; }
      }
      class Square extends Shape {
        constructor(side) { super(4); this.side = side; }
        area() { return super.area() + this.side * this.side; }
      }
      function run() {
        let sum = 0;
        for (let i = 0; i < 10000; i++) { const s = new Square(i % 10); sum += s.area() + s.edges; }
        return sum;
      }
      """),
  /// Patterns, spread, rest, defaults and templates.
  DESTRUCTURING(
      """
      function swap([a, b], { c = 3, ...rest } = {}) { return [b, a, c, ...Object.keys(rest)]; }
      function run() {
        let length = 0;
        for (let i = 0; i < 5000; i++) length += `${swap([i, i + 1], { d: i, e: 2 })}`.length;
        return length;
      }
      """),
  /// A generator under `for`-`of`.
  GENERATOR_FOR_OF(
      """
      function* upTo(n) { for (let i = 0; i < n; i++) yield i; }
      function run() {
        let sum = 0;
        for (const i of upTo(30000)) sum = (sum + i) % 1000003;
        return sum;
      }
      """),
  /// `async` functions that await each other.
  PROMISES(
      """
      let total = 0;
      async function add(n) { await null; total += n; }
      async function all() { for (let i = 0; i < 2000; i++) await add(1); }
      function run() { all(); return 1; }
      """),
  /// Objects that die young.
  SHORT_LIVED(
      """
      function run() {
        let sum = 0;
        for (let i = 0; i < 50000; i++) { const p = { x: i, y: { z: i } }; sum = (sum + p.y.z) % 1000003; }
        return sum;
      }
      """),
  /// Objects that die young beside a million that live.
  SHORT_LIVED_BESIDE_A_MILLION(
      """
      const living = [];
      for (let i = 0; i < 1000000; i++) living.push({ i });
      function run() {
        let sum = 0;
        for (let i = 0; i < 50000; i++) { const p = { x: i, y: { z: i } }; sum = (sum + p.y.z) % 1000003; }
        return sum;
      }
      """);

  private final String text;

  LanguageProgram(String text) {
    this.text = text;
  }

  /// The source text.
  public String text() {
    return text;
  }
}
