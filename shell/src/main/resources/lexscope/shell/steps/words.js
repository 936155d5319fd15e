// What things are called in few words.

/** The function that a record belongs to; empty for the global one and for other things. */
export function ownerOf(thing) {
  return thing.kind === 'record' ? thing.type.split(' of ')[1] ?? '' : '';
}

function line(place) {
  return place.replace(/^.*?(\d+):\d+$/, 'line $1');
}

/** Below a title: the type of a record, with the line of a block; of functions and objects the line where they are from. */
export function subtitle(thing) {
  if (thing.kind === 'context' || !thing.place) {
    return thing.type;
  }
  const type = thing.type.split(' of ')[0];
  return thing.kind !== 'record' ? line(thing.place) : type.startsWith('Declarative') ? `${type}, ${line(thing.place)}` : type;
}

/** After a title where there is one line for both. */
export function caption(thing) {
  const owner = ownerOf(thing);
  const block = thing.type.startsWith('Declarative') && thing.place ? `, ${line(thing.place)}` : '';
  return thing.kind === 'record' ? (owner ? `of ${owner}${block}` : thing.type.startsWith('Global') ? 'global' : block.slice(2)) : subtitle(thing);
}
