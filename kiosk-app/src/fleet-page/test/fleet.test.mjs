import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fleet, ANSWER_MS, MOST_POINTS, MOST_STATIONS, sorted } from '../src/fleet.js';
import { Box, FAULTS, figures } from './box.mjs';

const bytes = (text) => new TextEncoder().encode(text);
const HOUR = Date.parse('2026-11-30T10:00:00Z');

// A fleet whose clock the test moves.
class World {
  fleet = new Fleet('libstation');
  now = 1000;

  constructor() {
    this.fleet.connected(this.now);
  }

  hears(box, kind, text, retained = false) {
    return this.fleet.take(`${box.topic}/${kind}`, bytes(text), retained, this.now);
  }

  status(box) {
    return this.fleet.judge(this.fleet.station(`${box.station}/${box.id}`), this.now).status;
  }

  marks(box) {
    return this.fleet.judge(this.fleet.station(`${box.station}/${box.id}`), this.now).marks.map(([key]) => key);
  }
}

test('each state has its status', () => {
  for (const [more, status] of [
    [{}, 'good'],
    [FAULTS.out, 'out'],
    [FAULTS.pad, 'fault'],
    [FAULTS.link, 'fault'],
    [FAULTS.paper, 'soon'],
    [FAULTS.bin, 'soon'],
    [FAULTS.closed, 'closed'],
    [{ ...FAULTS.closed, ...FAULTS.pad }, 'closed'],
    [{ ...FAULTS.out, ...FAULTS.pad }, 'out'],
    [{ clock: { doubtful: true } }, 'soon'],
    [{ policy: { version: '7', old: true } }, 'soon'],
    [{ figures: figures(HOUR, { staff: [0, 1, 0] }) }, 'soon'],
    [{ figures: figures(HOUR, { open: [5, 5, 0] }) }, 'good'],
    [{ figures: figures(HOUR, { open: [0, 0, 1] }) }, 'soon'],
  ]) {
    const world = new World();
    const box = new Box('hkpl/central/box-1', '00000001');
    world.hears(box, 'state', box.state(more));
    assert.equal(world.status(box), status, JSON.stringify(more));
  }
});

test('who stops speaking is silent, by the page’s own clock, and no longer when it speaks', () => {
  const world = new World();
  const box = new Box('hkpl/central/box-1', '00000001');
  world.hears(box, 'state', box.state({ at: '2040-01-01T00:00:00Z' }));
  world.now += 149_000;
  assert.equal(world.status(box), 'good');
  world.now += 2_000;
  assert.equal(world.status(box), 'silent');
  world.hears(box, 'state', box.state());
  assert.equal(world.status(box), 'good');
});

test('nobody is silent because the page lost its broker', () => {
  const world = new World();
  const box = new Box('hkpl/central/box-1', '00000001');
  world.hears(box, 'state', box.state());
  world.fleet.disconnected();
  world.now += 3_600_000;
  assert.equal(world.status(box), 'good');
  world.fleet.connected(world.now);
  world.now += 149_000;
  assert.equal(world.status(box), 'good');
  world.now += 2_000;
  assert.equal(world.status(box), 'silent');
});

test('what is retained is a help and no proof of life', () => {
  const world = new World();
  const box = new Box('hkpl/central/box-1', '00000001');
  world.hears(box, 'presence', box.presence('born'), true);
  world.hears(box, 'state', box.state(), true);
  assert.equal(world.status(box), 'asked');
  world.now += ANSWER_MS + 1;
  assert.equal(world.status(box), 'silent');
  world.hears(box, 'state', box.state());
  assert.equal(world.status(box), 'good');
});

test('a station is known without any retained message', () => {
  const world = new World();
  const box = new Box('hkpl/central/box-1', '00000001');
  world.hears(box, 'state', box.state(FAULTS.pad));
  assert.equal(world.status(box), 'fault');
});

