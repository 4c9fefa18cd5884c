// Nodes, made without a parser: whatever is handed in is text.

/**
 * @param attributes `on…` are listeners; `false`, `null` and `undefined` leave one out; `true` is an empty one
 * @param inside nodes and texts; empty ones are left out
 */
export function el(name, attributes = {}, ...inside) {
  const node = document.createElement(name);
  set(node, attributes);
  node.append(...inside.flat().filter((each) => each !== null && each !== undefined && each !== false));
  return node;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A picture of strokes on a field of 24, which says nothing to a reader of screens: its word stands beside it. */
export function icon(...paths) {
  const node = document.createElementNS(SVG, 'svg');
  set(node, { viewBox: '0 0 24 24', 'aria-hidden': 'true', class: 'icon' });
  for (const path of paths) {
    const stroke = document.createElementNS(SVG, 'path');
    stroke.setAttribute('d', path);
    node.append(stroke);
  }
  return node;
}

function set(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
}

/** Sets a text only where it differs, so that nothing is drawn or read anew for nothing. */
export function say(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

// A shape for each status, so that none is told by its colour alone.
const SHAPES = {
  out: ['M8.5 3h7L21 8.5v7L15.5 21h-7L3 15.5v-7z', 'M7.5 12h9'],
  silent: ['M9 9a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 1.9v.4', 'M12 17.5v.01', 'M7 4.2A9 9 0 0 1 12 3M17 4.2A9 9 0 0 1 20.5 9M21 13a9 9 0 0 1-2.5 5M15 20.5A9 9 0 0 1 9 20.5M5.5 18A9 9 0 0 1 3 13M3.5 9'],
  ended: ['M7 6.5a7.5 7.5 0 1 0 10 0', 'M12 3v8'],
  fault: ['M12 3.5L22 20.5H2z', 'M12 10v4.5', 'M12 17.5v.01'],
  soon: ['M12 2.5L21.5 12 12 21.5 2.5 12z', 'M12 8v4.5', 'M12 15.5v.01'],
  asked: ['M5 12v.01M12 12v.01M19 12v.01'],
  closed: ['M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5z'],
  good: ['M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18', 'M8 12.2l3 3 5.5-6'],
  replaced: ['M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18', 'M6 6l12 12'],
};

export function shape(status) {
  return icon(...SHAPES[status]);
}
