// What tests of the whole page stand on: mosquitto with a WebSocket, a server of the page's files, stations
// that say what they are told to, and Chromium.
import { spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect as dial, createServer as listen } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import mqtt from 'mqtt';
import { chromium } from 'playwright-core';

/** Limits hold on a machine that does twenty other things. */
export const SOON = 60_000;
export const PAGE = process.env.FLEET_PAGE;
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.json': 'application/json' };

function freePort() {
  return new Promise((resolve) => {
    const server = listen().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export async function until(what, check) {
  const end = Date.now() + SOON;
  for (;;) {
    const found = await check();
    if (found) {
      return found;
    }
    if (Date.now() > end) {
      throw new Error(`not in time: ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A broker that we did not write, on loopback. */
export class Mosquitto {
  #process;

  static async begin(settings = ['allow_anonymous true']) {
    const broker = new Mosquitto();
    broker.folder = mkdtempSync(join(tmpdir(), 'fleet-page-'));
    [broker.port, broker.webPort] = [await freePort(), await freePort()];
    await broker.set(settings);
    return broker;
  }

  /** Begins with these lines of its file. */
  async set(settings) {
    const lines = [
      'per_listener_settings false',
      `listener ${this.port} 127.0.0.1`,
      `listener ${this.webPort} 127.0.0.1`,
      'protocol websockets',
      'persistence false',
      'max_queued_messages 0',
      // It would become another user, who cannot read what lies here.
      ...(process.getuid() === 0 ? ['user root'] : []),
      ...settings,
    ];
    writeFileSync(join(this.folder, 'mosquitto.conf'), `${lines.join('\n')}\n`);
    await this.again();
  }

  get url() {
    return `ws://127.0.0.1:${this.webPort}/`;
  }

  async again() {
    this.#process = spawn('mosquitto', ['-c', join(this.folder, 'mosquitto.conf')], { stdio: 'ignore' });
    await until('mosquitto', () => new Promise((resolve) => {
      const socket = dial(this.webPort, '127.0.0.1', () => (socket.destroy(), resolve(true))).on('error', () => resolve(false));
    }));
  }

  async kill() {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) {
      return;
    }
    await new Promise((resolve) => {
      this.#process.once('exit', resolve);
      this.#process.kill('SIGKILL');
    });
  }

  async end() {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The page's files as they were built, with a `fleet.json` beside them. */
export async function serve(place) {
  const server = createServer((request, answer) => {
    const name = basename(new URL(request.url, 'http://x').pathname) || 'index.html';
    const file = join(PAGE, name);
    if (name === 'fleet.json') {
      answer.setHeader('content-type', 'application/json').end(JSON.stringify(place));
    } else if (existsSync(file)) {
      answer.setHeader('content-type', TYPES[extname(file)] ?? 'text/plain');
      createReadStream(file).pipe(answer);
    } else {
      answer.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, end: () => server.close() };
}

export async function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    timeout: SOON,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** A connection that says whatever it is told. */
export async function voice(broker, options = {}) {
  return mqtt.connectAsync(`mqtt://127.0.0.1:${broker.port}`, { protocolVersion: 5, reconnectPeriod: 0, ...options });
}

export * from './box.mjs';

/** Opens the page and signs in. */
export async function open(context, url, { user, password, language = 'English' } = {}) {
  const page = await context.newPage();
  page.setDefaultTimeout(SOON);
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(String(error)));
  page.on('console', (line) => line.type() === 'error' && !/404|WebSocket connection/.test(line.text()) && page.problems.push(line.text()));
  await page.goto(url);
  await page.getByRole('button', { name: language }).click();
  if (user) {
    await page.locator('#user').fill(user);
    await page.locator('#password').fill(password);
  }
  await page.locator('form button[type=submit]').click();
  return page;
}
