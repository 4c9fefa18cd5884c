// What the page says, in the language that is chosen.
import table from 'words:table';

export const LANGUAGES = [
  { tag: 'zh-Hant-HK', name: '繁體中文', locale: 'zh-Hant-HK' },
  { tag: 'zh-Hans', name: '简体中文', locale: 'zh-Hans-CN' },
  { tag: 'en', name: 'English', locale: 'en-GB' },
];
const KEPT = 'libstation.fleet.language';

let language = LANGUAGES[2];

/** The language that was chosen before, else the browser's own. */
export function begin() {
  const wished = [localStorage.getItem(KEPT), ...navigator.languages];
  const found = wished.map(fitting).find(Boolean);
  use(found ?? LANGUAGES[2]);
}

function fitting(tag) {
  const own = LANGUAGES.find((each) => each.tag === tag);
  if (own || !tag) {
    return own;
  }
  const { language: of, script } = new Intl.Locale(tag).maximize();
  return LANGUAGES.find((each) => {
    const wanted = new Intl.Locale(each.tag).maximize();
    return wanted.language === of && wanted.script === script;
  });
}

function use(one) {
  language = one;
  document.documentElement.lang = one.tag;
}

export function choose(tag) {
  use(LANGUAGES.find((each) => each.tag === tag));
  localStorage.setItem(KEPT, tag);
}

export function chosen() {
  return language;
}

export function has(key) {
  return Object.hasOwn(table[language.tag], key);
}

/** A text, with `{0}`, `{1}` … filled in; a missing one is its key, which no test lets pass. */
export function t(key, ...args) {
  const text = has(key) ? table[language.tag][key] : key;
  return text.replace(/\{(\d)\}/g, (_, at) => String(args[at] ?? ''));
}

const made = new Map();

// Making one takes longer than using it a hundred times, and the wall counts in each of its places.
function intl(kind, options = {}) {
  const name = `${kind} ${language.locale} ${JSON.stringify(options)}`;
  if (!made.has(name)) {
    made.set(name, new Intl[kind](language.locale, options));
  }
  return made.get(name);
}

/** As a number asks for: `KEY.one` or `KEY.other`. */
export function count(key, many) {
  return t(`${key}.${intl('PluralRules').select(many) === 'one' ? 'one' : 'other'}`, number(many));
}

export function number(value) {
  return intl('NumberFormat').format(value);
}

/** Of a span of time, its largest unit. */
export function span(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [unit, size] = [['day', 86_400], ['hour', 3600], ['minute', 60]].find(([, each]) => seconds >= each) ?? ['second', 1];
  return intl('NumberFormat', { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(seconds / size));
}

export function moment(ms) {
  return intl('DateTimeFormat', { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }).format(ms);
}

export function clock(ms) {
  return intl('DateTimeFormat', { timeStyle: 'medium', hourCycle: 'h23' }).format(ms);
}

/** A word of the wire: as the table has it, else as it came. */
export function word(kind, value) {
  if (value === undefined) {
    return t('unknown');
  }
  return has(`${kind}.${value}`) ? t(`${kind}.${value}`) : value;
}

/** What a code means. */
export function code(value) {
  return has(`code.${value}`) ? t(`code.${value}`) : t('code.unknown');
}

/** What is wrong with a station, a line each, from `words` of the fleet's judgement. */
export function why([key, ...args]) {
  if (key !== 'fault') {
    return typeof args[0] === 'number' && has(`${key}.other`) ? count(key, args[0]) : t(key, ...args);
  }
  const [fault] = args;
  const of = fault.device ? word('check', fault.device) : fault.part && fault.part !== 'station' ? word('part', fault.part) : '';
  return of === '' ? t('fault', code(fault.code), fault.code) : t('fault.of', of, code(fault.code), fault.code);
}
