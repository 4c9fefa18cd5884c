// The whole page in Chromium, against a broker that we did not write.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createCipheriv, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Box, FAULTS, Mosquitto, PREFIX, SOON, browser, figures, open, serve, until, voice } from './kit.mjs';

const golden = (name) => join(import.meta.dirname, 'golden', name);
const LANGUAGES = [['繁體中文', 'zh-Hant-HK'], ['简体中文', 'zh-Hans'], ['English', 'en']];
let broker, site, chrome, say;
let next = 1;

before(async () => {
  broker = await Mosquitto.begin();
  site = await serve({ broker: broker.url });
  chrome = await browser();
  say = await voice(broker);
}, { timeout: SOON });

after(async () => {
  say?.end(true);
  await chrome?.close();
  site?.end();
  await broker?.end();
});

// A page of its own, of a library of its own, so that no test sees another's stations in the way.
async function begun(t, options = {}) {
  const context = await chrome.newContext({ viewport: { width: 1366, height: 900 }, acceptDownloads: true, ...options });
  t.after(() => context.close());
  const page = await open(context, site.url, options);
  await page.locator('.way[data-state=up]').waitFor();
  return page;
}

function box(library, name = 'box-1', boot = 7) {
  return new Box(`${library}/central/${name}`, (next++).toString(16).padStart(8, '0'), boot);
}

function card(page, one) {
  return page.locator(`a[href="#/station/${one.station}/${one.id}"]`);
}

async function atStation(page, one) {
  await page.goto(`${site.url}#/station/${one.station}/${one.id}`);
  await page.locator('#station-head').waitFor();
}

test('it listens first and asks second: who answers is there without any retained message', async (t) => {
  const one = box('asked');
  const ear = await voice(broker);
  t.after(() => ear.end(true));
  await ear.subscribeAsync(`${PREFIX}/who`);
  ear.on('message', () => ear.publish(`${one.topic}/state`, one.state(FAULTS.pad), { qos: 1 }));
  const page = await begun(t);
  await card(page, one).getByText('Serves, with a fault').waitFor();
  await card(page, one).getByText('RFID pad: It does not answer (E11)').waitFor();
  assert.deepEqual(page.problems, []);
});

test('a change at a station is seen: out of service, back, lost, ended', async (t) => {
  const one = box('changes');
  const page = await begun(t);
  await one.speak(say, {});
  await card(page, one).getByText('Good', { exact: true }).waitFor();
  await one.tell(say, { ...FAULTS.pad, 'first-fault': { part: 'device', device: 'pad', code: 'DR10' } });
  await card(page, one).getByText('The connection to it cannot be opened (DR10)').waitFor();
  await one.tell(say, FAULTS.out);
  await card(page, one).getByText('Staff took it out of service from afar (K55)').waitFor();
  await one.tell(say, {});
  await card(page, one).getByText('Good', { exact: true }).waitFor();
  await say.publishAsync(`${one.topic}/presence`, one.presence('lost'), { qos: 1 });
  await card(page, one).getByText('Silent').waitFor();
  one.connection++;
  await say.publishAsync(`${one.topic}/presence`, one.presence('ended'), { qos: 1 });
  await card(page, one).getByText('Switched off').waitFor();
});

test('what hurts patrons stands first, and each status has a shape and a word', async (t) => {
  const all = [['a', {}], ['b', FAULTS.paper], ['c', FAULTS.out], ['d', FAULTS.link]].map(([name, more]) => ({ one: box('order', name), more }));
  const page = await begun(t);
  for (const { one, more } of all) {
    await one.speak(say, more);
  }
  await page.locator('#search').fill('order/central');
  await until('their order', async () => (await page.locator('.card .name').allTextContents()).join() === 'c,d,b,a');
  const shapes = await page.locator('.card svg').evaluateAll((all) => all.map((each) => each.innerHTML));
  assert.equal(new Set(shapes).size, 4);
  await page.getByRole('button', { name: 'Out of service' }).click();
  await until('the filter', async () => (await page.locator('.card .name').allTextContents()).join() === 'c');
});

