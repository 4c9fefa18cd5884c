// How long a change at a station takes to the page's pixel, and how many messages a second the page bears.
//
//   config/package/fleet-page --bench
//
// First as one measure: from the moment at which something changes at a station, whose own desk of news tells it over
// mosquitto (`station bench fleet --led`), to the beginning of the frame after the one that shows it, in the same machine
// by the same clock. Then from before a message is published: what the page alone takes, and how many it bears; each
// station also speaks once a minute, as they do.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Box, FAULTS, Mosquitto, browser, open, serve, until, voice } from './kit.mjs';

const CHANGES = 200;
const WHOLE_CHANGES = 100;
/** A station that was measured rests so long, and up to one of its looks more: it tells one state a second at most. */
const REST_MS = 1100;
const LOOK_MS = 200;
const SIZES = [1, 50, 1000];
const RATES = [250, 500, 1000, 2000, 4000];
const RATE_SECONDS = 5;
const GOAL_MS = 1000;

const now = () => performance.timeOrigin + performance.now();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const rank = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];

const broker = await Mosquitto.begin();
const site = await serve({ broker: broker.url });
const chrome = await browser();
console.log(`load ${loadavg().map((each) => each.toFixed(1)).join(' ')}; ${chrome.version()}`);
for (const size of SIZES) {
  const whole = await fromStations(size);
  console.log(`load ${loadavg()[0].toFixed(1)}; ${size} stations: change at a station to pixel p50 ${rank(whole, 0.5).toFixed(0)} ms, p99 ${rank(whole, 0.99).toFixed(0)} ms, ${whole.length} of ${WHOLE_CHANGES} seen`);
}
for (const size of SIZES) {
  const { page, say, boxes } = await fleet(size);
  const ages = await changes(page, say, boxes, CHANGES, () => pause(20 + Math.random() * 60));
  console.log(`${size} stations: change to pixel p50 ${rank(ages, 0.5).toFixed(0)} ms, p99 ${rank(ages, 0.99).toFixed(0)} ms, ${ages.length} of ${CHANGES} seen`);
  if (size === SIZES.at(-1)) {
    for (const rate of RATES) {
      const ended = { yes: false };
      const flood = load(say, boxes, rate, ended);
      const under = await changes(page, say, boxes, RATE_SECONDS * 10, () => pause(100));
      ended.yes = true;
      const sent = await flood;
      const p99 = rank(under, 0.99);
      console.log(`${rate} messages a second asked, ${sent.toFixed(0)} sent: change to pixel p50 ${rank(under, 0.5).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ${under.length} of ${RATE_SECONDS * 10} seen`);
      if (p99 > GOAL_MS || sent < rate * 0.8) {
        break;
      }
    }
  }
  await page.context().close();
  await say.endAsync();
}
await chrome.close();
site.end();
await broker.end();

