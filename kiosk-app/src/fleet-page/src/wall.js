// The wall: every station by library and place, what hurts patrons first. A card says its state by a shape,
// a word and a colour; what is well stays small.
import { el, say, shape } from './dom.js';
import { STATUSES, sorted } from './fleet.js';
import { count, t, why } from './words.js';

/** What is looked at in one picture: more waits for the next, so that a flood does not hold the page. */
const CARDS_A_FRAME = 250;
/** Places are put in order so often at most; what a card says changes at once. */
const ARRANGE_MS = 500;
/** A card says so many reasons; all stand on its own page. */
const MOST_REASONS = 3;

export function hrefOf(one) {
  return `#/station/${one.key}`;
}

export class Wall {
  #app;
  #cards = new Map();
  #places = new Map();
  #dirty = new Set();
  #filters = new Map();
  #list = el('div', { class: 'places' });
  #none = el('p', { class: 'none' });
  #arranged = -Infinity;
  #moved = false;
  root;

  constructor(app) {
    this.#app = app;
    const search = el('input', {
      type: 'search',
      id: 'search',
      value: app.search,
      autocomplete: 'off',
      oninput: (event) => {
        app.search = event.target.value;
        this.arrange();
      },
    });
    const filters = el('div', { class: 'filters', role: 'group', 'aria-label': t('wall.filter') });
    for (const status of STATUSES) {
      const number = el('span', { class: 'number' });
      const button = el(
        'button',
        {
          type: 'button',
          class: 'filter',
          'data-status': status,
          'aria-pressed': String(app.only === status),
          onclick: () => {
            app.only = app.only === status ? '' : status;
            for (const [each, other] of this.#filters) {
              other.button.setAttribute('aria-pressed', String(app.only === each));
            }
            this.arrange();
          },
        },
        shape(status),
        number,
        el('span', {}, t(`status.${status}`)),
      );
      this.#filters.set(status, { button, number });
      filters.append(button);
    }
    this.root = el(
      'section',
      { 'aria-labelledby': 'wall-head' },
      el(
        'div',
        { class: 'wall-head' },
        el('h1', { id: 'wall-head', tabindex: '-1' }, t('wall.head')),
        filters,
        el('div', { class: 'field search' }, el('label', { for: 'search' }, t('wall.search')), search),
      ),
      this.#none,
      this.#list,
    );
    for (const one of app.fleet.stations) {
      this.#dirty.add(one.key);
    }
    this.draw();
    this.arrange();
  }

  /** That a station is known otherwise. */
  touch(key) {
    this.#dirty.add(key);
  }

  /** Draws cards that changed; true when some are left for the next picture. */
  draw() {
    let left = CARDS_A_FRAME;
    for (const key of this.#dirty) {
      if (left-- === 0) {
        break;
      }
      this.#dirty.delete(key);
      const one = this.#app.fleet.station(key);
      if (one) {
        this.#moved = this.#card(one) || this.#moved;
      }
    }
    if (this.#moved && this.#app.now() - this.#arranged > ARRANGE_MS) {
      this.arrange();
    }
    return this.#dirty.size > 0 || this.#moved;
  }

  // True when it stands elsewhere now, or nowhere yet.
  #card(one) {
    let card = this.#cards.get(one.key);
    const judged = this.#app.fleet.judge(one, this.#app.now());
    const reasons = [...judged.marks, ...judged.words];
    const spoken = [judged.status, ...reasons.map(why)].join('\n');
    if (card?.spoken === spoken) {
      return false;
    }
    const moved = card?.status !== judged.status;
    if (card === undefined) {
      const link = el('a', { href: hrefOf(one) });
      card = { node: el('li', { class: 'card' }, link), link };
      this.#cards.set(one.key, card);
    }
    card.status = judged.status;
    card.spoken = spoken;
    card.node.dataset.status = judged.status;
    card.node.classList.toggle('marked', judged.marks.length > 0);
    const more = reasons.length - MOST_REASONS;
    card.link.replaceChildren(
      shape(judged.status),
      el('span', { class: 'name' }, one.name),
      ...(judged.marks.length > 0 ? [el('span', { class: 'id' }, one.id)] : []),
      el('span', { class: 'word' }, t(`status.${judged.status}`)),
      ...reasons.slice(0, MOST_REASONS).map((each) => el('span', { class: 'why' }, why(each))),
      ...(more > 0 ? [el('span', { class: 'why more' }, count('why.more', more))] : []),
    );
    return moved;
  }

  /** Looks at all again: what is silent, what went, and the order. */
  tick() {
    for (const one of this.#app.fleet.stations) {
      this.#dirty.add(one.key);
    }
    this.#moved ||= this.#cards.size !== this.#app.fleet.size || this.#cards.size === 0;
  }

  /** Puts all into their order, touching only what stands elsewhere. */
  arrange() {
    const app = this.#app;
    const now = app.now();
    this.#arranged = now;
    this.#moved = false;
    const wanted = app.search.trim().toLowerCase();
    const numbers = Object.fromEntries(STATUSES.map((status) => [status, 0]));
    const shown = [];
    for (const one of app.fleet.stations) {
      const card = this.#cards.get(one.key);
      if (card === undefined) {
        continue;
      }
      numbers[card.status]++;
      if ((app.only === '' || app.only === card.status) && `${one.key} ${card.spoken}`.toLowerCase().includes(wanted)) {
        shown.push({ one, status: card.status });
      }
    }
    for (const [key] of this.#cards) {
      if (!app.fleet.station(key)) {
        this.#cards.delete(key);
      }
    }
    for (const [status, { button, number }] of this.#filters) {
      say(number, String(numbers[status]));
      button.hidden = numbers[status] === 0 && app.only !== status;
    }
    const places = sorted(shown).map((place) => {
      const known = this.#places.get(place.key) ?? this.#place(place);
      say(known.count, count('wall.stations', place.rows.length));
      order(known.list, place.rows.map((row) => this.#cards.get(row.one.key).node));
      return known.node;
    });
    order(this.#list, places);
    say(
      this.#none,
      shown.length > 0 ? '' : t(app.fleet.size > 0 ? 'wall.none.fit' : !app.reached ? 'wall.unreached' : app.asking(now) ? 'wall.asking' : 'wall.none'),
    );
    this.#none.hidden = shown.length > 0;
  }

  #place(place) {
    const head = el('h2', {}, el('span', { class: 'library' }, place.library), el('span', {}, place.name));
    const number = el('span', { class: 'count' });
    const list = el('ul', { class: 'cards' });
    const node = el('section', { class: 'place', 'aria-label': `${place.library} ${place.name}` }, el('div', { class: 'place-head' }, head, number), list);
    const made = { node, list, count: number };
    this.#places.set(place.key, made);
    return made;
  }
}

// What has the focus keeps it, and what stands right is not touched.
function order(parent, nodes) {
  const focus = document.activeElement;
  const wanted = new Set(nodes);
  for (const node of [...parent.children]) {
    if (!wanted.has(node)) {
      node.remove();
    }
  }
  let at = parent.firstElementChild;
  for (const node of nodes) {
    if (node === at) {
      at = at.nextElementSibling;
    } else {
      parent.insertBefore(node, at);
    }
  }
  if (focus !== document.activeElement && parent.contains(focus)) {
    focus.focus({ preventScroll: true });
  }
}