test('two boxes of one name are both shown and told', async (t) => {
  const [one, two] = [box('twins'), box('twins')];
  const page = await begun(t);
  await one.speak(say, {});
  await two.speak(say, FAULTS.out);
  for (const each of [one, two]) {
    await card(page, each).getByText('Two boxes have this name').waitFor();
    await card(page, each).getByText(each.id).waitFor();
  }
});

test('one station in depth, in three languages, each whole and unmixed', async (t) => {
  const one = box('deep');
  const page = await begun(t);
  const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  const more = (loans) => ({
    ...FAULTS.pad,
    bin: { percent: 90, full: false },
    policy: { version: '2026-11', 'confirmed-hours': 80, old: true },
    clock: { doubtful: true, 'apart-seconds': -125 },
    figures: figures(hour, { open: [1, 0, 2], staff: [2, 1, 3], totals: { loans }, kinds: { 'return-refused': 2 } }),
  });
  await one.speak(say, { ...more(10) });
  await card(page, one).waitFor();
  await atStation(page, one);
  const later = more(17);
  later.figures = { ...later.figures, until: new Date(hour + 3_600_000).toISOString().replace('.000', '') };
  await one.tell(say, later);
  await until('the plot', async () => (await page.locator('.plot-keys strong').first().textContent()) === '7');
  const english = await page.locator('main').innerText();
  for (const text of ['The book drop is 90 % full', '3 days ago', '2 minutes ahead', 'did not take the return', 'under a week', '1.4.0', 'Heard']) {
    assert.ok(english.includes(text), text);
  }
  assert.ok(await page.locator('.plot canvas').first().evaluate((canvas) => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte > 0)));
  for (const [name, tag] of LANGUAGES.slice(0, 2)) {
    await page.getByRole('button', { name }).click();
    assert.equal(await page.evaluate(() => document.documentElement.lang), tag);
    const text = (await page.locator('main').innerText()).replaceAll(/deep|central|box-1|[0-9a-f]{8}|E11|RFID|baud|1\.4\.0|2026-11/g, '');
    assert.doesNotMatch(text, /[A-Za-z]{2,}/, text);
    assert.match(text, tag === 'zh-Hans' ? /还书箱/ : /還書箱/);
  }
  await page.reload();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-Hans', 'it is kept');
  assert.deepEqual(page.problems, []);
});

test('by the keyboard alone: in, to a station, back', async (t) => {
  const one = box('keys', 'only-one');
  const context = await chrome.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(SOON);
  await page.goto(site.url);
  await page.getByRole('button', { name: 'English' }).press('Enter');
  await page.locator('#broker').focus();
  await page.keyboard.press('Enter');
  await page.locator('.way[data-state=up]').waitFor();
  await one.speak(say, {});
  await card(page, one).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'wall-head');
  await page.locator('#search').focus();
  await page.keyboard.type('only-one');
  await until('one is left', async () => (await page.locator('.card').count()) === 1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('#station-head').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'station-head');
  await page.keyboard.press('Tab');
  // A card that moves keeps the focus.
  await page.goBack();
  await card(page, one).focus();
  await one.tell(say, FAULTS.out);
  await card(page, one).getByText('Out of service', { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent.includes('only-one')), true);
});

test('whoever cannot see it hears what it is: landmarks, names, one quiet line', async (t) => {
  const page = await begun(t);
  const one = box('heard');
  await one.speak(say, {});
  await card(page, one).waitFor();
  for (const role of ['banner', 'main', 'navigation']) {
    assert.equal(await page.getByRole(role).count(), 1, role);
  }
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
  await page.getByRole('region', { name: 'heard central' }).getByRole('listitem').waitFor();
  assert.match(await card(page, one).innerText(), /box-1\s+Good/);
  await atStation(page, one);
  await page.getByRole('button', { name: 'Load my key' }).click();
  const bare = await page.locator('input, select').evaluateAll((all) => all.filter((each) => each.labels.length === 0 && !each.ariaLabel).map((each) => each.id));
  assert.deepEqual(bare, []);
  await page.getByRole('dialog', { name: 'Load my key' }).waitFor();
  await page.keyboard.press('Escape');
  await until('it is shut', async () => (await page.getByRole('dialog').count()) === 0);
  await page.goto(`${site.url}#/`);
  const line = page.locator('.aloud');
  assert.equal(await line.getAttribute('aria-live'), 'polite');
  await until('out is said aloud', async () => {
    await one.tell(say, FAULTS.out);
    return /out of service|heard|central box-1/i.test(await line.textContent());
  });
});