// Stations as they are, each with its own desk of news and connection.
async function fromStations(size) {
  const folder = mkdtempSync(join(tmpdir(), 'fleet-led-'));
  const words = ['bench', 'fleet', '--led', broker.port, '--stations', size, '--out', join(folder, 'out')].map(String);
  const led = spawn(join(process.env.LIBSTATION_HOME, 'station'), words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const moments = createInterface({ input: led.stdout })[Symbol.asyncIterator]();
  const page = await open(await chrome.newContext({ viewport: { width: 1920, height: 1080 } }), site.url);
  await page.locator('.way[data-state=up]').waitFor();
  await page.locator('#search').fill(`desks${size}/`);
  for (let left = 10; (await page.locator('.card').count()) !== size; left--) {
    await until('all are there', async () => (await page.locator('.card').count()) === size).catch((late) => {
      if (left === 0) {
        throw late;
      }
    });
  }
  await page.evaluate(() => {
    new MutationObserver(() =>
      requestAnimationFrame((begun) => {
        const wait = window.waits;
        if (wait && wait.card.dataset.status !== wait.was) {
          window.waits = undefined;
          wait.seen(performance.timeOrigin + begun);
        }
      }),
    ).observe(document.querySelector('main'), { childList: true, attributes: true, subtree: true });
  });
  const ages = [];
  const changed = new Map();
  for (let at = 0; at < WHOLE_CHANGES; at++) {
    const one = (at * 7919) % size;
    const rest = (changed.get(one) ?? now()) + REST_MS + Math.random() * LOOK_MS - now();
    await pause(Math.max(0, rest));
    const name = `desks${size}/branch-${Math.floor(one / 5)}/box-${one % 5}`;
    await page.evaluate((start) => {
      const card = document.querySelector(`.card:has(a[href^="${start}"])`);
      window.seen = new Promise((seen) => (window.waits = { card, was: card.dataset.status, seen }));
    }, `#/station/${name}/`);
    led.stdin.write(`${one}\n`);
    const begun = Number((await moments.next()).value) / 1000;
    const seen = await Promise.race([page.evaluate(() => window.seen), pause(20_000)]);
    changed.set(one, now());
    if (seen !== undefined) {
      ages.push(seen - begun);
    }
  }
  led.stdin.end();
  await new Promise((resolve) => led.once('exit', resolve));
  await page.context().close();
  rmSync(folder, { recursive: true, force: true });
  return ages.sort((a, b) => a - b);
}

// A page that knows so many stations, each of which speaks once a minute.
async function fleet(size) {
  const page = await open(await chrome.newContext({ viewport: { width: 1920, height: 1080 } }), site.url);
  await page.locator('.way[data-state=up]').waitFor();
  const say = await voice(broker);
  const boxes = Array.from({ length: size }, (_, at) => new Box(`bench${size}/branch-${Math.floor(at / 5)}/box-${at % 5}`, (size * 65_536 + at).toString(16).padStart(8, '0')));
  boxes.forEach((box) => say.publish(`${box.topic}/state`, box.state(), { qos: 0 }));
  await page.locator('#search').fill(`bench${size}/`);
  await until('all are there', async () => (await page.locator('.card').count()) === size);
  const every = 60_000 / size;
  let at = 0;
  const minute = setInterval(() => {
    const box = boxes[at++ % size];
    say.publish(`${box.topic}/state`, box.state(box.more), { qos: 0 });
  }, every);
  say.once('close', () => clearInterval(minute));
  await page.evaluate(() => {
    window.seen = {};
    new MutationObserver((records) => {
      const codes = records.flatMap((record) => [...record.addedNodes].flatMap((node) => node.textContent.match(/Z\d+/g) ?? []));
      requestAnimationFrame((begun) => {
        for (const code of codes) {
          window.seen[code] ??= performance.timeOrigin + begun;
        }
      });
    }).observe(document.querySelector('main'), { childList: true, subtree: true });
  });
  return { page, say, boxes };
}

async function changes(page, say, boxes, number, wait) {
  await page.evaluate(() => (window.seen = {}));
  const begun = {};
  for (let at = 0; at < number; at++) {
    const box = boxes[Math.floor(Math.random() * boxes.length)];
    const code = `Z${at}`;
    box.more = { ...FAULTS.out, code };
    begun[code] = now();
    say.publish(`${box.topic}/state`, box.state(box.more), { qos: 0 });
    await wait();
  }
  await pause(2000);
  const seen = await page.evaluate(() => window.seen);
  return Object.keys(begun).filter((code) => seen[code] !== undefined).map((code) => seen[code] - begun[code]).sort((a, b) => a - b);
}

// Says so many states a second until it is told to end; how many it was.
async function load(say, boxes, rate, ended) {
  const begun = now();
  let sent = 0;
  while (!ended.yes) {
    for (; sent < ((now() - begun) / 1000) * rate; sent++) {
      const box = boxes[sent % boxes.length];
      say.publish(`${box.topic}/state`, box.state(box.more), { qos: 0 });
    }
    await pause(10);
  }
  return sent / ((now() - begun) / 1000);
}
