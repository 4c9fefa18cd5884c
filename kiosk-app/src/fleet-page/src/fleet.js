// Everything that is known of the fleet, bounded, and how each station is. Nothing here knows of a screen
// or a network; every moment is handed in, as milliseconds of a clock that only goes forward.
import * as wire from './wire.js';

/** Installations that are kept; what speaks beyond them is counted and told. */
export const MOST_STATIONS = 3000;
/** Points of one station's plots; the oldest of more go. */
export const MOST_POINTS = 400;
/** Between a question and its answers: a station answers within 5 s, and takes a look every second. */
export const ANSWER_MS = 15_000;
const USUAL_EVERY_S = 60;
/** So many periods without a state, and a station is silent. */
const SILENT_PERIODS = 2.5;
/** A state this long after the broker said *lost* means that it came back, and its birth was not heard. */
const BACK_MS = 3000;
/** Others of one name that spoke so lately are there. */
const BESIDE_MS = 600_000;
/** Two starts that alternate so often are two boxes. */
const ALTERNATIONS = 3;
const FULL_SOON = 80;
/** Looks for room are so far apart, so that a flood costs nothing. */
const LOOK_MS = 1000;

/** What hurts patrons, first to last. */
export const STATUSES = ['out', 'silent', 'ended', 'fault', 'soon', 'asked', 'closed', 'good', 'replaced'];

export class Fleet {
  prefix;
  #stations = new Map();
  #names = new Map();
  #connected = null;
  #sought = -Infinity;
  /** What was not taken, and why. */
  dropped = { junk: 0, large: 0, stations: 0 };
  heard = 0;

  constructor(prefix) {
    this.prefix = prefix;
  }

  /** That the broker was reached and everyone was asked. */
  connected(now) {
    this.#connected = now;
  }

  disconnected() {
    this.#connected = null;
  }

  get stations() {
    return this.#stations.values();
  }

  get size() {
    return this.#stations.size;
  }

  station(key) {
    return this.#stations.get(key);
  }

  /** Others that speak under its name. */
  namesakes(one) {
    return [...(this.#names.get(one.station)?.all ?? [])].filter((each) => each !== one);
  }

  // Whether another of its name spoke lately; of thousands with one name the last two that spoke are enough.
  #beside(one, now) {
    const { last, before } = this.#names.get(one.station) ?? {};
    const other = last === one ? before : last;
    return other !== undefined && now - other.live < BESIDE_MS;
  }

  #spoke(one, now) {
    const name = this.#names.get(one.station);
    if (name.last !== one) {
      Object.assign(name, { last: one, before: name.last });
    }
    one.live = now;
  }

  /**
   * Takes a message that is none of an order's.
   *
   * @return the station that is known otherwise now; null when none is
   */
  take(topic, bytes, retained, now) {
    this.heard++;
    const from = wire.topic(this.prefix, topic);
    if (from === null) {
      this.dropped.junk++;
      return null;
    }
    // What cannot be kept is not read.
    if (!this.#stations.has(`${from.station}/${from.id}`) && this.#stations.size >= MOST_STATIONS && now - this.#sought < LOOK_MS) {
      this.dropped.stations++;
      return null;
    }
    if (bytes.length > wire.MOST_BYTES) {
      this.dropped.large++;
      return null;
    }
    // What is retained and empty was taken down.
    if (bytes.length === 0) {
      return null;
    }
    const read = { presence: wire.presence, state: wire.state, counts: wire.counts }[from.kind];
    const json = wire.json(bytes);
    const document = read && json && read(json, from.id);
    if (!document) {
      this.dropped.junk++;
      return null;
    }
    const one = this.#of(from, now);
    if (one === null) {
      this.dropped.stations++;
      return null;
    }
    if (from.kind === 'presence') {
      return this.#presence(one, document, retained, now) ? one : null;
    }
    if (from.kind === 'counts') {
      return point(one, document.until, document.totals, null, null, now) ? one : null;
    }
    return this.#state(one, document, retained, now) ? one : null;
  }

