// The page's words and its sources: nothing missing, nothing that parses what a station sent.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { STATUSES } from '../src/fleet.js';
import { ORDERS } from '../src/order.js';
import { TOTALS } from '../src/wire.js';
import { LANGUAGES, words } from '../words.mjs';

const root = join(import.meta.dirname, '..');
const home = process.env.LIBSTATION_HOME ?? join(root, '../../..');
const table = await words(join(root, 'texts'), home);
const sources = readdirSync(join(root, 'src'))
  .filter((name) => name.endsWith('.js'))
  .map((name) => [name, readFileSync(join(root, 'src', name), 'utf8')]);

// A family of keys, by what follows its dot.
const FAMILIES = {
  status: STATUSES,
  means: STATUSES,
  total: TOTALS,
  order: ORDERS.flatMap(({ word, grave }) => [word, `${word}.does`, ...(grave ? [`${word}.sure`, `${word}.yes`] : [])]),
  screen: ['yes', 'closed', 'out-of-service'],
  paper: ['good', 'near-end', 'out', 'unknown', 'no-printer'],
  condition: ['ready', 'needs-hand', 'connecting'],
  part: ['station', 'journal', 'link', 'device'],
  link: ['online', 'silent'],
  journal: ['good', 'set-aside', 'missing', 'older', 'nearly-full', 'failing', 'disk-full'],
  step: ['sent', 'not-sent', 'received', 'begun', 'done', 'failed', 'refused', 'late'],
  verdict: ['good', 'attention', 'fault'],
  check: ['scanner', 'cards', 'pad', 'drop', 'dropscanner', 'bin', 'printer', 'payment'],
  theme: ['system', 'light', 'night'],
  problem: ['refused', 'rights'],
  'why.paper': ['out', 'near-end'],
};

test('every text is there in each language', () => {
  const keys = (language) => Object.keys(table[language]).filter((key) => !key.endsWith('.one')).sort();
  for (const language of LANGUAGES) {
    assert.deepEqual(keys(language), keys('en'), language);
  }
  assert.ok(keys('en').length > 400);
});

