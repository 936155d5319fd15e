// Gives every context and box its place for all steps at once, so that nothing jumps while one steps: in its column,
// in the first gap that is free for all of its life.

export const ROW = 18;
export const HEAD = 40;
const GAP = 14;
const COLUMNS = ['context', 'record', 'function', 'object'];
const SMALLEST = { context: 142, record: 158, function: 116, object: 134, aisle: 28, margin: 24 };
const LARGEST = { context: 230, record: 300, function: 240, object: 280, aisle: 56, margin: 36 };

// What every record has and hardly tells anything.
const QUIET = ['[[ThisBindingStatus]]', '[[NewTarget]]', '[[GlobalThisValue]]', '[[ObjectRecord]]', '[[ThisValue]]', '[[FunctionObject]]',
  '[[HomeObject]]', 'ScriptOrModule', 'PrivateEnvironment', 'Function'];

/** The rows that are shown. */
export function shownRows(thing, all) {
  return all ? thing.rows : thing.rows.filter((row) => !QUIET.includes(row.name));
}

/** The height of a box with so many rows. */
export function heightOf(rows) {
  return HEAD + rows * ROW + (rows > 0 ? 8 : 0);
}

/** The columns that something is ever in, with their left edges and widths, fitted to a width. */
function columnsIn(lives, width) {
  const kinds = COLUMNS.filter((kind) => [...lives.values()].some((life) => life.kind === kind));
  const total = (sizes) => kinds.reduce((sum, kind) => sum + sizes[kind], sizes.aisle * (kinds.length - 1) + 2 * sizes.margin);
  const share = Math.max(0, Math.min(1, (width - total(SMALLEST)) / (total(LARGEST) - total(SMALLEST))));
  const fitted = (name) => Math.floor(SMALLEST[name] + share * (LARGEST[name] - SMALLEST[name]));
  const columns = new Map();
  let left = fitted('margin');
  for (const kind of kinds) {
    columns.set(kind, { left, width: fitted(kind) });
    left += fitted(kind) + fitted('aisle');
  }
  return { columns, width: left - fitted('aisle') + fitted('margin') };
}

/** The first height at which a box meets none of those whose lives overlap with its own. */
function firstGap(taken, life, height) {
  const meeting = taken
    .filter((other) => other.first <= life.last + 1 && life.first <= other.last + 1)
    .sort((a, b) => a.top - b.top);
  let top = 0;
  for (const other of meeting) {
    if (top + height + GAP <= other.top) {
      break;
    }
    top = Math.max(top, other.bottom + GAP);
  }
  return top;
}

/**
 * Places for all that ever lives: left, top, width by key, and the size of the whole.
 * A box keeps its place for one step more than it lives, struck out.
 */
export function placed(lives, width, all) {
  const { columns, width: total } = columnsIn(lives, width);
  const places = new Map();
  const taken = new Map([...columns.keys()].map((kind) => [kind, []]));
  let bottom = 0;
  const ordered = [...lives.values()].sort((a, b) => a.first - b.first);
  for (const life of ordered) {
    const column = columns.get(life.kind);
    const height = heightOf(shownRows(life.largest, all).length);
    const top = firstGap(taken.get(life.kind), life, height);
    taken.get(life.kind).push({ first: life.first, last: life.last, top, bottom: top + height });
    places.set(life.key, { left: column.left, top, width: column.width, column: COLUMNS.indexOf(life.kind) });
    bottom = Math.max(bottom, top + height);
  }
  return { columns, places, width: total, height: bottom + GAP };
}