test('on a phone nothing is cut off, in any language, by day and night', async (t) => {
  const one = box('phone', 'a-station-of-a-very-long-name-indeed-123');
  const page = await begun(t, { viewport: { width: 360, height: 740 } });
  await one.speak(say, { ...FAULTS.pad, ...FAULTS.bin });
  await card(page, one).waitFor();
  const wide = () => page.evaluate(() => [...document.querySelectorAll('body *')].filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.aloud, .plot-box')).map((each) => each.outerHTML.slice(0, 120)));
  const small = () => page.evaluate(() => [...document.querySelectorAll('button, a, input:not([type=checkbox]), select')].filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 43).map((each) => each.outerHTML.slice(0, 120)));
  for (const [name] of LANGUAGES) {
    await page.getByRole('button', { name }).click();
    for (const theme of ['light', 'night']) {
      await page.locator('#theme').selectOption(theme);
      await page.goto(`${site.url}#/`);
      assert.deepEqual([await wide(), await small()], [[], []], `wall ${name} ${theme}`);
      await atStation(page, one);
      assert.deepEqual([await wide(), await small()], [[], []], `station ${name} ${theme}`);
    }
  }
});

test('it follows the computer’s day and night until somebody chooses', async (t) => {
  const page = await begun(t, { colorScheme: 'dark' });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await ground(), 'rgb(14, 22, 31)');
  await page.emulateMedia({ colorScheme: 'light' });
  await until('day', async () => (await ground()) === 'rgb(245, 240, 230)');
  await page.locator('#theme').selectOption('night');
  assert.equal(await ground(), 'rgb(14, 22, 31)');
});

test('two hundred stations stand on one wall screen', async (t) => {
  const page = await begun(t, { viewport: { width: 3840, height: 2160 } });
  const all = Array.from({ length: 200 }, (_, at) => new Box(`wall/branch-${Math.floor(at / 5)}/box-${at % 5}`, (0xaa000000 + at).toString(16)));
  await Promise.all(all.map((one, at) => say.publishAsync(`${one.topic}/state`, one.state([FAULTS.out, FAULTS.pad, FAULTS.link][at % 20] ?? {}), { qos: 1 })));
  await page.locator('#search').fill('wall/');
  await until('all are there', async () => (await page.locator('.card').count()) === 200);
  const below = await page.locator('.card').evaluateAll((cards) => cards.filter((each) => each.getBoundingClientRect().bottom > innerHeight).length);
  assert.equal(below, 0);
});

test('a wrong password is told and not tried again; a right one is kept only when it is said', async (t) => {
  const closed = await Mosquitto.begin(['allow_anonymous false']);
  t.after(() => closed.end());
  const file = join(closed.folder, 'passwords');
  assert.equal(spawnSync('mosquitto_passwd', ['-b', '-c', file, 'desk', 'geheim']).status, 0);
  await closed.kill();
  await closed.set(['allow_anonymous false', `password_file ${file}`]);
  const own = await serve({ broker: closed.url });
  t.after(() => own.end());
  const context = await chrome.newContext();
  t.after(() => context.close());
  const page = await open(context, own.url, { user: 'desk', password: 'wrong' });
  await page.getByText('name or password is not right').waitFor();
  await page.locator('#user').fill('desk');
  await page.locator('#password').fill('geheim');
  await page.locator('form button[type=submit]').click();
  await page.locator('.way[data-state=up]').waitFor();
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);
  assert.doesNotMatch(await kept(), /geheim/);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.locator('#user').fill('desk');
  await page.locator('#password').fill('geheim');
  await page.locator('#stays').check();
  await page.locator('form button[type=submit]').click();
  await page.locator('.way[data-state=up]').waitFor();
  await page.reload();
  await page.locator('.way[data-state=up]').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  assert.doesNotMatch(await kept(), /geheim/);
});

