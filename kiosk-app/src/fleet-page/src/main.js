// The page as a whole: what it shows, who is signed in, and when it draws.
import { Broker } from './broker.js';
import { el, say } from './dom.js';
import { Fleet, ANSWER_MS } from './fleet.js';
import * as keep from './keep.js';
import { OrderBook, dialog } from './orders.js';
import { signInSheet } from './sign-in.js';
import { Station } from './station.js';
import { Wall } from './wall.js';
import * as wire from './wire.js';
import { LANGUAGES, begin, choose, chosen, clock, count, t } from './words.js';

const TICK_MS = 1000;
/** What is read aloud comes at most so often. */
const SPOKEN_MS = 10_000;
/** Of what a broker may drop by mistake a line is shown from here on. */
const DROPPED = 1;
const THEME = 'libstation.fleet.theme';

class App {
  place = {};
  fleet = null;
  broker = null;
  key = null;
  orders = new OrderBook(this);
  search = '';
  only = '';
  #view = null;
  #connectedAt = null;
  #lostAt = null;
  #problem = '';
  #frame = 0;
  #spoken = { at: -Infinity, out: new Set(), first: true };
  #way = el('p', { class: 'way' });
  #warning = el('p', { class: 'warning' });
  #aloud = el('p', { class: 'aloud', role: 'status', 'aria-live': 'polite' });
  #main = el('main', { id: 'main' });
  #header = el('header');

  /** A clock that only goes forward, in ms; set clocks move no age. */
  now() {
    return performance.now();
  }

  /** The moment of that clock, in ms since 1970. */
  wall(at) {
    return Date.now() - (this.now() - at);
  }

  /** Whether the broker is reached now. */
  get reached() {
    return this.#connectedAt !== null;
  }

  /** Whether answers to *who is there* may still come. */
  asking(now) {
    return this.#connectedAt !== null && now - this.#connectedAt < ANSWER_MS;
  }

  async begin() {
    begin();
    this.#theme(localStorage.getItem(THEME) ?? '');
    document.body.append(el('a', { class: 'skip', href: '#main', onclick: (event) => (event.preventDefault(), this.#focus()) }), this.#header, this.#warning, this.#main, this.#aloud);
    try {
      const answer = await fetch('fleet.json', { cache: 'no-cache' });
      this.place = (answer.ok && (await answer.json())) || {};
    } catch {
      this.place = {};
    }
    this.key = await keep.keys.get().then((key) => (key ? { ...key, kept: true } : null)).catch(() => null);
    window.addEventListener('hashchange', () => this.show(true));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      this.#theme(localStorage.getItem(THEME) ?? '');
      this.show(false);
    });
    document.addEventListener('visibilitychange', () => document.hidden || this.#draw());
    setInterval(() => this.#tick(), TICK_MS);
    const kept = keep.signIn();
    this.#head();
    if (kept) {
      this.signIn(kept, true);
    } else {
      this.show(false);
    }
  }

  /** @param of `{broker, prefix, user, password}` */
  signIn(of, stays) {
    if (stays) {
      keep.keepSignIn(of);
    } else {
      keep.forgetSignIn();
    }
    this.fleet = new Fleet(of.prefix);
    this.#connectedAt = null;
    this.#lostAt = null;
    this.#problem = '';
    this.#spoken = { at: -Infinity, out: new Set(), first: true };
    this.broker = new Broker(of, {
      connected: () => {
        this.#connectedAt = this.now();
        this.#problem = '';
        this.fleet.connected(this.#connectedAt);
        this.#tick();
      },
      disconnected: (problem) => {
        if (this.#connectedAt !== null) {
          this.#lostAt = Date.now();
        }
        this.#connectedAt = null;
        this.#problem = problem;
        this.fleet.disconnected();
        if (problem === 'refused' || problem === 'rights') {
          this.signOut(problem);
        } else {
          this.#tick();
        }
      },
      message: (topic, bytes, retained) => this.#take(topic, bytes, retained),
    });
    this.#head();
    this.show(true);
  }

  signOut(problem = '') {
    this.broker?.end();
    this.broker = null;
    this.fleet = null;
    this.#connectedAt = null;
    this.#problem = problem;
    keep.forgetSignIn();
    this.#head();
    this.show(true);
  }

  #take(topic, bytes, retained) {
    const order = topic.endsWith('/answers') || topic.endsWith('/bundle');
    if (!order) {
      const one = this.fleet.take(topic, bytes, retained, this.now());
      if (one) {
        this.#touch(one.key);
      }
      return;
    }
    const from = wire.topic(this.fleet.prefix, topic);
    const json = from && !retained && wire.json(bytes);
    if (!json) {
      this.fleet.dropped.junk++;
    } else if (from.kind === 'bundle') {
      this.orders.part(from, json);
    } else {
      const told = wire.answer(json, from.id);
      if (told) {
        this.orders.answer(from, told);
      }
    }
  }

  /** That an order to a station went on. */
  touch() {
    this.#soon();
  }

  #touch(key) {
    this.#view?.touch(key);
    this.#soon();
  }

  #soon() {
    if (this.#frame === 0 && !document.hidden) {
      this.#frame = requestAnimationFrame(() => this.#draw());
    }
  }

  #draw() {
    this.#frame = 0;
    if (this.#view?.draw()) {
      this.#soon();
    }
  }

  #tick() {
    this.#told();
    if (!document.hidden) {
      this.#view?.tick();
      this.#soon();
    }
    this.#say();
  }

