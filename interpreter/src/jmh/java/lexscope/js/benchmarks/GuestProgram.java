package lexscope.js.benchmarks;

import java.util.Locale;

/// Small programs that any ECMAScript engine can run. Each defines a function `run` that does some
/// tens of milliseconds of work and gives a checksum; nothing survives a run.
///
/// They keep to what older engines have: no `let` in loops, no classes.
public enum GuestProgram {
  /// Makes closures over one variable and calls each a few times.
  CLOSURE_MAKE_AND_CALL(
      Subject.CLOSURES,
      """
      function makeCounter() { var count = 0; return function () { count = count + 1; return count; }; }
      function run() {
        var sum = 0;
        for (var i = 0; i < 40000; i++) {
          var next = makeCounter();
          next();
          sum = sum + next();
        }
        return sum;
      }
      """),
  /// Calls a closure that stays.
  CLOSURE_CALL(
      Subject.CLOSURES,
      """
      function makeCounter() { var count = 0; return function () { count = count + 1; return count; }; }
      function run() {
        var next = makeCounter(), sum = 0;
        for (var i = 0; i < 150000; i++) sum = (sum + next()) % 1000003;
        return sum;
      }
      """),
  /// Reads and writes variables of three functions around.
  CLOSURE_SCOPE_CHAIN(
      Subject.CLOSURES,
      """
      function outer() {
        var a = 1, b = 2, c = 3;
        return function middle() {
          var d = 4, e = 5, f = 6;
          return function inner(n) {
            var g = 7, h = 8;
            for (var i = 0; i < n; i++) {
              g = (a + b + c + d + e + f + g + h) % 10007;
              a = b; b = c; c = d; d = e; e = f; f = g;
            }
            return g + a;
          };
        };
      }
      function run() { return outer()()(50000); }
      """),
  /// Functions that give functions.
  CLOSURE_CURRIED(
      Subject.CLOSURES,
      """
      function add(a) { return function (b) { return function (c) { return a + b * c; }; }; }
      function run() {
        var sum = 0;
        for (var i = 0; i < 40000; i++) sum = (sum + add(i)(i + 1)(3)) % 1000003;
        return sum;
      }
      """),
  /// Objects whose methods are closures that share variables.
  CLOSURE_MODULES(
      Subject.CLOSURES,
      """
      function makeAccount(start) {
        var balance = start, moves = 0;
        return {
          deposit: function (n) { balance += n; moves++; },
          withdraw: function (n) { balance -= n; moves++; },
          state: function () { return balance + moves; }
        };
      }
      function run() {
        var sum = 0;
        for (var i = 0; i < 20000; i++) {
          var account = makeAccount(i);
          account.deposit(5);
          account.withdraw(3);
          sum = (sum + account.state()) % 1000003;
        }
        return sum;
      }
      """),
  /// Pipelines of composed functions.
  CLOSURE_COMPOSED(
      Subject.CLOSURES,
      """
      function compose(f, g) { return function (x) { return f(g(x)); }; }
      function plus(n) { return function (x) { return x + n; }; }
      function run() {
        var sum = 0;
        for (var i = 0; i < 4000; i++) {
          var f = plus(0);
          for (var k = 1; k < 8; k++) f = compose(plus(k), f);
          sum = (sum + f(i)) % 1000003;
        }
        return sum;
      }
      """),
  /// Calls, and little else.
  FIBONACCI(
      Subject.CALLS,
      """
      function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
      function run() { return fib(22); }
      """),
  /// Calls of methods on prototypes.
  METHODS(
      Subject.CALLS,
      """
      function Vector(x, y) { this.x = x; this.y = y; }
      Vector.prototype.plus = function (o) { return new Vector(this.x + o.x, this.y + o.y); };
      Vector.prototype.dot = function (o) { return this.x * o.x + this.y * o.y; };
      function run() {
        var v = new Vector(1, 2), w = new Vector(0, 1), sum = 0;
        for (var i = 0; i < 30000; i++) { w = w.plus(v); sum = (sum + w.dot(v)) % 1000003; }
        return sum;
      }
      """),
  /// Arithmetic of integers.
  INTEGERS(
      Subject.NUMBERS,
      """
      function run() {
        var a = 1, b = 0;
        for (var i = 0; i < 150000; i++) {
          a = (a * 31 + i) & 65535;
          b = (b ^ a) + (i >> 3);
          if (b > 1000000) b -= 1000000;
        }
        return a + b;
      }
      """),
  /// Arithmetic of doubles.
  MANDELBROT(
      Subject.NUMBERS,
      """
      function run() {
        var inside = 0;
        for (var py = 0; py < 40; py++) {
          for (var px = 0; px < 60; px++) {
            var x0 = px / 20 - 2.1, y0 = py / 18 - 1.1, x = 0, y = 0, n = 0;
            while (x * x + y * y < 4 && n < 60) {
              var t = x * x - y * y + x0;
              y = 2 * x * y + y0;
              x = t;
              n++;
            }
            inside += n;
          }
        }
        return inside;
      }
      """),
  /// Reads and writes of an object's properties.
  PROPERTIES(
      Subject.OBJECTS,
      """
      function run() {
        var p = { x: 1, y: 2, z: 3, next: { w: 4 } };
        for (var i = 0; i < 80000; i++) {
          p.x = (p.y + p.z) % 1009;
          p.y = p.z + p.next.w;
          p.z = p.x + 1;
          p.next.w = p.y & 255;
        }
        return p.x + p.y + p.z;
      }
      """),
  /// A linked list that is made, walked and dropped.
  LINKED_LIST(
      Subject.OBJECTS,
      """
      function run() {
        var head = null, sum = 0;
        for (var i = 0; i < 40000; i++) head = { value: i, next: head };
        for (var node = head; node !== null; node = node.next) sum = (sum + node.value) % 1000003;
        return sum;
      }
      """),
  /// Binary trees, recursively.
  TREES(
      Subject.OBJECTS,
      """
      function Tree(left, right) { this.left = left; this.right = right; }
      function make(depth) { return depth === 0 ? new Tree(null, null) : new Tree(make(depth - 1), make(depth - 1)); }
      function count(tree) { return tree.left === null ? 1 : 1 + count(tree.left) + count(tree.right); }
      function run() {
        var sum = 0;
        for (var i = 0; i < 8; i++) sum += count(make(11));
        return sum;
      }
      """),
  /// An object used as a map from strings.
  DICTIONARY(
      Subject.OBJECTS,
      """
      var words = [];
      for (var w = 0; w < 500; w++) words.push('word' + (w * 7919 % 1000));
      function run() {
        var counts = {}, sum = 0;
        for (var i = 0; i < 40000; i++) {
          var word = words[i * 31 % 500];
          counts[word] = (counts[word] || 0) + 1;
        }
        for (var key in counts) sum += counts[key] * key.length;
        return sum;
      }
      """),
  /// Map and Set.
  MAP_AND_SET(
      Subject.OBJECTS,
      """
      function run() {
        var map = new Map(), set = new Set(), sum = 0;
        for (var i = 0; i < 20000; i++) {
          var key = i * 7919 % 4001;
          map.set(key, (map.get(key) || 0) + i);
          if (set.has(key)) sum++; else set.add(key);
        }
        map.forEach(function (value, key) { sum = (sum + value + key) % 1000003; });
        return sum + set.size;
      }
      """),
  /// Prime numbers.
  SIEVE(
      Subject.ARRAYS,
      """
      function run() {
        var composite = [], count = 0;
        for (var i = 0; i <= 20000; i++) composite[i] = false;
        for (var n = 2; n <= 20000; n++) {
          if (!composite[n]) {
            count++;
            for (var m = n + n; m <= 20000; m += n) composite[m] = true;
          }
        }
        return count;
      }
      """),
  /// Matrix multiplication.
  MATRIX(
      Subject.ARRAYS,
      """
      function matrix(n, f) {
        var rows = [];
        for (var i = 0; i < n; i++) {
          var row = [];
          for (var j = 0; j < n; j++) row.push(f(i, j));
          rows.push(row);
        }
        return rows;
      }
      function run() {
        var n = 40, a = matrix(n, function (i, j) { return i + j; }), b = matrix(n, function (i, j) { return i - j; });
        var c = matrix(n, function (i, j) {
          var sum = 0;
          for (var k = 0; k < n; k++) sum += a[i][k] * b[k][j];
          return sum;
        });
        return c[3][5] + c[n - 1][n - 2];
      }
      """),
  /// Fills and sorts an array with a comparator.
  SORT(
      Subject.ARRAYS,
      """
      function run() {
        var values = [], seed = 42;
        for (var i = 0; i < 5000; i++) { seed = (seed * 1103 + 12345) % 65536; values.push(seed); }
        values.sort(function (a, b) { return a - b; });
        return values[0] + values[2500] * 3 + values[4999] * 7;
      }
      """),
  /// Array methods with callbacks.
  ARRAY_CALLBACKS(
      Subject.ARRAYS,
      """
      var numbers = [];
      for (var i = 0; i < 2000; i++) numbers.push(i);
      function run() {
        var sum = 0;
        for (var k = 0; k < 12; k++) {
          sum += numbers
            .map(function (x) { return x * 2 + k; })
            .filter(function (x) { return x % 3 === 0; })
            .reduce(function (a, b) { return a + b; }, 0);
        }
        return sum;
      }
      """),
  /// Builds strings piece by piece.
  STRING_BUILDING(
      Subject.STRINGS,
      """
      function run() {
        var text = '';
        for (var i = 0; i < 40000; i++) text += String.fromCharCode(97 + i % 26) + i;
        var parts = text.split('a'), joined = parts.join('-');
        return joined.length + joined.charCodeAt(1000) + parts.length;
      }
      """),
  /// Walks along a string.
  STRING_SCAN(
      Subject.STRINGS,
      """
      var line = '';
      for (var i = 0; i < 2000; i++) line += 'lorem ipsum dolor '.charAt(i % 18);
      function run() {
        var hash = 0, words = 0;
        for (var k = 0; k < 25; k++) {
          for (var i = 0; i < line.length; i++) {
            var c = line.charCodeAt(i);
            if (c === 32) words++;
            hash = (hash * 31 + c) % 65521;
          }
        }
        return hash + words;
      }
      """),
  /// Matching and replacing with regular expressions.
  REGULAR_EXPRESSIONS(
      Subject.STRINGS,
      """
      var log = '';
      for (var i = 0; i < 300; i++) log += '10:' + (10 + i % 50) + ' user' + i + '@host' + i % 7 + '.example GET /page/' + i + '\\n';
      function run() {
        var count = 0, pattern = /(\\w+)@(\\w+)\\.example\\s+(GET|PUT) \\/page\\/(\\d+)/g, match;
        while ((match = pattern.exec(log)) !== null) count += match[4].length + match[1].length;
        return count + log.replace(/\\d+/g, function (d) { return d.length; }).length;
      }
      """),
  /// Throws and catches.
  EXCEPTIONS(
      Subject.CONTROL,
      """
      function check(n) { if (n % 3 === 0) throw new Error('three'); return n; }
      function run() {
        var caught = 0, sum = 0;
        for (var i = 0; i < 20000; i++) {
          try { sum = (sum + check(i)) % 1000003; } catch (e) { caught += e.message.length; } finally { sum++; }
        }
        return sum + caught;
      }
      """),
  /// A generator in a loop.
  GENERATORS(
      Subject.CONTROL,
      """
      function* upTo(n) { for (var i = 0; i < n; i++) yield i; }
      function run() {
        var sum = 0, values = upTo(40000), step;
        while (!(step = values.next()).done) sum = (sum + step.value) % 1000003;
        return sum;
      }
      """);

  /// What a program spends its time on.
  public enum Subject {
    /// Making and calling closures.
    CLOSURES,
    /// Calls of functions and methods.
    CALLS,
    /// Arithmetic.
    NUMBERS,
    /// Objects, their properties, and collections.
    OBJECTS,
    /// Arrays.
    ARRAYS,
    /// Strings.
    STRINGS,
    /// Exceptions and generators.
    CONTROL
  }

  private final Subject subject;
  private final String text;

  GuestProgram(Subject subject, String text) {
    this.subject = subject;
    this.text = text;
  }

  /// What it spends its time on.
  public Subject subject() {
    return subject;
  }

  /// The source text.
  public String text() {
    return text;
  }

  /// The name in tables: in small letters, words joined by hyphens.
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
