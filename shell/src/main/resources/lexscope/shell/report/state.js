// What is shown stands in the address, so that it can be linked and the browser's back button works.

/** What the address says: the view, what of it, and options. */
export function shown() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  const [view, ...rest] = path.split('/');
  let what = '';
  try {
    what = decodeURIComponent(rest.join('/'));
  } catch {
    // An address that somebody broke: the view as it begins.
  }
  return { view, what, options: new URLSearchParams(query ?? '') };
}

/** The address of a view. */
export function address(view, what = '', options = {}) {
  const query = new URLSearchParams(Object.entries(options).filter(([, value]) => value)).toString();
  return `#/${view}${what === '' ? '' : `/${encodeURIComponent(what)}`}${query ? `?${query}` : ''}`;
}

/** Goes to a view; the browser remembers where it was. */
export function go(view, what, options) {
  location.hash = address(view, what, options);
}
