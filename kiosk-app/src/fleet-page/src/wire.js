// What comes over the wire, made into records that the page can trust the shape of: words, numbers and
// moments, each bounded. A member that is not as docs/administrator/fleet-messages.md has it is left out; a message that is none
// of ours is null.

/** Larger is nothing that a station sends (docs/administrator/fleet-messages.md); the broker is asked to keep it to itself. */
export const MOST_BYTES = 16 * 1024;
export const SCHEMA = 'libstation-fleet-1';
const MOST_DEVICES = 32;
const MOST_KINDS = 64;

const NAME = /^[A-Za-z0-9._-]{1,40}$/;
const ID = /^[0-9a-f]{8}$/;
const TOKEN = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,39}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
const KINDS = new Set(['presence', 'state', 'counts', 'answers', 'bundle']);

/** `PREFIX/v1/LIBRARY/PLACE/STATION/ID/KIND`; null when it is none. */
export function topic(prefix, text) {
  const parts = text.length > 300 ? [] : text.split('/');
  if (
    parts.length !== 7 ||
    parts[0] !== prefix ||
    parts[1] !== 'v1' ||
    !parts.slice(2, 5).every((part) => NAME.test(part)) ||
    !ID.test(parts[5]) ||
    !KINDS.has(parts[6])
  ) {
    return null;
  }
  const [, , library, place, name, id, kind] = parts;
  return { library, place, name, id, kind, station: `${library}/${place}/${name}` };
}

export function isName(text) {
  return NAME.test(text);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A JSON object of at most [MOST_BYTES]; null when it is none. */
export function json(bytes) {
  if (bytes.length > MOST_BYTES) {
    return null;
  }
  try {
    const value = JSON.parse(utf8.decode(bytes));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** @param id of the topic: a document that names another is none */
export function presence(of, id) {
  if (!head(of, id)) {
    return null;
  }
  const { presence: word, connection } = of;
  if (!['born', 'lost', 'ended'].includes(word) || !isCount(connection)) {
    return null;
  }
  return {
    boot: of.boot,
    connection,
    word,
    at: moment(of.at),
    version: token(of.version),
    every: isCount(of['every-seconds']) ? Math.min(3600, Math.max(1, of['every-seconds'])) : undefined,
  };
}

export function state(of, id) {
  if (!head(of, id) || !isCount(of.number)) {
    return null;
  }
  const serves = token(of.serves);
  if (serves === undefined) {
    return null;
  }
  const fault = isObject(of['first-fault']) ? of['first-fault'] : {};
  const bin = isObject(of.bin) ? of.bin : null;
  const policy = isObject(of.policy) ? of.policy : null;
  const clock = isObject(of.clock) ? of.clock : {};
  return {
    boot: of.boot,
    number: of.number,
    at: moment(of.at),
    version: token(of.version),
    serves,
    code: token(of.code),
    fault: token(fault.code) && { part: token(fault.part), device: token(fault.device), code: token(fault.code) },
    devices: list(of.devices, MOST_DEVICES)
      .filter(isObject)
      .map((each) => ({ name: token(each.name), condition: token(each.condition), code: token(each.code) }))
      .filter((each) => each.name && each.condition),
    link: token(of.link),
    journal: token(of.journal),
    bin: bin && { percent: isCount(bin.percent) ? Math.min(100, bin.percent) : undefined, full: bin.full === true },
    paper: token(of.paper),
    policy: policy && {
      version: token(policy.version),
      hours: isCount(policy['confirmed-hours']) ? policy['confirmed-hours'] : undefined,
      old: policy.old === true,
    },
    clock: {
      doubtful: clock.doubtful === true,
      apart: Number.isSafeInteger(clock['apart-seconds']) ? clock['apart-seconds'] : undefined,
    },
    figures: isObject(of.figures) ? figures(of.figures) : null,
  };
}

function figures(of) {
  return {
    until: moment(of.until),
    open: ages(of.open),
    staff: ages(of['staff-lines']),
    kinds: kinds(of['staff-kinds']),
    visit: moment(of['last-visit-hour']),
    totals: totals(of.totals),
  };
}

export function counts(of, id) {
  if (!head(of, id)) {
    return null;
  }
  const until = moment(of.until);
  const all = totals(of.totals);
  return until === undefined || all === null ? null : { boot: of.boot, until, totals: all };
}

export const TOTALS = ['loans', 'offline-loans', 'returns', 'renewals', 'refused', 'unanswered'];

function totals(of) {
  return isObject(of) && TOTALS.every((name) => isCount(of[name]))
    ? Object.fromEntries(TOTALS.map((name) => [name, of[name]]))
    : null;
}

function ages(of) {
  const names = ['under-a-day', 'under-a-week', 'older'];
  return isObject(of) && names.every((name) => isCount(of[name])) ? names.map((name) => of[name]) : null;
}

function kinds(of) {
  if (!isObject(of)) {
    return null;
  }
  return Object.entries(of)
    .slice(0, MOST_KINDS)
    .filter(([kind, number]) => TOKEN.test(kind) && isCount(number) && number > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

/** How far an order is; null when it is no answer. */
export function answer(of, id) {
  if (of.schema !== 'libstation-order-1' || of.id !== id) {
    return null;
  }
  const told = {};
  for (const name of ['reason', 'open', 'version', 'confirmed', 'check', 'status', 'parts']) {
    if (typeof of[name] === 'string' && (TOKEN.test(of[name]) || MOMENT.test(of[name]))) {
      told[name] = of[name];
    }
  }
  if (typeof of.codes === 'string' && /^[A-Z0-9 ]{0,200}$/.test(of.codes)) {
    told.codes = of.codes;
  }
  return /^[0-9a-f]{16}$/.test(of.order) && ['received', 'begun', 'done', 'failed', 'refused'].includes(of.step)
    ? { order: of.order, step: of.step, told }
    : null;
}

function head(of, id) {
  return of.schema === SCHEMA && of.id === id && isCount(of.boot);
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value) {
  return Number.isSafeInteger(value) && value >= 0;
}

function list(value, most) {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

function token(value) {
  return typeof value === 'string' && TOKEN.test(value) ? value : undefined;
}

/** Milliseconds since 1970. */
function moment(value) {
  const at = typeof value === 'string' && MOMENT.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? undefined : at;
}
