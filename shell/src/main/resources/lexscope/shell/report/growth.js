import { makeChart, palette, tip } from './charts.js';
import { add, drawn, element } from './dom.js';
import { bytes, counted, number, place } from './format.js';
import { growth } from './model.js';
import { address } from './state.js';
import { table } from './tables.js';

// What grows through a series of heaps.

const LINES = 8;

function nameOf(row) {
  const name = row.name === '' ? `(${row.kind})` : row.name;
  return `${row.kind === 'object' ? '' : `${row.kind} `}${name}${row.site ? ` (${place(row.site)})` : ''}`;
}

function lines(box, name, heaps, series, text) {
  makeChart(box, name, () => {
    const colours = palette();
    return {
      color: colours.series,
      grid: { left: 8, right: 16, top: series.length > 1 ? 56 : 16, bottom: 8, containLabel: true },
      legend: series.length > 1 ? { type: 'scroll', top: 0, left: 0, right: 0, textStyle: { color: colours.quiet, width: 150, overflow: 'truncate' }, pageTextStyle: { color: colours.quiet }, pageIconColor: colours.accent } : undefined,
      xAxis: { type: 'category', boundaryGap: false, data: heaps, axisLabel: { color: colours.quiet, hideOverlap: true, width: 90, overflow: 'truncate' }, axisLine: { lineStyle: { color: colours.line } } },
      yAxis: { type: 'value', min: 0, axisLabel: { color: colours.quiet, formatter: text }, splitLine: { lineStyle: { color: colours.line } } },
      series: series.map((each) => ({ name: each.name, type: 'line', data: each.values, symbolSize: 7, lineStyle: { width: 2 }, areaStyle: series.length === 1 ? { opacity: 0.12 } : undefined })),
      tooltip: { trigger: 'axis', formatter: (points) => tip(points[0].axisValueLabel, ...points.map((point) => `${point.seriesName}: ${text(point.value)}`)) },
    };
  });
}

/** A small line for a table cell. */
function sparkline(values) {
  const most = Math.max(...values, 1);
  const least = Math.min(...values);
  const [width, height] = [80, 20];
  const points = values.map((value, i) => `${(values.length === 1 ? 0 : (i * (width - 4)) / (values.length - 1)) + 2},${height - 3 - ((height - 6) * (value - least)) / Math.max(1, most - least)}`);
  return drawn('svg', { class: 'spark', viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' }, drawn('polyline', { points: points.join(' ') }));
}

/** Shows the view; `what` says by what is counted. */
export function growthView(main, what) {
  const key = what === 'record' ? 'record' : 'name';
  const heaps = growth.heaps.map((each) => each.name);
  const labels = new Set(growth.name.snapshots).size === heaps.length ? growth.name.snapshots.map((name) => name.split('/').at(-1)) : heaps.map((_, i) => String(i + 1));
  const { rows } = growth[key];
  const total = element('div', { class: 'chart lines' });
  const largest = element('div', { class: 'chart lines tall' });
  const shown = rows.slice(0, LINES);
  add(main,
    element('h2', null, 'Growth'),
    element('p', { class: 'quiet' }, `${counted(heaps.length, 'heap')}, oldest first: ${heaps.join(', ')}. What grew at every step comes first; something that is made anew in each round and let go again stays level.`),
    element('div', { class: 'columns even' },
      element('section', { class: 'card' }, element('h3', null, 'The whole heap'), total,
        element('p', { class: 'small' }, growth.heaps.map((each) => `${bytes(each.bytes)} (${counted(each.nodes, 'node')})`).join(' → '))),
      element('section', { class: 'card' }, element('h3', null, `What grew most, by ${key === 'name' ? 'kind and name' : 'Environment Record'}`), shown.length > 0 ? largest : element('p', null, 'Nothing grew.'))),
    element('nav', { class: 'tabs', 'aria-label': 'Counted by' },
      [['name', 'By kind and name'], ['record', 'Environment Records']].map(([name, title]) =>
        element('a', { class: 'button', href: address('growth', name), 'aria-current': name === key ? 'page' : null }, title))),
    element('section', { class: 'card' },
      table(
        [
          { title: 'What', value: nameOf, show: (row) => [nameOf(row), ' ', row.steady ? element('span', { class: 'badge bad' }, 'steady') : null] },
          { title: 'Course', value: (row) => row.bytes.at(-1) - row.bytes[0], show: (row) => sparkline(row.bytes) },
          { title: 'Counts', value: (row) => row.counts.at(-1), show: (row) => row.counts.map(number).join(' → ') },
          { title: 'Growth', number: true, value: (row) => row.bytes.at(-1) - row.bytes[0], show: (row) => `+${bytes(row.bytes.at(-1) - row.bytes[0])}` },
        ],
        rows,
        { label: 'What grew', filter: true, note: key === 'name' && growth.rowCount > rows.length ? `The first ${number(rows.length)} of ${number(growth.rowCount)}.` : null })),
  );
  lines(total, `Bytes alive: ${growth.heaps.map((each) => bytes(each.bytes)).join(', ')}`, labels, [{ name: 'alive', values: growth.heaps.map((each) => each.bytes) }], bytes);
  if (shown.length > 0) {
    lines(largest, `Bytes of what grew most: ${shown.slice(0, 3).map(nameOf).join(', ')}`, labels, shown.map((row) => ({ name: nameOf(row), values: row.bytes })), bytes);
  }
}