  #of(from, now) {
    const key = `${from.station}/${from.id}`;
    let one = this.#stations.get(key);
    if (one === undefined) {
      if (this.#stations.size >= MOST_STATIONS && !this.#makeRoom(now)) {
        return null;
      }
      one = { key, ...from, every: USUAL_EVERY_S, points: [], alternations: 0, since: now };
      delete one.kind;
      this.#stations.set(key, one);
      const name = this.#names.get(one.station) ?? { all: new Set() };
      name.all.add(one);
      this.#names.set(one.station, name);
    }
    return one;
  }

  // Whoever was never heard itself, or no longer speaks, makes room for one that does.
  #makeRoom(now) {
    if (now - this.#sought < LOOK_MS) {
      return false;
    }
    this.#sought = now;
    for (const [key, one] of this.#stations) {
      if (now - (one.live ?? one.since) > BESIDE_MS) {
        this.#stations.delete(key);
        const { all } = this.#names.get(one.station);
        all.delete(one);
        if (all.size === 0) {
          this.#names.delete(one.station);
        }
        return true;
      }
    }
    return false;
  }

  #presence(one, told, retained, now) {
    const before = one.presence;
    if (before) {
      const order = told.boot - before.boot || told.connection - before.connection;
      // A birth that is kept somewhere says nothing against the end of the same connection.
      if (order < 0 || (order === 0 && told.word === 'born' && before.word !== 'born')) {
        return false;
      }
    }
    one.presence = { ...told, heard: now };
    one.version = told.version ?? one.version;
    one.every = told.every ?? one.every;
    if (!retained && told.word === 'born') {
      this.#spoke(one, now);
    }
    return true;
  }

  #state(one, told, retained, now) {
    const before = one.state;
    if (before) {
      const order = told.boot - before.boot || told.number - before.number;
      if (order <= 0) {
        // What comes late is known by its number. An earlier start that goes on speaking is another box
        // with a copy of the same data; or the data was brought back from a copy, and the later one is gone.
        if (!retained && told.boot < before.boot) {
          one.alternations++;
          one.other = { boot: told.boot, heard: now };
        }
        if (retained || order === 0 || now - (one.live ?? -Infinity) < SILENT_PERIODS * 1000 * one.every) {
          return one.alternations === ALTERNATIONS;
        }
      }
    }
    one.state = told;
    one.version = told.version ?? one.version;
    if (!retained) {
      this.#spoke(one, now);
    }
    const figures = told.figures;
    if (figures?.totals && figures.until !== undefined) {
      point(one, figures.until, figures.totals, sum(figures.open), sum(figures.staff), now);
    }
    return true;
  }

  /**
   * How a station is: `status` of [STATUSES], `words` that say why (keys of the table, with what belongs to
   * them), `silence` in ms where it is silent.
   */
  judge(one, now) {
    const beside = this.#beside(one, now);
    const marks = [];
    if (one.live !== undefined && now - one.live < BESIDE_MS && beside) {
      marks.push(['mark.namesake']);
    }
    if (one.alternations >= ALTERNATIONS && now - one.other.heard < BESIDE_MS) {
      marks.push(['mark.copy']);
    }
    const { status, words } = this.#status(one, now, beside);
    return { status, words, marks };
  }

  #status(one, now, beside) {
    const { presence, state } = one;
    if (this.#connected === null) {
      return one.live === undefined || !state ? { status: 'asked', words: [] } : told(state);
    }
    const asking = now - this.#connected < ANSWER_MS;
    if (one.live === undefined) {
      if (beside) {
        return { status: 'replaced', words: [['why.replaced']] };
      }
      if (asking) {
        return { status: 'asked', words: [] };
      }
    }
    const back = state && presence && one.live - presence.heard > BACK_MS;
    if (presence?.word === 'lost' && !back && (!state || state.boot <= presence.boot)) {
      return { status: 'silent', words: [['why.lost']] };
    }
    if (presence?.word === 'ended' && !back && (!state || state.boot <= presence.boot)) {
      return { status: 'ended', words: [] };
    }
    if (one.live === undefined) {
      return { status: 'silent', words: [['why.never']] };
    }
    // Only while the broker was reached can a station be silent.
    if (now - Math.max(one.live, this.#connected) > SILENT_PERIODS * 1000 * one.every) {
      return { status: 'silent', words: [['why.silent']] };
    }
    return state ? told(state) : { status: 'asked', words: [] };
  }
}

