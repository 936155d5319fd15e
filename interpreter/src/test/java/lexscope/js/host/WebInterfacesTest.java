package lexscope.js.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebInterfacesTest {
  @Test
  void listenersAreCalledInOrderAndOnceOnesLeave() {
    assertThat(
            ProgramOutput.of(
                """
                const target = new EventTarget();
                target.addEventListener('x', () => console.log('first'), { once: true });
                target.addEventListener('x', { handleEvent(e) { console.log(this.name, e.type); }, name: 'object' });
                target.dispatchEvent(new Event('x'));
                target.dispatchEvent(new Event('x'));
                """))
        .isEqualTo("first\nobject x\nobject x\n");
  }

  @Test
  void aListenerIsAnEdgeOfItsTargetUntilItIsRemoved() {
    assertThat(
            ProgramOutput.of(
                """
                globalThis.target = new EventTarget();
                const controller = new AbortController();
                const refs = {};
                (() => {
                  for (const name of ['kept', 'removed', 'aborted', 'once']) {
                    const data = { name };
                    refs[name] = new WeakRef(data);
                    const listener = () => data;
                    const options = name === 'aborted' ? { signal: controller.signal } : { once: name === 'once' };
                    target.addEventListener(name, listener, options);
                    if (name === 'removed') target.removeEventListener(name, listener);
                  }
                  controller.abort();
                  target.dispatchEvent(new Event('once'));
                })();
                setTimeout(() => gc(), 1);
                setTimeout(() => {
                  for (const name in refs) console.log(name, refs[name].deref() !== undefined);
                }, 2);
                """))
        .isEqualTo("kept true\nremoved false\naborted false\nonce false\n");
  }

  @Test
  void anErrorOfAListenerDoesNotKeepOthersFromRunning() {
    assertThat(
            ProgramOutput.of(
                """
                const target = new EventTarget();
                target.addEventListener('x', () => { throw new TypeError('bad'); });
                target.addEventListener('x', () => console.log('second'));
                target.dispatchEvent(new Event('x'));
                """))
        .contains("second\n")
        .contains("TypeError: bad");
  }

  @Test
  void eventsBubbleThroughTheDocument() {
    assertThat(
            ProgramOutput.of(
                """
                const log = name => e => console.log(name, e.eventPhase, e.target.id);
                document.body.addEventListener('click', log('capture'), true);
                document.body.addEventListener('click', log('bubble'));
                document.getElementById('b').addEventListener('click', log('target'));
                document.querySelector('#b').click();
                """,
                "<body><div id=a><button id=b>go</button></div>"))
        .isEqualTo("capture 1 b\ntarget 2 b\nbubble 3 b\n");
  }

  @Test
  void aDocumentIsReadTolerantly() {
    assertThat(
            ProgramOutput.of(
                """
                console.log(document.title, document.querySelectorAll('li').length);
                console.log(document.body.innerHTML);
                console.log(document.querySelector('ul > li.x').textContent);
                """,
                "<!doctype html><title>T &amp; t</title><ul><li>1<li class='x y'>2</ul></b>"
                    + "<!-- no --><p>a<br>b<p>c &lt; d"))
        .isEqualTo(
            "T & t 2\n"
                + "<ul><li>1</li><li class=\"x y\">2</li></ul><p>a<br>b</p><p>c &lt; d</p>\n"
                + "2\n");
  }

  @Test
  void aRemovedNodeIsCollectedUnlessTheProgramHoldsIt() {
    assertThat(
            ProgramOutput.of(
                """
                let held, refs;
                (() => {
                  document.body.innerHTML = '<p id="a"></p><p id="b"></p>';
                  const [a, b] = document.body.children;
                  refs = [new WeakRef(a), new WeakRef(b)];
                  held = a;
                  a.remove();
                  b.remove();
                })();
                setTimeout(() => gc(), 1);
                setTimeout(() => console.log(refs.map(r => r.deref() !== undefined)), 2);
                """))
        .isEqualTo("[ true, false ]\n");
  }

  @Test
  void aSelectorWithoutAnAlternativeBesideAnyCommaIsASyntaxError() {
    assertThat(
            ProgramOutput.of(
                """
                document.body.innerHTML = '<i></i><b></b>';
                console.log(document.querySelectorAll('i, b').length);
                for (const selector of ['i,', ',', ',i', '']) {
                  try {
                    console.log(document.querySelector(selector));
                  } catch (e) {
                    console.log(e.name);
                  }
                }
                """))
        .isEqualTo("2\nSyntaxError\nSyntaxError\nSyntaxError\nSyntaxError\n");
  }

  @Test
  void aTreeMayBeAsDeepAsTheHeap() {
    assertThat(
            ProgramOutput.of(
                """
                let at = document.body;
                for (let i = 0; i < 20000; i++) {
                  const next = document.createElement('i');
                  at.append(next);
                  at = next;
                  if (i % 5000 === 0) at = document.body;
                }
                at.append('x');
                console.log(document.body.textContent, document.body.innerHTML.length,
                  document.querySelectorAll('i').length);
                """))
        .isEqualTo("x 140001 20000\n");
  }

  @Test
  void bodiesOfResponsesAreReadOnceByPromises() {
    assertThat(
            ProgramOutput.of(
                """
                const response = Response.json({ a: [1] }, { status: 201 });
                console.log(response.status, response.ok, response.headers.get('Content-Type'));
                response.json().then(json => console.log(json)).then(() => response.text())
                  .catch(e => console.log(e.name));
                const request = new Request('/path', { method: 'post', body: 'b', headers: { X: '1' } });
                console.log(request.method, request.url, [...request.headers]);
                """))
        .isEqualTo(
            "201 true application/json\n"
                + "POST /path [ [ 'content-type', 'text/plain;charset=UTF-8' ], [ 'x', '1' ] ]\n"
                + "{ a: [ 1 ] }\n"
                + "TypeError\n");
  }

  @Test
  void textGoesThroughUtf8AndBack() {
    assertThat(
            ProgramOutput.of(
                """
                const bytes = new TextEncoder().encode('a\\u00e9\\ud83d\\ude00\\ud800');
                console.log(bytes.length, new TextDecoder().decode(bytes) === 'a\\u00e9\\ud83d\\ude00\\ufffd');
                try { new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([255])); }
                catch (e) { console.log(e.name); }
                """))
        .isEqualTo("10 true\nTypeError\n");
  }
}
