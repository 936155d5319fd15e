import { makeChart, palette, tip } from './charts.js';
import { add, element } from './dom.js';
import { bytes, counted, functionName, nodeText, number, place } from './format.js';
import { report } from './model.js';
import { nodeLink } from './paths.js';
import { bar } from './tables.js';

// One heap under the capture policies, and the bindings that are to blame.

const MEANING = {
  whole: 'the whole Environment Record, as the specification reads',
  v8: 'one context per scope, shared by all of its closures, as V8 does',
  used: 'only the bindings that a closure or one inside it refers to',
};

function comparisonChart(comparison) {
  const least = Math.min(...comparison.policies.map((each) => each.bytes));
  const names = comparison.policies.map((each) => each.policy);
  const box = element('div', { class: 'chart bars' });
  // What a policy keeps more than the leanest: the joint saving of all bindings, and the rest.
  const gapOf = (policy) => comparison.gaps.find((gap) => gap.keeper === policy && gap.other === names.at(-1));
  const said = comparison.policies.map((each) => `${each.policy} ${bytes(each.bytes)}`).join(', ');
  return {
    box,
    draw: () =>
      makeChart(box, `Bytes alive under each policy: ${said}`, () => {
        const colours = palette();
        const part = (name, values, colour, position) => ({
          name, type: 'bar', stack: 'bytes', barWidth: 26, data: values,
          itemStyle: { color: colour }, emphasis: { disabled: true },
          label: { show: position !== null, position, color: colours.text, formatter: ({ dataIndex }) => bytes(comparison.policies[dataIndex].bytes) },
        });
        const joint = comparison.policies.map((each) => Math.min(gapOf(each.policy)?.bindingBytes ?? 0, each.bytes - least));
        const rest = comparison.policies.map((each, i) => each.bytes - least - joint[i]);
        return {
          grid: { left: 8, right: 84, top: 34, bottom: 8, containLabel: true },
          legend: { top: 0, left: 0, textStyle: { color: colours.quiet }, itemWidth: 14, itemHeight: 10, selectedMode: false },
          xAxis: { type: 'value', axisLabel: { color: colours.quiet, formatter: bytes, hideOverlap: true }, splitLine: { lineStyle: { color: colours.line } }, splitNumber: 4 },
          yAxis: { type: 'category', inverse: true, data: names, axisLabel: { color: colours.text, fontWeight: 600 }, axisLine: { lineStyle: { color: colours.line } }, axisTick: { show: false } },
          series: [
            part('kept under each', comparison.policies.map(() => least), colours.fill('closure', 55), null),
            part('joint saving of bindings', joint, colours.bad, null),
            part('other', rest, colours.fill('code', 60), 'right'),
          ],
          tooltip: { trigger: 'axis', axisPointer: { type: 'none' }, formatter: ([{ dataIndex }]) => {
            const each = comparison.policies[dataIndex];
            const gap = gapOf(each.policy);
            return tip(each.policy, `${bytes(each.bytes)}, ${counted(each.nodes, 'node')}`, gap ? `bindings alone keep ${bytes(gap.bindingBytes)} more than ${gap.other}` : 'keeps least');
          } },
        };
      }),
  };
}

function capturers(list) {
  return list.length === 0 ? null : element('p', { class: 'small' }, 'captured because of ',
    list.map((each, i) => [i > 0 ? '; ' : '', element('strong', null, functionName(each.function)), each.location ? ` (${place(each.location)})` : '', each.living === 0 ? ' — no closure of it is alive' : ` — ${number(each.living)} alive`]));
}

