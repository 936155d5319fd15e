import { element } from './dom.js';
import { colour } from './theme.js';

// Charts by Apache ECharts, drawn on canvases, in the page's colours.

const open = new Set();

/** Ends the charts of a view that is left. */
export function closeCharts() {
  for (const each of open) {
    each.watch.disconnect();
    each.chart.dispose();
  }
  open.clear();
}

/** Draws the charts anew, when the page's colours have changed. */
export function redrawCharts() {
  for (const each of open) {
    each.draw();
  }
}

/** The colours that charts draw with, as the page is shown now. */
export function palette() {
  const fills = new Map();
  const fill = (name, part) => {
    const key = `${name} ${part}`;
    if (!fills.has(key)) {
      fills.set(key, colour(`color-mix(in srgb, var(--hue-${name}) ${part}%, var(--surface))`));
    }
    return fills.get(key);
  };
  return {
    text: colour('var(--text)'),
    quiet: colour('var(--quiet)'),
    line: colour('var(--line)'),
    surface: colour('var(--surface)'),
    accent: colour('var(--accent)'),
    bad: colour('var(--bad)'),
    series: ['closure', 'array', 'record', 'object', 'native', 'string', 'other', 'code'].map((name) => colour(`var(--hue-${name})`)),
    fill,
  };
}

/** A box for what the pointer is at; texts only. */
export function tip(title, ...lines) {
  return element('div', { class: 'tip' }, element('strong', null, title), lines.map((line) => element('div', null, line)));
}

const TIP = {
  confine: true,
  backgroundColor: 'transparent',
  borderWidth: 0,
  padding: 0,
  extraCssText: 'box-shadow:none',
  transitionDuration: 0,
};

/**
 * Makes a chart in a box.
 *
 * box: where; it must have a height. name: what it says to who cannot see it. option: makes ECharts' option.
 */
export function makeChart(box, name, option) {
  box.setAttribute('role', 'img');
  box.setAttribute('aria-label', name);
  const chart = globalThis.echarts.init(box, null, { renderer: 'canvas' });
  const draw = () => {
    const made = option();
    chart.setOption(
      {
        animationDuration: 250,
        animationDurationUpdate: 250,
        animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
        textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
        ...made,
        tooltip: { ...TIP, ...made.tooltip },
      },
      true,
    );
  };
  draw();
  const watch = new ResizeObserver(() => chart.resize());
  watch.observe(box);
  open.add({ chart, watch, draw });
  return { chart, draw };
}