test('an order is signed, sent once, and its steps are shown; a grave one is asked twice', async (t) => {
  const one = box('orders');
  const page = await begun(t);
  await one.speak(say, {});
  await card(page, one).waitFor();
  const orders = [];
  const ear = await voice(broker);
  t.after(() => ear.end(true));
  await ear.subscribeAsync(`${PREFIX}/${one.station}/orders`, { qos: 1 });
  ear.on('message', (_, bytes, packet) => orders.push({ ...JSON.parse(bytes), retained: packet.retain }));
  const answers = (order, step, more = {}) =>
    ear.publishAsync(`${one.topic}/answers`, JSON.stringify({ schema: 'libstation-order-1', id: one.id, order, step, at: '2026-11-30T10:00:00Z', ...more }), { qos: 1 });
  await atStation(page, one);
  await page.getByRole('button', { name: 'Load my key' }).click();
  await page.locator('#key-file').setInputFiles(golden('key-locked.pem'));
  await page.locator('#key-phrase').fill('wrong');
  await page.getByRole('button', { name: 'Use this key' }).click();
  await page.getByText('The passphrase does not open the key.').waitFor();
  await page.locator('#key-phrase').fill('correct horse');
  await page.locator('#key-stay').check();
  await page.getByRole('button', { name: 'Use this key' }).click();

  await page.locator('[data-order=settle]').click();
  await page.getByRole('button', { name: 'Sign and send' }).click();
  await until('the order', () => orders.length === 1);
  const spki = createPublicKey(readFileSync(golden('key-locked.pem'), 'utf8').replace(/^[\s\S]*?(?=-----BEGIN PUBLIC)/, ''));
  const order = JSON.parse(orders[0].order);
  assert.ok(verify(null, Buffer.from(`libstation-order-1\n${orders[0].order}`), spki, Buffer.from(orders[0].signature, 'base64')));
  assert.deepEqual([order.station, order.order, orders[0].retained], [one.station, 'settle', false]);
  await answers(order.id, 'received');
  // Whoever heard the order says it over and over: the station says so, and its end is shown all the same.
  for (let copy = 0; copy < 40; copy++) {
    await answers(order.id, 'refused', { reason: 'replayed' });
  }
  await answers(order.id, 'begun');
  await answers('ffffffffffffffff', 'done');
  await answers(order.id, 'refused', { reason: '<img src=x>' });
  await answers(order.id, 'failed', { reason: 'no-answer', open: '3' });
  const given = page.locator('.given > li').first();
  await given.getByText('no answer in time · 3 still wait').waitFor();
  assert.deepEqual(await given.locator('strong').allTextContents(), ['Settle now', 'sent', 'received', 'refused', 'begun', 'refused', 'was not done']);

  await page.locator('[data-order=out-of-service]').click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('dialog', { name: `Take ${one.station} from its patrons?` }).getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.locator('[data-order=restart]').click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Restart it' }).click();
  await until('the second', () => orders.length === 2);
  const second = JSON.parse(orders[1].order);
  assert.equal(second.order, 'restart');
  assert.ok(Number(second.number) > Number(order.number));

  await page.locator('[data-order=notice]').click();
  await page.locator('#with-en').fill('Closed');
  await page.getByRole('button', { name: 'Sign and send' }).click();
  await page.getByText('A moment in the next 31 days').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();

  // The key stays where the browser keeps keys, and cannot be taken out of it.
  await page.reload();
  await page.locator('form button[type=submit]').click();
  await page.getByText('kept in this browser').waitFor();
  const taken = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('libstation-fleet', 1);
        request.onsuccess = () => {
          const get = request.result.transaction('keys').objectStore('keys').get('own');
          get.onsuccess = () =>
            crypto.subtle.exportKey('pkcs8', get.result.privateKey).then(
              () => 'taken',
              (error) => `${error.name} ${get.result.privateKey.extractable}`,
            );
          get.onsuccess = ((before) => () => resolve(before()))(get.onsuccess);
        };
      }),
  );
  assert.equal(taken, 'InvalidAccessError false');
  await page.getByRole('button', { name: 'Orders given here' }).click();
  await page.getByText(`settle ${order.id} to ${one.station}`).waitFor();
  assert.deepEqual(page.problems, []);
});