test('a lost connection counts, unless a newer one was born', () => {
  const world = new World();
  const box = new Box('hkpl/central/box-1', '00000001');
  world.hears(box, 'presence', box.presence('born'));
  world.hears(box, 'state', box.state());
  const lost = box.presence('lost');
  box.connection = 2;
  world.hears(box, 'presence', box.presence('born'));
  world.hears(box, 'presence', lost);
  assert.equal(world.status(box), 'good');
  world.hears(box, 'presence', box.presence('lost'));
  assert.equal(world.status(box), 'silent');
  world.hears(box, 'presence', box.presence('born'), true);
  assert.equal(world.status(box), 'silent', 'a birth that is kept elsewhere');
  box.boot++;
  box.connection = 1;
  world.hears(box, 'presence', box.presence('born'));
  world.hears(box, 'state', box.state());
  assert.equal(world.status(box), 'good');
});

test('a state long after a loss means that its birth was not heard', () => {
  const world = new World();
  const box = new Box('hkpl/central/box-1', '00000001');
  world.hears(box, 'presence', box.presence('born'));
  world.hears(box, 'state', box.state());
  world.hears(box, 'presence', box.presence('lost'));
  world.now += 10_000;
  assert.equal(world.status(box), 'silent');
  world.hears(box, 'state', box.state());
  assert.equal(world.status(box), 'good');
});

test('who ended in order is told so', () => {
  const world = new World();
  const box = new Box('hkpl/central/box-1', '00000001');
  world.hears(box, 'state', box.state());
  world.hears(box, 'presence', box.presence('ended'));
  assert.equal(world.status(box), 'ended');
});

test('what comes late changes nothing', () => {
  const world = new World();
  const box = new Box('hkpl/central/box-1', '00000001');
  const late = box.state(FAULTS.out);
  world.hears(box, 'state', box.state());
  assert.equal(world.hears(box, 'state', late), null);
  assert.equal(world.status(box), 'good');
});

test('data that was brought back from a copy is believed once the later start is silent', () => {
  const world = new World();
  const box = new Box('hkpl/central/box-1', '00000001', 9);
  world.hears(box, 'state', box.state());
  box.boot = 4;
  world.now += 200_000;
  world.hears(box, 'state', box.state(FAULTS.pad));
  assert.equal(world.status(box), 'fault');
});

test('two boxes of one name are both shown and told', () => {
  const world = new World();
  const [one, two] = [new Box('hkpl/central/box-1', '00000001'), new Box('hkpl/central/box-1', '00000002')];
  world.hears(one, 'state', one.state());
  assert.deepEqual(world.marks(one), []);
  world.hears(two, 'state', two.state(FAULTS.out));
  assert.equal(world.fleet.size, 2);
  assert.deepEqual(world.marks(one), ['mark.namesake']);
  assert.deepEqual(world.marks(two), ['mark.namesake']);
  assert.equal(world.status(one), 'good');
  assert.equal(world.status(two), 'out');
});

test('thousands of one name are told in as many looks as there are of them', () => {
  const world = new World();
  const all = Array.from({ length: MOST_STATIONS }, (_, at) => new Box('hkpl/central/box-1', (at + 1).toString(16).padStart(8, '0')));
  let looks = 0;
  for (const box of all) {
    world.hears(box, 'state', box.state());
    const one = world.fleet.station(`${box.station}/${box.id}`);
    let live = one.live;
    Object.defineProperty(one, 'live', { get: () => (looks++, live), set: (now) => (live = now) });
  }
  assert.ok(all.every((box) => world.marks(box).includes('mark.namesake')));
  assert.ok(looks < 20 * MOST_STATIONS, String(looks));
});

test('an installation that another took the name of is gone, not silent', () => {
  const world = new World();
  const [old, fresh] = [new Box('hkpl/central/box-1', '00000001'), new Box('hkpl/central/box-1', '00000002')];
  world.hears(old, 'state', old.state(), true);
  world.now += ANSWER_MS + 1;
  assert.equal(world.status(old), 'silent');
  world.hears(fresh, 'state', fresh.state());
  assert.equal(world.status(old), 'replaced');
  assert.deepEqual(world.marks(fresh), []);
});

