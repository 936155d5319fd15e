import { add, element } from './dom.js';
import { bytes, counted, nodeText, number, share } from './format.js';
import { report } from './model.js';
import { drawPath, nodeLink, stepsOf } from './paths.js';
import { address } from './state.js';
import { bar } from './tables.js';

// What may be a leak, each with evidence and a drawn path.

/** The first steps of a long path that stay. */
const FIRST_STEPS = 42;

/** A suspect; its path is drawn at once or on demand. */
export function suspectCard(suspect, i, open) {
  const path = () => drawPath(stepsOf(suspect.path, report.pathLengths[i], FIRST_STEPS), `Path to ${nodeText(suspect.example)}`);
  const details = element('details', { open },
    element('summary', null, `Why ${nodeText(suspect.example)} is alive`),
    open ? path() : null);
  if (!open) {
    details.addEventListener('toggle', () => details.append(path()), { once: true });
  }
  return element('article', { class: 'card suspect', id: `suspect-${i + 1}` },
    element('header', null,
      element('h3', null, element('a', { href: address('suspects', String(i + 1)) }, suspect.title)),
      element('span', { class: 'badge accent' }, suspect.sort)),
    element('div', { class: 'weight' }, bar(suspect.bytes, report.suspects.totalBytes, `${bytes(suspect.bytes)} · ${share(suspect.bytes, report.suspects.totalBytes)} of the heap`)),
    element('ul', { class: 'evidence' }, suspect.evidence.map((line) => element('li', null, line))),
    element('p', { class: 'small' }, 'Largest: ', nodeLink(nodeText(suspect.example), suspect.example.id)),
    details);
}

/** Shows the view; `what` is the number of the suspect that is opened. */
export function suspects(main, what) {
  const all = report.suspects.suspects;
  const chosen = Number(what);
  add(main,
    element('h2', null, 'Leak suspects'),
    element('p', { class: 'quiet' },
      `Containers with many entries, chains, detached elements, listeners, timers and copied strings that retain ${bytes(report.suspects.thresholdBytes)}, or of which there are many alike, most bytes first. Bytes are what would go.`,
      report.suspectCount > all.length ? ` The first ${number(all.length)} of ${counted(report.suspectCount, 'suspect')} are here.` : ''),
    all.length === 0 ? element('p', { class: 'card' }, 'None was found.') : null,
    ...all.map((suspect, i) => suspectCard(suspect, i, chosen > 0 ? i === chosen - 1 : i < 3)),
  );
  if (chosen > 0) {
    document.getElementById(`suspect-${chosen}`)?.scrollIntoView({ block: 'start' });
  }
}
