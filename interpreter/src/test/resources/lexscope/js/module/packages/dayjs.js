const dayjs = require('dayjs');
for (const p of [
  'utc',
  'duration',
  'relativeTime',
  'isoWeek',
  'customParseFormat',
  'advancedFormat',
  'weekOfYear',
  'quarterOfYear',
  'isBetween',
  'minMax',
  'timezone',
].slice(0, 10))
  dayjs.extend(require('dayjs/plugin/' + p));
require('dayjs/locale/de');
const d = dayjs.utc('2024-02-29T13:45:06.789Z');
console.log(
  d.format('YYYY-MM-DD HH:mm:ss.SSS A dddd MMMM Do Q w'),
  d.add(1, 'year').format(),
  d.subtract(1, 'month').endOf('month').toISOString(),
  d.diff(dayjs.utc('2023-01-01'), 'day', true),
  d.isoWeek(),
  d.quarter(),
  d.startOf('week').format('ddd'),
  d.set('hour', 3).hour(),
  d.isBefore('2025-01-01'),
  d.from(dayjs.utc('2024-03-01T00:00Z')),
  d.locale('de').format('dddd, D. MMMM'),
  dayjs('12-25-1995', 'MM-DD-YYYY').format('YYYY'),
  dayjs.duration(3661, 's').format('HH:mm:ss'),
  dayjs.duration({ days: 2, hours: 3 }).humanize(),
  d.isBetween('2024-01-01', '2024-12-31'),
  dayjs.max(d, d.add(1, 'd')).date(),
  dayjs('nope').isValid(),
  d.daysInMonth(),
  d.toArray ? 1 : 0,
  d.unix(),
  JSON.stringify(d),
  d.isSame(d.clone(), 'month'),
);