test('two boxes with one copy of the data are told', () => {
  const world = new World();
  const [one, two] = [new Box('hkpl/central/box-1', '00000001', 8), new Box('hkpl/central/box-1', '00000001', 7)];
  for (let round = 0; round < 4; round++) {
    world.hears(one, 'state', one.state());
    world.hears(two, 'state', two.state());
    world.now += 60_000;
  }
  assert.deepEqual(world.marks(one), ['mark.copy']);
});

test('plots begin when the page hears, hold what changed, and are bounded', () => {
  const world = new World();
  const box = new Box('hkpl/central/box-1', '00000001');
  for (let hour = 0; hour < MOST_POINTS + 50; hour++) {
    const of = { figures: figures(HOUR + hour * 3_600_000, { totals: { loans: hour } }) };
    world.hears(box, 'state', box.state(of));
    world.hears(box, 'state', box.state(of));
  }
  const { points } = world.fleet.station(`${box.station}/${box.id}`);
  assert.equal(points.length, MOST_POINTS);
  assert.equal(points.at(-1).totals.loans, MOST_POINTS + 49);
});

test('an hour that is counted twice is one point', () => {
  const world = new World();
  const box = new Box('hkpl/central/box-1', '00000001');
  const counts = JSON.stringify({ schema: 'libstation-fleet-1', id: box.id, boot: 7, number: 3, until: '2026-11-30T10:00:00Z', totals: figures(HOUR).totals });
  world.hears(box, 'counts', counts);
  world.hears(box, 'counts', counts);
  assert.equal(world.fleet.station(`${box.station}/${box.id}`).points.length, 1);
});

test('a million topics are counted, and those that were there stay', () => {
  const world = new World();
  const first = new Box('hkpl/central/box-1', '00000001');
  world.hears(first, 'state', first.state());
  for (let at = 2; at <= 1_000_000; at++) {
    const id = at.toString(16).padStart(8, '0');
    // Beyond what is kept nothing is read: null would hurt.
    const document = at <= MOST_STATIONS + 1 ? bytes(new Box('x/y/z', id).state()) : null;
    world.fleet.take(`libstation/v1/x/y/s${at}/${id}/state`, document, false, world.now);
  }
  assert.equal(world.fleet.size, MOST_STATIONS);
  assert.deepEqual(world.fleet.dropped, { junk: 0, large: 0, stations: 1_000_000 - MOST_STATIONS });
  assert.equal(world.status(first), 'good');
});

test('who is long silent makes room for who speaks', () => {
  const world = new World();
  for (let at = 1; at <= MOST_STATIONS; at++) {
    const box = new Box(`x/y/s${at}`, at.toString(16).padStart(8, '0'));
    world.hears(box, 'state', box.state(), true);
  }
  world.now += 700_000;
  const box = new Box('hkpl/central/box-1', 'ffffffff');
  world.hears(box, 'state', box.state());
  assert.equal(world.status(box), 'good');
  assert.equal(world.fleet.size, MOST_STATIONS);
});

test('what is large or junk is counted and changes nothing', () => {
  const world = new World();
  const box = new Box('hkpl/central/box-1', '00000001');
  world.hears(box, 'state', box.state({ x: 'y'.repeat(1_000_000) }));
  world.hears(box, 'state', 'junk');
  world.hears(box, 'presence', '{"schema":"libstation-fleet-1"}');
  assert.deepEqual(world.fleet.dropped, { junk: 2, large: 1, stations: 0 });
  assert.equal(world.fleet.size, 0);
});

test('what hurts patrons most stands first: places, and stations in them', () => {
  const row = (station, status) => ({ one: new Box(station, '00000001'), status });
  const rows = [row('h/a/1', 'good'), row('h/a/10', 'soon'), row('h/b/1', 'fault'), row('h/b/2', 'out'), row('h/c/2', 'silent'), row('h/c/1', 'good'), row('h/a/9', 'soon')];
  for (const each of rows) {
    const [library, place, name] = each.one.station.split('/');
    Object.assign(each.one, { library, place, name });
  }
  assert.deepEqual(
    sorted(rows).map((place) => [place.name, ...place.rows.map((each) => each.one.name)]),
    [['b', '2', '1'], ['c', '2', '1'], ['a', '9', '10', '1']],
  );
});
