package lexscope.js.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLoopTest {
  @Test
  void microtasksRunBeforeImmediatesAndTimers() {
    assertThat(
            ProgramOutput.of(
                """
                setTimeout(() => console.log('timer'));
                setImmediate(() => console.log('immediate'));
                Promise.resolve().then(() => console.log('promise job'));
                queueMicrotask(() => console.log('microtask'));
                console.log('script');
                """))
        .isEqualTo("script\npromise job\nmicrotask\nimmediate\ntimer\n");
  }

  @Test
  void timersFireInOrderOfTheirDueTimeThenOfTheirCreation() {
    assertThat(
            ProgramOutput.of(
                """
                setTimeout(() => console.log('c'), 30);
                setTimeout(() => console.log('a'), 10);
                setTimeout(() => console.log('b'), 10);
                """))
        .isEqualTo("a\nb\nc\n");
  }

  @Test
  void aClearedTimerNeitherFiresNorKeepsItsCallback() {
    assertThat(
            ProgramOutput.of(
                """
                let ref;
                (() => {
                  const big = {};
                  ref = new WeakRef(big);
                  clearTimeout(setTimeout(() => console.log('never', big), 10));
                })();
                setTimeout(() => { gc(); }, 20);
                setTimeout(() => console.log(ref.deref()), 30);
                """))
        .isEqualTo("undefined\n");
  }

  @Test
  void aWaitingTimerKeepsItsCallbackAndArguments() {
    assertThat(
            ProgramOutput.of(
                """
                let ref;
                (() => {
                  const argument = { name: 'kept' };
                  ref = new WeakRef(argument);
                  setTimeout(() => 0, 100, argument);
                })();
                setTimeout(() => { gc(); }, 20);
                setTimeout(() => console.log(ref.deref().name), 30);
                """))
        .isEqualTo("kept\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "say('a', 10).unref() | ''",
        "say('a', 10).unref().ref() | a",
        "const t = say('a', 10); t.unref(); t.unref(); t.ref() | a",
        "const t = say('a', 10); t.ref(); t.unref() | ''",
        "say('a', 10).unref(); say('b', 20) | a b",
        "say('a', 20).unref(); say('b', 10) | b",
        "say('a', 10).unref(); clearTimeout(say('b', 20)) | ''",
        "const t = say('a', 10); say('b', 20).unref(); clearTimeout(t); clearTimeout(t) | ''",
        "const t = say('a', 10).unref(); clearTimeout(t); t.ref() | ''",
        "const t = say('a', 10); setTimeout(() => t.refresh(), 5); say('b', 12).unref() | b a",
        "const t = setTimeout(() => { put('a'); t.unref(); t.refresh(); }, 10) | a",
        "let n = 0; const t = setInterval(() => { put('a'); if (++n === 3) t.unref(); }, 5) | a a"
            + " a",
        "const t = say('a', 10); setTimeout(() => t.unref().ref(), 20); say('b', 30).unref() | a",
        "setImmediate(put, 'a').unref() | ''",
        "setImmediate(put, 'a').unref(); setImmediate(put, 'b') | a b",
        "const i = setImmediate(put, 'a'); i.unref(); i.ref() | a",
        "const i = setImmediate(put, 'a').unref(); clearImmediate(setImmediate(put, 'b')) | ''",
        "say('a', 10).unref(); setImmediate(() => say('b', 20)) | a b",
      })
  void theProgramGoesOnOnlyForWhatIsReferenced(String program, String printed) {
    assertThat(
            ProgramOutput.of(
                "const put = (text) => console.log(text);"
                    + "const say = (text, delay) => setTimeout(put, delay, text);"
                    + program))
        .isEqualTo(printed.equals("''") ? "" : printed.replace(' ', '\n') + "\n");
  }

  @Test
  void aRepeatingTimerFiresUntilTheLimitsOfTheRun() {
    assertThat(
            ProgramOutput.of(
                """
                let turns = 0;
                setInterval(() => { turns++; }, 1000);
                setTimeout(() => console.log(turns), 999999);
                """))
        .isEqualTo("999\n");
  }

  @Test
  void timeIsVirtualAndTheSameInEveryRun() {
    String program =
        "const start = performance.now(); setTimeout(() => console.log(Date.now(),"
            + " performance.now() - start, Math.random()), 86400)";
    assertThat(ProgramOutput.of(program)).isEqualTo(ProgramOutput.of(program));
  }

  @Test
  void whatAWeakRefShowedStaysAliveUntilTheTurnIsOver() {
    assertThat(
            ProgramOutput.of(
                """
                const ref = new WeakRef({ alive: true });
                gc();
                console.log(ref.deref() !== undefined);
                setTimeout(() => { gc(); console.log(ref.deref()); }, 1);
                """))
        .isEqualTo("true\nundefined\n");
  }

  @Test
  void finalizationRunsInOrderOfRegistrationWhenNothingElseIsLeft() {
    assertThat(
            ProgramOutput.of(
                """
                const registry = new FinalizationRegistry(held => console.log(held));
                for (let i = 0; i < 5; i++) registry.register({}, 'object ' + i);
                setTimeout(() => console.log('timer'), 10);
                """))
        .isEqualTo("timer\nobject 0\nobject 1\nobject 2\nobject 3\nobject 4\n");
  }

  @Test
  void anUnhandledRejectionEndsTheProgram() {
    assertThat(ProgramOutput.of("Promise.reject(new RangeError('why'));"))
        .contains("RangeError: why");
  }

  @Test
  void aRejectionThatIsHandledInTheSameTurnDoesNot() {
    assertThat(
            ProgramOutput.of(
                "const p = Promise.reject(1); queueMicrotask(() => p.catch(e =>"
                    + " console.log('caught', e)));"))
        .isEqualTo("caught 1\n");
  }

  @Test
  void structuredCloneKeepsCirclesAndSharing() {
    assertThat(
            ProgramOutput.of(
                """
                const shared = [1];
                const source = { a: shared, b: shared, map: new Map([[1, shared]]) };
                source.self = source;
                const copy = structuredClone(source);
                console.log(copy !== source, copy.self === copy, copy.a === copy.b,
                  copy.map.get(1) === copy.a, copy.a !== shared);
                try { structuredClone(() => 1); } catch (e) { console.log(e.name); }
                """))
        .isEqualTo("true true true true true\nDataCloneError\n");
  }
}