test('every text that is asked for is there, in the number that is asked for', () => {
  const wanted = new Set(Object.entries(FAMILIES).flatMap(([family, of]) => of.map((each) => `${family}.${each}`)));
  for (const [, source] of sources) {
    for (const [, key] of source.matchAll(/\bt\(\s*'([^']+)'/g)) {
      wanted.add(key);
    }
    for (const [, key] of source.matchAll(/\bcount\(\s*'([^']+)'/g)) {
      wanted.add(`${key}.other`);
    }
    for (const [, key] of source.matchAll(/'((?:fact|why|mark|key|bin|wrong|plot|waiting)\.[a-z.-]+)'/g)) {
      wanted.add(table.en[key] === undefined && table.en[`${key}.other`] !== undefined ? `${key}.other` : key);
    }
    for (const [, key] of source.matchAll(/\['((?:screen|ways|policy|program|clock)\.[a-z]+)', /g)) {
      wanted.add(`fact.${key}`);
    }
  }
  assert.ok(wanted.size > 150, String(wanted.size));
  wanted.delete('key.pem');
  assert.deepEqual([...wanted].filter((key) => !(key in table.en)), []);
});

test('a text has the same places in each language', () => {
  const places = (text) => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort().join('');
  for (const [key, text] of Object.entries(table.en)) {
    for (const language of LANGUAGES) {
      const other = table[language][key];
      assert.ok(other === undefined || places(other) === places(text), `${language} ${key}`);
    }
  }
});

test('what each kind of device says has its words: those of its finding', () => {
  for (const language of LANGUAGES) {
    const of = table[language];
    for (const [code, finding] of [['DR10', 'E10'], ['DR11', 'E11'], ['DP16', 'E53'], ['DS10', 'E10']]) {
      assert.ok(of[`code.${finding}`], finding);
      assert.equal(of[`code.${code}`], of[`code.${finding}`], `${language} ${code}`);
      assert.equal(of[`do.${code}`], of[`do.${finding}`], `${language} ${code}`);
    }
  }
});

test('no Chinese text of the page holds English, but for names that stand in settings and commands', () => {
  const named = /Libstation|libstation|station fleet keys make|fleet\.(prefix|orders)|Ed25519|wss?:\/\/|\{\d\}/g;
  for (const language of ['zh-Hant-HK', 'zh-Hans']) {
    const own = readFileSync(join(root, 'texts', `page.${language}.properties`), 'utf8').split('\n').slice(1);
    const mixed = own.filter((line) => /[A-Za-z]/.test((line.split(' = ')[1] ?? '').replaceAll(named, '')));
    assert.deepEqual(mixed, [], language);
  }
});

test('a station is one word in Chinese, whole wherever it stands (docs/patron-services/words.md)', () => {
  for (const language of ['zh-Hant-HK', 'zh-Hans']) {
    const own = readFileSync(join(root, 'texts', `page.${language}.properties`), 'utf8').split('\n').slice(1);
    const cut = own.filter((line) => /[機机]/.test(line.replaceAll(/機器|机器|機群|机群|列印機|打印机|關機|关机/g, '')));
    assert.deepEqual(cut, [], language);
  }
});

test('each of doctor’s checks can be ordered', () => {
  const offered = sources.find(([name]) => name === 'orders.js')[1].match(/CHECKS = \[(.*)\];/)[1].match(/[a-z-]+/g);
  const named = readFileSync(join(home, 'config/texts/check.en.properties'), 'utf8').match(/^check\.[a-z-]+(?= =)/gm);
  assert.deepEqual(offered.sort(), named.map((key) => key.slice('check.'.length)).sort());
});

test('every reason that a station may give has its words', () => {
  const refusals = readFileSync(join(home, 'kiosk-app/src/main/java/org/libstation/fleet/order/OrderRefusal.java'), 'utf8');
  const reasons = [...refusals.matchAll(/^ {2}([A-Z_]+)\("/gm)].map(([, name]) => name.toLowerCase().replaceAll('_', '-'));
  assert.ok(reasons.length >= 17);
  assert.deepEqual(reasons.filter((reason) => !(`reason.${reason}` in table.en)), []);
});

test('nothing of the page makes nodes or programs out of text', () => {
  assert.ok(sources.length >= 12);
  for (const [name, source] of sources) {
    assert.doesNotMatch(
      source,
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc|\beval\b|new Function|setTimeout\(\s*['"`]|javascript:/,
      name,
    );
  }
});

test('the page’s policy lets in nothing from elsewhere', () => {
  const html = readFileSync(join(root, 'index.html'), 'utf8');
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html);
  assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' wss: /);
  assert.doesNotMatch(policy, /unsafe|\s\*[\s;]|https?:|data:|blob:/);
  assert.match(policy, /require-trusted-types-for 'script'; trusted-types 'none'/);
  assert.doesNotMatch(html, /<script(?! type="module" src="page.js")|style=|\son\w+=/);
});

// WCAG 2.2, 1.4.3 and 1.4.11, over the pairs that the page draws.
test('by day and by night all is in contrast', () => {
  const style = readFileSync(join(root, 'src/style.css'), 'utf8');
  for (const [selector, name] of [[':root {', 'day'], [":root[data-theme='night'] {", 'night']]) {
    const block = style.slice(style.indexOf(selector), style.indexOf('}', style.indexOf(selector)));
    const colours = Object.fromEntries([...block.matchAll(/--ls-([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, key, value]) => [key, value]));
    const light = (colour) => {
      const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a, b) => {
      const [x, y] = [light(colours[a]), light(colours[b])].sort((p, q) => q - p);
      return (x + 0.05) / (y + 0.05);
    };
    for (const [front, back, least] of [
      ...['ground', 'surface', 'sunken'].flatMap((back) => [['text', back, 7], ['text-2', back, 7], ['edge', back, 3], ['action', back, 7]]),
      ...['done', 'ask', 'stop', 'wait'].flatMap((tone) => [['text', `${tone}-tint`, 7], [tone, `${tone}-tint`, 7], [tone, 'surface', 7]]),
      ['on-action', 'action', 7],
      ['text', 'action-tint', 7],
      ['stop', 'sunken', 4.5],
      ...[1, 2, 3, 4, 5, 6].map((at) => [`plot-${at}`, 'surface', 4.5]),
    ]) {
      assert.ok(contrast(front, back) >= least, `${name}: ${front} on ${back} is ${contrast(front, back).toFixed(1)}`);
    }
  }
});