/** A binding that is kept without need. */
export function finding(each, whole) {
  return element('li', { class: 'finding' },
    element('div', { class: 'weight' }, bar(each.bytes, whole, bytes(each.bytes))),
    element('div', null,
      element('p', null, 'binding ', element('strong', { class: 'mono' }, each.binding), ' of ', element('strong', null, functionName(each.function)),
        each.location ? ` (${place(each.location)})` : '', each.records > 1 ? `, in ${counted(each.records, 'record')}` : '', ': ', nodeLink(nodeText(each.value), each.value.id),
        each.keptUnder ? element('span', { class: 'badge' }, `kept under ${each.keptUnder.join(', ')}`) : null),
      each.holder ? element('p', { class: 'small' }, 'held by ', nodeLink(nodeText(each.holder), each.holder.id)) : null,
      each.lastUser ? element('p', { class: 'small' }, 'used only by what would go with dead bindings: ', nodeLink(nodeText(each.lastUser), each.lastUser.id)) : null,
      capturers(each.capturers)));
}

function gapSection(gap, whole) {
  return element('section', { class: 'card' },
    element('h3', null, `${gap.keeper} against ${gap.other}`),
    gap.extraBytes === 0 && gap.bindings.length === 0
      ? element('p', { class: 'quiet' }, 'No difference in bytes.')
      : element('p', null, `${gap.keeper} keeps `, element('strong', null, bytes(gap.extraBytes)), ` and ${counted(gap.extraNodes, 'node')} more. All bindings that only it keeps, cut together, would free `, element('strong', null, bytes(gap.bindingBytes)), '.'),
    element('ul', { class: 'findings' }, gap.bindings.map((each) => finding(each, whole))),
    gap.harmless > 0 ? element('p', { class: 'quiet small' }, `${counted(gap.harmless, 'more binding')} below ${bytes(report.comparison.thresholdBytes)} each, ${bytes(gap.harmlessBytes)} together`) : null);
}

function deadSection(dead) {
  return element('section', { class: 'card', id: 'dead' },
    element('h3', null, 'Bindings that no living closure uses'),
    dead.bindings.length === 0 && dead.harmless === 0
      ? element('p', null, 'Every binding that could be judged is used by a living closure.')
      : element('p', null, 'Under policy ', element('strong', null, dead.policy), ' they keep ', element('strong', null, bytes(dead.bytes)), ` (${counted(dead.nodes, 'node')}) alive; what goes if all of them go at once.`,
        dead.allBytes > dead.bytes ? ` With those whose only users would go with them: ${bytes(dead.allBytes)}.` : ''),
    element('ul', { class: 'findings' }, dead.bindings.map((each) => finding(each, report.totals.bytes))),
    dead.harmless > 0 ? element('p', { class: 'quiet small' }, `${counted(dead.harmless, 'more binding')} below ${bytes(dead.thresholdBytes)} each, ${bytes(dead.harmlessBytes)} together`) : null,
    dead.otherRecords > 0 ? element('p', { class: 'quiet small' }, `${counted(dead.otherRecords, 'record')} could not be judged, ${number(dead.judgedRecords)} could.`) : null,
    dead.notes.map((note) => element('p', { class: 'quiet small' }, note)));
}

/** Shows the view. */
export function policies(main) {
  const { comparison, dead } = report;
  add(main, element('h2', null, comparison ? 'Capture policies' : 'Unused bindings'));
  if (comparison) {
    const chart = comparisonChart(comparison);
    add(main,
      element('p', { class: 'quiet' }, 'The same heap, traced by what a closure would keep under each policy. Savings are joint: all bindings cut at once, never a sum of single ones.'),
      element('section', { class: 'card' }, chart.box,
        element('dl', { class: 'meaning' }, comparison.policies.map((each) => [element('dt', null, each.policy), element('dd', null, `${bytes(each.bytes)} · ${counted(each.nodes, 'node')} · ${MEANING[each.policy]}`)]))),
      ...comparison.gaps.filter((gap) => gap.bindings.length > 0 || gap.extraBytes !== 0).map((gap) => gapSection(gap, report.totals.bytes)));
    chart.draw();
  }
  if (dead) {
    add(main, deadSection(dead));
  } else {
    add(main, element('p', { class: 'card' }, 'This snapshot does not say what its functions use, so bindings cannot be judged; lexscope dead FILE --sources PATH reads it from the program’s files.'));
  }
}