test('a support bundle comes encrypted, is opened by the page that asked, and saved', async (t) => {
  const one = box('bundle');
  const page = await begun(t);
  await one.speak(say, {});
  await card(page, one).waitFor();
  const content = Buffer.from(Array.from({ length: 20_000 }, (_, at) => at % 251));
  const ear = await voice(broker);
  t.after(() => ear.end(true));
  await ear.subscribeAsync(`${PREFIX}/${one.station}/orders`, { qos: 1 });
  ear.on('message', async (_, bytes) => {
    const order = JSON.parse(JSON.parse(bytes).order);
    for (const part of sealed(content, order.id, order['reply-key'])) {
      await ear.publishAsync(`${one.topic}/bundle`, JSON.stringify(part), { qos: 1 });
    }
    await ear.publishAsync(`${one.topic}/answers`, JSON.stringify({ schema: 'libstation-order-1', id: one.id, order: order.id, step: 'done', parts: '3' }), { qos: 1 });
  });
  await atStation(page, one);
  await page.getByRole('button', { name: 'Load my key' }).click();
  await page.locator('#key-file').setInputFiles(golden('key.pem'));
  await page.getByRole('button', { name: 'Use this key' }).click();
  await page.locator('[data-order=support-bundle]').click();
  await page.getByRole('button', { name: 'Sign and send' }).click();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByText('Save the bundle').click()]);
  assert.match(saved.suggestedFilename(), /^bundle_central_box-1-.*\.zip$/);
  assert.deepEqual(readFileSync(await saved.path()), content);
  assert.deepEqual(page.problems, []);
});

// As SealedBundle of the station does.
function sealed(content, order, replyKey) {
  const own = generateKeyPairSync('x25519');
  const theirs = createPublicKey({ key: Buffer.from(replyKey, 'base64'), format: 'der', type: 'spki' });
  const secret = diffieHellman({ privateKey: own.privateKey, publicKey: theirs });
  const key = Buffer.from(hkdfSync('sha256', secret, order, 'libstation-bundle-1', 32));
  const of = Math.ceil(content.length / 8192);
  return Array.from({ length: of }, (_, part) => {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(part, 8);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`${order} ${part} ${of}`));
    const data = Buffer.concat([cipher.update(content.subarray(part * 8192, (part + 1) * 8192)), cipher.final(), cipher.getAuthTag()]);
    const open = own.publicKey.export({ format: 'der', type: 'spki' });
    return { schema: 'libstation-bundle-1', order, key: open.toString('base64'), part: String(part), of: String(of), data: data.toString('base64') };
  });
}

