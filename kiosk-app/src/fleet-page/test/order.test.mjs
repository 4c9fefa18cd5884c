// Both sides of the wire against what the other made: `golden/` was written by the station's own classes, and
// FleetPageVectorsTest reads what this side writes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { KeyProblem, fromBase64, isLocked, load } from '../src/key.js';
import { Asker, MOST_SIGNS, isLine, moment, newId, nextNumber, sign, text } from '../src/order.js';

const golden = (name) => readFileSync(join(import.meta.dirname, 'golden', name), 'utf8');
const SETTLE = { station: 'hkpl/central/box-2', id: '00112233445566aa', number: 1796032800000, expires: '2026-11-30T10:01:00Z', order: 'settle' };
const NOTICE = {
  ...SETTLE,
  order: 'notice',
  with: { until: '2026-12-02T10:00:00Z', en: 'Closed on “Sunday” \\ <b>', 'zh-Hant-HK': '星期日休館 📚', 'zh-Hans': '星期日闭馆' },
};

test('an order is signed byte for byte as the command signs it', async () => {
  const key = await load(golden('key.pem'), '');
  assert.equal(await sign(text(SETTLE), key), golden('order-settle.json').trim());
});

test('a key with a passphrase is opened, and signs the same', async () => {
  assert.ok(isLocked(golden('key-locked.pem')));
  const key = await load(golden('key-locked.pem'), 'correct horse');
  assert.equal(await sign(text(SETTLE), key), golden('order-settle-locked.json').trim());
});

test('a notice in three scripts is what the station’s test reads', async () => {
  const key = await load(golden('key.pem'), '');
  assert.equal(await sign(text(NOTICE), key), golden('page-notice.json').trim());
});

test('nobody takes the key out again', async () => {
  const { privateKey } = await load(golden('key.pem'), '');
  assert.equal(privateKey.extractable, false);
  await assert.rejects(crypto.subtle.exportKey('pkcs8', privateKey));
});

test('what is no key of ours says why', async () => {
  const whole = golden('key.pem');
  const locked = golden('key-locked.pem');
  const other = `${whole.slice(0, whole.indexOf('-----BEGIN PUBLIC'))}${locked.slice(locked.indexOf('-----BEGIN PUBLIC'))}`;
  for (const [file, phrase, reason] of [
    ['', '', 'key.wrong'],
    ['x'.repeat(100_000), '', 'key.wrong'],
    [whole.slice(0, whole.indexOf('-----BEGIN PUBLIC')), '', 'key.wrong'],
    [whole.replace('MC', '!!'), '', 'key.wrong'],
    [other, '', 'key.wrong'],
    [locked, 'wrong', 'key.passphrase'],
    [locked, '', 'key.passphrase'],
    [locked.replace(/(KEY-----\n.{20})./, '$1A'), 'correct horse', 'key.wrong'],
  ]) {
    await assert.rejects(load(file, phrase), (error) => error instanceof KeyProblem && error.reason === reason, `${reason}: ${file.slice(0, 60)}`);
  }
});

test('a support bundle that the station made is opened, its parts in any order and twice', async () => {
  const { asker, parts } = await bundle();
  for (const part of [...parts].reverse()) {
    assert.equal(asker.isWhole, false);
    assert.equal(await asker.take(part), true);
    assert.equal(await asker.take(part), false, 'twice');
  }
  assert.ok(asker.isWhole);
  const whole = new Uint8Array(await asker.bundle().arrayBuffer());
  assert.equal(whole.length, 20_000);
  assert.ok(whole.every((byte, at) => byte === ((at * 7 + Math.floor(at / 256)) & 0xff)));
});

test('a part that was altered, or is of another order, is left out', async () => {
  const { asker, parts } = await bundle();
  const [part] = parts;
  for (const wrong of [
    { order: 'ffffffffffffffff' },
    { part: '1' },
    { of: '2' },
    { of: '5000' },
    { part: '-1' },
    { data: `A${part.data.slice(1)}` },
    { data: '!' },
    { key: 'AAAA' },
    { key: undefined },
    { schema: 'libstation-bundle-2' },
  ]) {
    assert.equal(await asker.take({ ...part, ...wrong }), false, JSON.stringify(wrong).slice(0, 60));
  }
  assert.equal(asker.parts, 0);
  assert.equal(await asker.take(part), true);
});

test('the number of a key’s next order grows, also when the clock was set back', () => {
  assert.equal(nextNumber(0, 1000), 1000);
  assert.equal(nextNumber(5000, 1000), 5001);
  assert.equal(nextNumber(NaN, 1000), 1000);
});

test('ids are of chance, and moments as a station reads them', () => {
  assert.match(newId(), /^[0-9a-f]{16}$/);
  assert.notEqual(newId(), newId());
  for (let at = 0; at < 1000; at++) {
    assert.doesNotMatch(newId(), /[0-9]{8}/, 'a log would mask it');
  }
  assert.equal(moment(Date.parse('2026-11-30T10:01:00.987Z')), '2026-11-30T10:01:00Z');
});

test('a line of a notice is refused here where the station would refuse it', () => {
  assert.ok(isLine('星期日休館'));
  assert.ok(isLine('📚'.repeat(MOST_SIGNS)));
  for (const wrong of ['', ' ', 'x'.repeat(MOST_SIGNS + 1), 'a\nb', 'a\u202eb', 'a\u200bb', 'a\u2028b', 'a\ue000b', 'a\ud800b']) {
    assert.equal(isLine(wrong), false, JSON.stringify(wrong).slice(0, 30));
  }
});

async function bundle() {
  const [own, open, order, ...parts] = golden('bundle.txt').trim().split('\n');
  const pair = {
    privateKey: await crypto.subtle.importKey('pkcs8', fromBase64(own), 'X25519', false, ['deriveBits']),
    publicKey: await crypto.subtle.importKey('spki', fromBase64(open), 'X25519', true, []),
  };
  return { asker: await Asker.of(order, pair), parts: parts.map((part) => JSON.parse(part)) };
}
