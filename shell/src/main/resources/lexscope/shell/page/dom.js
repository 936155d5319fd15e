// Elements from names, attributes and children. Texts become text nodes: no name of a program is ever read as markup.

/** Makes an element. Attributes that are null or false are left out; `on…` are listeners; children may be texts, elements, arrays or null. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  append(made, children);
  return made;
}

/** Makes an element of SVG. */
export function drawn(name, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  append(made, children);
  return made;
}

/** Adds children as {@link element} does; null adds nothing. */
export function add(parent, ...children) {
  append(parent, children);
}

function append(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      parent.append(child);
    }
  }
}

/** The data that the page carries under an id. */
export function dataOf(id) {
  return JSON.parse(document.getElementById(id).textContent);
}
