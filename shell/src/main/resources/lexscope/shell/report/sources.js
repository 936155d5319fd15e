import { add, element } from './dom.js';
import { bytes, counted, functionName, number } from './format.js';
import { report } from './model.js';
import { address } from './state.js';

// The program's sources, with the bindings underlined that closures share.

/** Whose scope a binding is of. */
function owner(binding) {
  return binding.topLevel ? 'the top level' : functionName(binding.function);
}

const SAID = {
  used: 'a living closure uses it',
  unused: 'kept, but no living closure uses it',
  unknown: 'kept; whether it is used is not known',
  idle: 'kept, with nothing on the heap',
  gone: 'no record of it is alive',
};

/** The parts of a line: tokens give the colour, marks the underline; both cut the line where they begin and end. */
function lineParts(line, file, chosen) {
  const cuts = new Set([0, line.text.length]);
  for (const [start, length] of [...line.tokens, ...(line.marks ?? [])]) {
    cuts.add(start);
    cuts.add(start + length);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const within = (list, at) => list?.find(([start, length]) => at >= start && at < start + length);
  return places.slice(0, -1).map((start, i) => {
    const text = line.text.slice(start, places[i + 1]);
    const token = within(line.tokens, start);
    const mark = within(line.marks, start);
    if (mark) {
      const binding = file.bindings[mark[2]];
      return element('span', { class: `captured ${binding.state}${mark[2] === chosen ? ' chosen' : ''}`, title: `${binding.name} of ${owner(binding)}: ${SAID[binding.state]}` }, text);
    }
    return token ? element('span', { class: `token-${token[2]}` }, text) : text;
  });
}

function code(file, chosen) {
  const rows = [];
  let before = 0;
  for (const line of file.lines) {
    if (line.line !== before + 1) {
      rows.push(element('div', { class: 'gap' }, '⋯'));
    }
    before = line.line;
    rows.push(element('div', { class: 'line' },
      element('span', { class: 'line-number', 'aria-hidden': 'true' }, String(line.line)),
      element('span', { class: 'text' }, line.text === '' ? '​' : lineParts(line, file, chosen), line.more ? element('span', { class: 'quiet' }, ` … ${counted(line.more, 'more character')}`) : null)));
  }
  if (before < file.lineCount) {
    rows.push(element('div', { class: 'gap' }, '⋯'));
  }
  return element('div', { class: 'code scrolled', tabindex: '0', role: 'region', 'aria-label': `Source of ${file.file}` }, rows);
}

function bindingsOf(file, number_, chosen) {
  const sorted = file.bindings.map((binding, i) => ({ binding, i })).sort((a, b) => b.binding.retainedBytes - a.binding.retainedBytes);
  return element('ul', { class: 'captures' }, sorted.map(({ binding, i }) =>
    element('li', null,
      element('a', { href: address('sources', String(number_), { binding: String(i + 1) }), class: `captured ${binding.state} mono`, 'aria-current': i === chosen ? 'true' : null }, binding.name),
      element('span', { class: 'quiet small' }, ` ${binding.declared} of ${owner(binding)} — ${SAID[binding.state]}${binding.records > 0 ? `; ${counted(binding.records, 'record')}, ${bytes(binding.retainedBytes)}` : ''}`))));
}

/** Shows the view; `what` is the number of a file. */
export function sources(main, what, options) {
  const { files, count } = report.sources;
  const index = Math.min(files.length, Math.max(1, Number(what) || 1));
  const file = files[index - 1];
  const chosen = Number(options.get('binding')) - 1;
  add(main,
    element('h2', null, 'Sources'),
    element('p', { class: 'quiet' }, `Underlined are the bindings that closures share, so that V8 keeps them in a context.`,
      count > files.length ? ` ${number(files.length)} of ${counted(count, 'file')} are on this page.` : ''),
    element('ul', { class: 'key small' }, Object.entries(SAID).map(([state, said]) => element('li', null, element('span', { class: `captured ${state} mono` }, 'name'), ` ${said}`))),
    files.length > 1
      ? element('label', { class: 'chooser' }, 'File ', element('select', { onchange: (event) => { location.hash = address('sources', event.target.value); } },
          files.map((each, i) => element('option', { value: String(i + 1), selected: i === index - 1 }, each.file))))
      : null,
    file
      ? element('div', { class: 'split source' }, element('section', { class: 'card' }, element('h3', { class: 'mono' }, file.file), code(file, chosen)), element('section', { class: 'card' }, element('h3', null, 'Captured bindings'), bindingsOf(file, index, chosen)))
      : element('p', { class: 'card' }, 'No closure captures a binding.'),
  );
  main.querySelector('.code .chosen')?.scrollIntoView({ block: 'center' });
}
