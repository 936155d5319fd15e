import { closeCharts, redrawCharts } from './charts.js';
import { element } from './dom.js';
import { dominators } from './dominators.js';
import { bytes, number } from './format.js';
import { growthView } from './growth.js';
import { growth, report } from './model.js';
import { overview } from './overview.js';
import { policies } from './policies.js';
import { records } from './records.js';
import { retained } from './retained.js';
import { searching } from './search.js';
import { sources } from './sources.js';
import { address, shown } from './state.js';
import { suspects } from './suspects.js';
import { switchTheme } from './theme.js';

// The frame around the views: which there are, the address, the keyboard.

const VIEWS = [
  ['overview', 'Overview', overview],
  ['suspects', 'Suspects', suspects, report.suspectCount],
  ['dominators', 'Dominators', dominators],
  ['retained', 'Retained', retained],
  ['policies', report.comparison ? 'Policies' : 'Unused', policies],
  ['records', 'Records', records],
  ...(growth ? [['growth', 'Growth', growthView]] : []),
  ...(report.sources ? [['sources', 'Sources', sources]] : []),
];

const main = document.getElementById('view');
const links = document.getElementById('views');
const announcer = document.getElementById('announcer');
let last = null;

function say(text) {
  announcer.textContent = text;
}

function show() {
  const { view, what, options } = shown();
  const chosen = VIEWS.find(([name]) => name === view) ?? VIEWS[0];
  const focused = document.activeElement?.id;
  closeCharts();
  main.replaceChildren();
  main.dataset.view = chosen[0];
  chosen[2](main, what, options, say);
  for (const link of links.children) {
    if (link.dataset.view === chosen[0]) {
      link.setAttribute('aria-current', 'page');
      link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else {
      link.removeAttribute('aria-current');
    }
  }
  document.title = `${chosen[1]} · ${report.name} · Lexscope report`;
  if (last !== null && last !== chosen[0]) {
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
    say(chosen[1]);
  } else if (focused === 'dominator-chart') {
    document.getElementById('dominator-chart')?.focus({ preventScroll: true });
  }
  last = chosen[0];
  // The address changes at once, the view a moment later: this says that it has.
  main.dataset.address = location.hash;
}

function frame() {
  document.getElementById('title').textContent = report.name;
  document.getElementById('subtitle').textContent = [
    bytes(report.totals.bytes),
    `${number(report.totals.nodes)} nodes`,
    `policy ${report.policy}`,
    `edge rule ${report.rule}`,
  ].join(' · ');
  document.getElementById('origin').textContent = `${report.program ? 'A program' : 'A snapshot file'}, ${report.file}, as Lexscope sees it under policy ${report.policy} and edge rule ${report.rule}.`;
  links.replaceChildren(...VIEWS.map(([name, title, , count]) =>
    element('a', { href: address(name), 'data-view': name }, title, count ? element('span', { class: 'badge' }, number(count)) : null)));
  searching(document.getElementById('search'), document.getElementById('found'));
  switchTheme(document.getElementById('theme'), redrawCharts);
  // The address says what is shown, so the link must not change it.
  document.querySelector('.skip-link').addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  const keys = document.getElementById('keys');
  document.getElementById('help').addEventListener('click', () => keys.showModal());
  addEventListener('hashchange', show);
  addEventListener('keydown', (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName);
    if (typing || event.ctrlKey || event.metaKey || event.altKey || keys.open) {
      return;
    }
    if (event.key === '/') {
      document.getElementById('search').focus();
    } else if (event.key === '?') {
      keys.showModal();
    } else if (/^[1-8]$/.test(event.key) && VIEWS[Number(event.key) - 1]) {
      location.hash = address(VIEWS[Number(event.key) - 1][0]);
    } else {
      return;
    }
    event.preventDefault();
  });
}

frame();
show();
document.documentElement.dataset.ready = 'true';