function told(state) {
  const fault = state.fault;
  const words = [];
  if (fault) {
    words.push(['fault', fault]);
  }
  if (state.serves === 'out-of-service') {
    const code = state.code && state.code !== fault?.code ? [['fault', { part: 'station', code: state.code }]] : [];
    return { status: 'out', words: [...code, ...words] };
  }
  const soon = [];
  if (state.bin?.full) {
    soon.push(['why.bin.full']);
  } else if (state.bin?.percent >= FULL_SOON) {
    soon.push(['why.bin', state.bin.percent]);
  }
  if (state.paper === 'out' || state.paper === 'near-end') {
    soon.push([`why.paper.${state.paper}`]);
  }
  if (state.figures?.staff && sum(state.figures.staff) > 0) {
    soon.push(['why.staff', sum(state.figures.staff)]);
  }
  if (state.figures?.open?.[2] > 0) {
    soon.push(['why.open', state.figures.open[2]]);
  }
  if (state.policy?.old) {
    soon.push(['why.policy']);
  }
  if (state.clock.doubtful) {
    soon.push(['why.clock']);
  }
  if (state.serves === 'closed') {
    return { status: 'closed', words: [...words, ...soon] };
  }
  if (fault) {
    return { status: 'fault', words: [...words, ...soon] };
  }
  return { status: soon.length > 0 ? 'soon' : 'good', words: soon };
}

function sum(ages) {
  return ages === null ? null : ages[0] + ages[1] + ages[2];
}

// A point of the plots, where something differs from the one before; sums of an hour that came already are none.
function point(one, until, totals, open, staff, now) {
  const last = one.points.at(-1);
  if (last && until < last.until) {
    return false;
  }
  const next = { at: now, until, totals, open: open ?? last?.open ?? null, staff: staff ?? last?.staff ?? null };
  if (last && last.until === until && last.open === next.open && last.staff === next.staff) {
    return false;
  }
  one.points.push(next);
  if (one.points.length > MOST_POINTS) {
    one.points.shift();
  }
  return true;
}

/** Stations by library and place; the places with what hurts patrons most come first, and in each its stations. */
export function sorted(judged) {
  const places = new Map();
  for (const each of judged) {
    const key = `${each.one.library}/${each.one.place}`;
    const place = places.get(key) ?? { key, library: each.one.library, name: each.one.place, rows: [] };
    place.rows.push(each);
    places.set(key, place);
  }
  const rank = (each) => STATUSES.indexOf(each.status);
  for (const place of places.values()) {
    place.rows.sort((a, b) => rank(a) - rank(b) || compare(a.one.name, b.one.name) || compare(a.one.id, b.one.id));
  }
  return [...places.values()].sort((a, b) => byHurt(a, b, rank) || compare(a.library, b.library) || compare(a.name, b.name));
}

// The worst station decides; then how many are as bad.
function byHurt(a, b, rank) {
  const [x, y] = [rank(a.rows[0]), rank(b.rows[0])];
  const as = (place, worst) => place.rows.filter((each) => rank(each) === worst).length;
  return x - y || (x < STATUSES.indexOf('asked') ? as(b, y) - as(a, x) : 0);
}

const collator = new Intl.Collator('en', { numeric: true });
function compare(a, b) {
  return collator.compare(a, b);
}
