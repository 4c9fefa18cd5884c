import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as wire from '../src/wire.js';

const bytes = (text) => new TextEncoder().encode(text);
const EXAMPLE =
  '{"schema":"libstation-fleet-1","id":"3f9a0c12","boot":7,"number":42,"at":"2026-11-30T10:20:05Z","serves":"yes","devices":[],' +
  '"link":"online","journal":"good","paper":"good","clock":{"doubtful":false},"figures":{"until":"2026-11-30T10:00:00Z",' +
  '"open":{"under-a-day":2,"under-a-week":1,"older":0},"staff-lines":{"under-a-day":0,"under-a-week":0,"older":3},' +
  '"last-visit-hour":"2026-11-30T09:00:00Z",' +
  '"totals":{"loans":10,"offline-loans":1,"returns":20,"renewals":3,"refused":4,"unanswered":0}}}';

test('the example of the documentation is read whole', () => {
  const state = wire.state(wire.json(bytes(EXAMPLE)), '3f9a0c12');
  assert.equal(state.serves, 'yes');
  assert.equal(state.number, 42);
  assert.equal(state.at, Date.parse('2026-11-30T10:20:05Z'));
  assert.deepEqual(state.figures.open, [2, 1, 0]);
  assert.deepEqual(state.figures.staff, [0, 0, 3]);
  assert.equal(state.figures.totals.returns, 20);
  assert.equal(state.bin, null);
});

test('a topic is read where it is one of a station, and nowhere else', () => {
  assert.equal(wire.topic('libstation', 'libstation/v1/hkpl/central/box-2/3f9a0c12/state').station, 'hkpl/central/box-2');
  for (const wrong of [
    'libstation/v1/who',
    'libstation/v2/hkpl/central/box-2/3f9a0c12/state',
    'other/v1/hkpl/central/box-2/3f9a0c12/state',
    'libstation/v1/hkpl/central/box-2/3F9A0C12/state',
    'libstation/v1/hkpl/central/<script>/3f9a0c12/state',
    'libstation/v1/hkpl/central//3f9a0c12/state',
    'libstation/v1/hkpl/central/box-2/3f9a0c12/orders',
    `libstation/v1/hkpl/central/${'x'.repeat(41)}/3f9a0c12/state`,
    'x/'.repeat(100_000),
  ]) {
    assert.equal(wire.topic('libstation', wrong), null, wrong.slice(0, 60));
  }
});

test('what is no document is none', () => {
  for (const wrong of ['', '{', '[]', 'null', '"x"', '7', '\ud800', `{"x":"${'y'.repeat(wire.MOST_BYTES)}"}`]) {
    assert.equal(wire.json(bytes(wrong)), null, wrong.slice(0, 40));
  }
  assert.equal(wire.json(Uint8Array.of(0x7b, 0xff, 0x7d)), null);
});

test('any member may be missing, of another kind, huge or a script, and the rest is read', () => {
  const junk = [null, true, -1, 1e308, 0.5, '<img src=x onerror=alert(1)>', 'x'.repeat(5000), [], {}, [[]], { a: { b: 1 } }, '__proto__'];
  const whole = JSON.parse(EXAMPLE);
  const paths = [];
  const walk = (value, path) => {
    for (const key of Object.keys(value)) {
      paths.push([...path, key]);
      if (typeof value[key] === 'object') {
        walk(value[key], [...path, key]);
      }
    }
  };
  walk(whole, []);
  assert.ok(paths.length > 25);
  for (const path of paths) {
    for (const value of junk) {
      const one = structuredClone(whole);
      path.slice(0, -1).reduce((at, key) => at[key], one)[path.at(-1)] = value;
      const read = wire.state(wire.json(bytes(JSON.stringify(one))), '3f9a0c12');
      const text = JSON.stringify(read);
      assert.ok(!text.includes('<img') && !text.includes('xxxxx'), `${path}: ${text}`);
      if (!['schema', 'id', 'boot', 'number', 'serves'].includes(path[0])) {
        assert.equal(read.serves, 'yes', `${path} = ${JSON.stringify(value)}`);
      }
    }
  }
});

test('lists are cut', () => {
  const one = JSON.parse(EXAMPLE);
  one.devices = Array.from({ length: 300 }, (_, at) => ({ name: `d${at}`, condition: 'ready' }));
  one.figures['staff-kinds'] = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`k${at}`, 1]));
  const state = wire.state(one, '3f9a0c12');
  assert.equal(state.devices.length, 32);
  assert.equal(state.figures.kinds.length, 64);
});

test('a document of another installation than its topic’s is none', () => {
  assert.equal(wire.state(JSON.parse(EXAMPLE), 'ffffffff'), null);
  assert.equal(wire.presence({ schema: 'libstation-fleet-1', id: '3f9a0c12', boot: 1, connection: 1, presence: 'born' }, 'ffffffff'), null);
});

test('an answer holds words of the program alone', () => {
  const told = wire.answer(
    { schema: 'libstation-order-1', id: '3f9a0c12', order: '00112233445566aa', step: 'failed', reason: 'no-answer', open: '3', evil: 'x', codes: '<b>' },
    '3f9a0c12',
  );
  assert.deepEqual(told, { order: '00112233445566aa', step: 'failed', told: { reason: 'no-answer', open: '3' } });
  assert.equal(wire.answer({ schema: 'libstation-order-1', id: '3f9a0c12', order: '00112233445566aa', step: 'dance' }, '3f9a0c12'), null);
});