  // The line on the way to the broker, and what was not taken.
  #told() {
    const { fleet } = this;
    if (fleet === null) {
      say(this.#way, '');
      say(this.#warning, '');
      return;
    }
    const up = this.#connectedAt !== null;
    if (up !== this.#spoken.up && (up || this.#lostAt !== null)) {
      this.#spoken.up = up;
      say(this.#aloud, up ? t('way.up') : t('way.lost', clock(this.#lostAt)));
    }
    this.#way.dataset.state = up ? 'up' : 'down';
    // None is counted as none before they could answer.
    const counted = fleet.size > 0 || !this.asking(this.now());
    const reached = counted ? `${t('way.up')} · ${count('wall.stations', fleet.size)}` : t('way.up');
    say(
      this.#way,
      up ? reached : this.#problem === '' ? t('way.connecting') : this.#lostAt === null ? t('way.down') : t('way.lost', clock(this.#lostAt)),
    );
    const { junk, large, stations } = fleet.dropped;
    const lines = [
      !up && this.#lostAt !== null && t('warn.old', clock(this.#lostAt)),
      stations >= DROPPED && t('warn.stations', fleet.size),
      junk + large >= DROPPED && count('warn.junk', junk + large),
    ].filter(Boolean);
    say(this.#warning, lines.join(' '));
    document.body.classList.toggle('old', !up);
  }

  // Only what became out of service or silent is read aloud, summed up.
  #say() {
    const { fleet } = this;
    const now = this.now();
    if (fleet === null || this.#connectedAt === null || this.asking(now) || now - this.#spoken.at < SPOKEN_MS) {
      return;
    }
    const out = new Map();
    for (const one of fleet.stations) {
      const { status } = fleet.judge(one, now);
      if (status === 'out' || status === 'silent') {
        out.set(one.key, `${one.place} ${one.name}: ${t(`status.${status}`)}`);
      }
    }
    const fresh = [...out].filter(([key]) => !this.#spoken.out.has(key)).map(([, text]) => text);
    if (fresh.length > 0) {
      say(this.#aloud, this.#spoken.first || fresh.length > 3 ? count('aloud.many', out.size) : fresh.join('. '));
    }
    Object.assign(this.#spoken, { at: now, out: new Set(out.keys()), first: false });
  }

  show(moved) {
    this.#view?.end?.();
    const [, kind, ...rest] = location.hash.split('/');
    const key = rest.join('/');
    if (this.fleet === null) {
      this.#view = null;
      this.#main.replaceChildren(signInSheet(this, this.#problem));
    } else {
      const one = kind === 'station' && wire.topic('x', `x/v1/${key}/state`) !== null;
      this.#view = one ? new Station(this, key) : new Wall(this);
      this.#main.replaceChildren(this.#view.root);
    }
    const head = this.#main.querySelector('h1');
    document.title = head ? `${head.textContent} · Libstation` : 'Libstation';
    this.#told();
    if (moved) {
      scrollTo(0, 0);
      this.#focus();
    }
  }

  #focus() {
    const at = this.#main.querySelector(this.fleet === null ? 'input' : 'h1');
    at?.focus();
  }

  #head() {
    const themes = ['', 'light', 'night'];
    const theme = el(
      'select',
      { id: 'theme', onchange: (event) => (this.#theme(event.target.value), this.show(false)) },
      ...themes.map((each) => el('option', { value: each, selected: (localStorage.getItem(THEME) ?? '') === each }, t(`theme.${each || 'system'}`))),
    );
    this.#header.replaceChildren(
      el('p', { class: 'mark' }, el('a', { href: '#/' }, t('title'))),
      this.#way,
      el(
        'div',
        { class: 'languages', role: 'group', 'aria-label': t('languages') },
        ...LANGUAGES.map((each) =>
          el('button', { type: 'button', lang: each.tag, 'aria-pressed': String(chosen() === each), onclick: () => this.#language(each.tag) }, each.name),
        ),
      ),
      el('div', { class: 'theme' }, el('label', { for: 'theme' }, t('theme')), theme),
      el(
        'nav',
        { 'aria-label': t('more'), hidden: this.fleet === null },
        el('button', { type: 'button', class: 'link', onclick: () => this.broker?.ask() }, t('ask')),
        el('button', { type: 'button', class: 'link', onclick: () => this.#log() }, t('log')),
        el('button', { type: 'button', class: 'link', onclick: () => this.signOut() }, t('sign-out')),
      ),
    );
    document.querySelector('.skip').textContent = t('skip');
  }

  #language(tag) {
    choose(tag);
    this.#head();
    say(this.#aloud, '');
    this.show(false);
    this.#header.querySelector(`[lang="${tag}"]`).focus();
  }

  // Empty is as the computer has it.
  #theme(name) {
    localStorage.setItem(THEME, name);
    document.documentElement.dataset.theme = name || (matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'light');
  }

  #log() {
    const lines = keep.log().map(([at, text]) => `${at} ${text}`);
    dialog(
      t('log'),
      [
        el('p', {}, t('log.what')),
        el('div', { class: 'log', tabindex: '0', role: 'region', 'aria-label': t('log') }, ...(lines.length > 0 ? lines.toReversed().map((each) => el('p', { lang: 'en' }, each)) : [el('p', {}, t('log.none'))])),
      ],
      t('log.save'),
      async () => {
        const url = URL.createObjectURL(new Blob([lines.join('\n'), '\n'], { type: 'text/plain' }));
        el('a', { href: url, download: 'fleet-orders.log' }).click();
        setTimeout(() => URL.revokeObjectURL(url), 60_000);
        return true;
      },
    );
  }
}

new App().begin();