test('a script in every field, a megabyte, junk and floods: told, nothing runs, and the page lives', async (t) => {
  const one = box('evil');
  const page = await begun(t);
  await one.speak(say, {});
  await card(page, one).getByText('Good', { exact: true }).waitFor();
  const evil = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>';
  const whole = JSON.parse(one.state({ ...FAULTS.pad, ...FAULTS.bin, policy: { version: '1' }, code: 'K55' }));
  const spoilt = (value) => (Array.isArray(value) ? value.map(spoilt) : typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, spoilt(each)])) : typeof value === 'string' ? evil : value);
  for (const key of Object.keys(whole)) {
    await say.publishAsync(`${one.topic}/state`, JSON.stringify({ ...whole, number: ++one.number, [key]: spoilt(whole[key]) }), { qos: 1 });
  }
  const counts = { schema: 'libstation-fleet-1', id: one.id, boot: 7, number: 1, until: '2026-11-30T10:00:00Z', totals: figures(0).totals };
  for (const [kind, of] of [['presence', JSON.parse(one.presence('born'))], ['counts', counts]]) {
    for (const key of Object.keys(of)) {
      await say.publishAsync(`${one.topic}/${kind}`, JSON.stringify({ ...of, [key]: typeof of[key] === 'object' ? spoilt(of[key]) : evil }), { qos: 1 });
    }
  }
  for (const key of ['schema', 'order', 'step', 'reason', 'codes', 'version']) {
    const answer = { schema: 'libstation-order-1', id: one.id, order: '00112233445566aa', step: 'refused', reason: 'expired', [key]: evil };
    await say.publishAsync(`${one.topic}/answers`, JSON.stringify(answer), { qos: 1 });
  }
  await say.publishAsync(`${one.topic}/state`, one.state({ more: evil, pad: 'x'.repeat(1_000_000) }), { qos: 1 });
  await say.publishAsync(`${one.topic}/state`, one.state({ pad: 'x'.repeat(16_500) }), { qos: 1 });
  await say.publishAsync(`${one.topic}/state`, '{"schema"', { qos: 1 });
  await say.publishAsync(`${one.topic}/answers`, 'junk', { qos: 1 });
  await say.publishAsync(`${PREFIX}/evil/central/<script>alert(1)<\/script>/00000000/state`, evil, { qos: 1 });
  // More installations than are kept.
  for (let at = 0; at < 3200; at++) {
    const id = (0xbb000000 + at).toString(16);
    say.publish(`${PREFIX}/flood/p${at % 40}/s${at}/${id}/state`, new Box(`flood/p/s${at}`, id).state(), { qos: 0 });
  }
  await page.getByText(/More stations speak than this page shows/).waitFor();
  await page.getByText(/made no sense and were left out/).waitFor();
  await one.tell(say, FAULTS.out);
  await page.locator('#search').fill('evil/');
  await card(page, one).getByText('Out of service', { exact: true }).waitFor();
  const harmless = async () => {
    assert.equal(await page.evaluate(() => window.hurt), undefined);
    assert.equal(await page.locator('main img, main script').count(), 0);
    assert.doesNotMatch(await page.locator('body').innerText(), /onerror/);
  };
  await harmless();
  // In depth too, while its devices, its fault, its rules say the same; and by an address that somebody sends.
  await atStation(page, one);
  await one.tell(say, { ...FAULTS.pad, devices: spoilt(whole.devices), policy: spoilt({ version: '1', old: true }), code: evil, link: evil, paper: evil });
  await page.locator('.stamp').getByText('Serves, with a fault').waitFor();
  await harmless();
  await page.goto(`${site.url}#/station/${encodeURIComponent(evil)}/x/y/00000000`);
  await page.locator('#wall-head').waitFor();
  await harmless();
  assert.deepEqual(page.problems, []);
});

test('the policy holds in the browser: no program out of text, nothing from elsewhere', async (t) => {
  const page = await begun(t);
  const tried = await page.evaluate(async () => {
    const caught = async (act) => {
      try {
        await act();
        return 'done';
      } catch (error) {
        return error.name;
      }
    };
    return {
      markup: await caught(() => (document.createElement('p').innerHTML = '<b>x</b>')),
      worker: await caught(() => new Worker(URL.createObjectURL(new Blob(['1'])))),
      elsewhere: await caught(() => fetch('https://elsewhere.invalid/')),
      plain: await caught(() => new Promise((good, bad) => Object.assign(new WebSocket('ws://192.0.2.1/'), { onopen: good, onerror: () => bad(new TypeError('refused')) }))),
    };
  });
  assert.equal(tried.markup, 'TypeError');
  assert.notEqual(tried.worker, 'done');
  assert.equal(tried.elsewhere, 'TypeError');
  assert.notEqual(tried.plain, 'done');
});

test('a broker that goes is told with its moment, and when it is back everyone is asked again', async (t) => {
  const own = await Mosquitto.begin();
  t.after(() => own.end());
  const near = await serve({ broker: own.url });
  t.after(() => near.end());
  const context = await chrome.newContext();
  t.after(() => context.close());
  const page = await open(context, near.url);
  const one = box('restart');
  let voiceOf = await voice(own);
  await page.locator('.way[data-state=up]').waitFor();
  await one.speak(voiceOf, {});
  await card(page, one).getByText('Good', { exact: true }).waitFor();
  voiceOf.on('error', () => {});
  await own.kill();
  await page.locator('.way').getByText(/No connection since/).waitFor();
  await page.getByText(/Nothing on this page is newer than/).waitFor();
  await own.again();
  voiceOf = await voice(own);
  t.after(() => voiceOf.end(true));
  await voiceOf.subscribeAsync(`${PREFIX}/who`);
  voiceOf.on('message', () => voiceOf.publish(`${one.topic}/state`, one.state(FAULTS.pad), { qos: 1 }));
  await page.locator('.way[data-state=up]').waitFor();
  await card(page, one).getByText('Serves, with a fault').waitFor();
});
