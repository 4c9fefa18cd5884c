// Orders to one station, for whoever loads a key: what each does, what belongs to it, one question more for
// those that take a station from its patrons, and how far each is.
import { el } from './dom.js';
import * as keep from './keep.js';
import { KeyProblem, isLocked, load } from './key.js';
import { Asker, EXPIRES_S, MOST_NOTICE_MS, MOST_SIGNS, ORDERS, isLine, moment, newId, nextNumber, sign, text } from './order.js';
import { LANGUAGES, clock, has, t, word } from './words.js';

/** What doctor can look at beside a station that runs (docs/administrator/commands.md). */
const CHECKS = ['configuration', 'policy', 'keys', 'journal', 'link', 'golive', 'fleet', 'clock', 'disk', 'memory', 'temperature', 'update', 'scanner', 'cards', 'pad', 'drop', 'dropscanner', 'bin', 'printer', 'payment', 'fonts', 'speech', 'keyboard', 'drop-screen', 'cache'];
/** No end was heard in this time: it is told, and a later answer is still taken. */
const WAIT_MS = 180_000;
const MOST_STEPS = 32;
const MOST_ORDERS = 50;
/** Clocks that are this far apart have orders refused. */
const APART_MS = EXPIRES_S * 500;

/** The orders that were given while the page is open, by id. */
export class OrderBook {
  #app;
  all = new Map();

  constructor(app) {
    this.#app = app;
  }

  /** Signs and sends; what is wrong is told as a step. */
  async give(station, word, more) {
    const { key } = this.#app;
    const id = newId();
    const order = { id, station, word, at: Date.now(), steps: [] };
    this.all.set(id, order);
    if (this.all.size > MOST_ORDERS) {
      this.all.delete(this.all.keys().next().value);
    }
    let quiet = () => {};
    try {
      const withIt = { ...more };
      if (word === 'support-bundle') {
        order.asker = await Asker.of(id);
        withIt['reply-key'] = order.asker.replyKey;
        quiet = await this.#app.broker.bundles(station);
        order.quiet = quiet;
      }
      const number = nextNumber(Math.max(key.number ?? 0, keep.lastNumber(key.fingerprint)), Date.now());
      key.number = number;
      keep.keepNumber(key.fingerprint, number);
      const signed = await sign(
        text({ station, id, number, expires: moment(Date.now() + EXPIRES_S * 1000), order: word, with: withIt }),
        key,
      );
      keep.addToLog(`${word} ${id} to ${station}, number ${number}, key ${key.fingerprint}`);
      await this.#app.broker.order(station, signed);
      this.#step(order, 'sent', '', {});
    } catch (e) {
      quiet();
      keep.addToLog(`${id} not sent: ${e.message}`);
      this.#step(order, 'not-sent', '', {});
    }
    return order;
  }

  /** An answer of a station, `from` a topic that was read; what is said again is shown once. */
  answer(from, told) {
    const order = this.all.get(told.order);
    const again = ({ step, by, told: of }) => step === told.step && by === from.id && JSON.stringify(of) === JSON.stringify(told.told);
    if (order && order.station === from.station && !order.steps.some(again) && (order.steps.length < MOST_STEPS || isEnd(order, { ...told, by: from.id }))) {
      keep.addToLog(`${told.order} ${told.step} by ${from.id} ${JSON.stringify(told.told)}`);
      this.#step(order, told.step, from.id, told.told);
    }
  }

  /** A part of a bundle. */
  async part(from, json) {
    const order = this.all.get(json.order);
    if (order?.asker && order.station === from.station && !order.asker.isWhole && (await order.asker.take(json))) {
      if (order.asker.isWhole) {
        order.quiet();
      }
      this.#app.touch(order.station);
    }
  }

  #step(order, step, by, told) {
    order.steps.push({ step, by, told, at: Date.now() });
    this.#app.touch(order.station);
  }
}

/** The part of a station's page where orders are given. */
export class Orders {
  #app;
  #key;
  #station;
  #own = el('div', { class: 'own-key' });
  #given = el('ol', { class: 'given', role: 'log', 'aria-label': t('orders.given') });
  #seen = '';
  #urls = new Map();
  root;

  constructor(app, key) {
    this.#app = app;
    this.#key = key;
    this.#station = key.split('/').slice(0, 3).join('/');
    this.root = el(
      'section',
      { class: 'sheet orders', 'aria-labelledby': 'orders-head' },
      el('h2', { id: 'orders-head' }, t('orders.head')),
      this.#own,
      this.#given,
    );
    this.#offer();
  }

  end() {
    for (const url of this.#urls.values()) {
      URL.revokeObjectURL(url);
    }
  }

  #offer() {
    const { key } = this.#app;
    if (key === null) {
      this.#own.replaceChildren(
        el('p', {}, t('orders.none')),
        el('button', { type: 'button', class: 'key', onclick: () => this.#load() }, t('key.load')),
      );
      return;
    }
    this.#own.replaceChildren(
      el('p', {}, t(key.kept ? 'key.kept' : 'key.loaded', key.fingerprint), ' ', el('button', { type: 'button', class: 'link', onclick: () => this.#away() }, t('key.away'))),
      el(
        'ul',
        { class: 'order-keys' },
        ...ORDERS.map((order) =>
          el('li', {}, el('button', { type: 'button', class: order.grave ? 'key grave' : 'key', 'data-order': order.word, onclick: () => this.#ask(order) }, t(`order.${order.word}`))),
        ),
      ),
    );
  }

  async #away() {
    this.#app.key = null;
    await keep.keys.forget().catch(() => {});
    this.#offer();
    this.#own.querySelector('button').focus();
  }

  #load() {
    const problem = el('p', { class: 'problem', role: 'alert' });
    const file = el('input', { type: 'file', id: 'key-file', required: true, accept: '.pem,application/x-pem-file' });
    const picked = el('span', {}, t('key.none'));
    const phrase = el('input', { type: 'password', id: 'key-phrase', autocomplete: 'off' });
    const phraseField = el('div', { class: 'field', hidden: true }, el('label', { for: 'key-phrase' }, t('key.passphrase.label')), phrase);
    const stay = el('input', { type: 'checkbox', id: 'key-stay' });
    file.addEventListener('change', async () => {
      picked.textContent = file.files[0]?.name ?? t('key.none');
      phraseField.hidden = !(file.files[0] && file.files[0].size < 65_536 && isLocked(await file.files[0].text()));
    });
    dialog(
      t('key.load'),
      [
        el('p', {}, t('key.what')),
        el('div', { class: 'field' }, el('label', { for: 'key-file' }, t('key.file')), el('div', { class: 'pick' }, file, el('span', { class: 'key', 'aria-hidden': 'true' }, t('key.choose')), picked)),
        phraseField,
        el('div', { class: 'tick' }, stay, el('label', { for: 'key-stay' }, t('key.stay'))),
        problem,
      ],
      t('key.use'),
      async () => {
        problem.textContent = '';
        try {
          const chosen = file.files[0];
          if (chosen.size >= 65_536) {
            throw new KeyProblem('key.wrong');
          }
          const key = await load(await chosen.text(), phrase.value);
          if (stay.checked) {
            await keep.keys.put(key);
            key.kept = true;
          }
          this.#app.key = key;
        } catch (e) {
          problem.textContent = t(e instanceof KeyProblem ? e.reason : 'key.wrong');
          return false;
        }
        this.#offer();
        this.#own.querySelector('.order-keys button').focus();
        return true;
      },
    );
  }

  #ask(order) {
    const { fleet } = this.#app;
    const one = fleet.station(this.#key);
    const name = this.#station;
    const problem = el('p', { class: 'problem', role: 'alert' });
    const fields = (order.with ?? []).map((each) => this.#field(each));
    const apart = one?.state?.at === undefined || one.live === undefined ? 0 : one.state.at - this.#app.wall(one.live);
    const warnings = [
      one && fleet.namesakes(one).some((each) => each.live !== undefined) && t('orders.both'),
      Math.abs(apart) > APART_MS && t('orders.clocks'),
    ].filter(Boolean);
    const give = async () => {
      problem.textContent = '';
      const values = Object.fromEntries(fields.map((each) => [each.name, each.value()]));
      const filled = Object.entries(values).filter(([, value]) => value !== '');
      // A notice without anything takes the one down that is there.
      const empty = order.word === 'notice' && filled.length === 0;
      const wrong = empty ? undefined : fields.find((each) => !each.fits(values[each.name]));
      if (wrong) {
        problem.textContent = t(`wrong.${wrong.kind}`);
        wrong.focus();
        return false;
      }
      if (order.grave && !(await sure(order, name))) {
        return false;
      }
      this.#app.orders.give(name, order.word, empty ? {} : values);
      return true;
    };
    dialog(
      t(`order.${order.word}`),
      [
        el('p', { class: 'whom' }, name),
        el('p', {}, t(`order.${order.word}.does`)),
        ...warnings.map((each) => el('p', { class: 'banner' }, each)),
        ...fields.map((each) => each.node),
        problem,
      ],
      t(order.grave ? 'orders.on' : 'orders.send'),
      give,
    );
  }

  #field(name) {
    const id = `with-${name}`;
    const field = (input, kind, label, value, fits) => ({
      name,
      kind,
      node: el('div', { class: 'field' }, el('label', { for: id }, label), input),
      value,
      fits,
      focus: () => input.focus(),
    });
    if (name === 'bin' || name === 'check') {
      const all = name === 'bin' ? ['now', 'last'] : CHECKS;
      const select = el('select', { id }, ...all.map((each) => el('option', { value: each }, t(`${name}.${each}`))));
      return field(select, name, t(`with.${name}`), () => select.value, () => true);
    }
    if (name === 'until') {
      const input = el('input', { id, type: 'datetime-local' });
      return field(
        input,
        'until',
        t('with.until'),
        () => (Number.isNaN(Date.parse(input.value)) ? '' : moment(Date.parse(input.value))),
        (value) => Date.parse(value) > Date.now() && Date.parse(value) < Date.now() + MOST_NOTICE_MS,
      );
    }
    const language = LANGUAGES.find((each) => each.tag === name);
    const input = el('input', { id, lang: name, maxlength: String(2 * MOST_SIGNS) });
    return field(input, 'line', t('with.line', language.name), () => input.value.trim(), isLine);
  }

  tick() {
    const given = [...this.#app.orders.all.values()].filter((each) => each.station === this.#station).reverse();
    const seen = JSON.stringify(given.map((each) => [each.id, each.steps, late(each), each.asker?.parts]));
    if (seen === this.#seen) {
      return;
    }
    this.#seen = seen;
    this.#given.replaceChildren(...given.map((each) => this.#one(each)));
  }

  #one(order) {
    const steps = order.steps.map(({ step, by, told, at }) => {
      const more = [
        told.reason && (has(`reason.${told.reason}`) ? t(`reason.${told.reason}`) : told.reason),
        told.status && `${word('check', told.check)}: ${word('verdict', told.status)}`,
        told.codes,
        told.open && t('told.open', told.open),
        told.version && t('policy.is', told.version),
      ].filter(Boolean);
      return el('li', { class: `step ${step}` }, el('span', { class: 'time' }, clock(at)), ' ', el('strong', {}, t(`step.${step}`)), by ? ` ${by}` : '', more.length > 0 ? ` · ${more.join(' · ')}` : '');
    });
    if (late(order)) {
      steps.push(el('li', { class: 'step late' }, t('step.late')));
    }
    const { asker } = order;
    return el(
      'li',
      {},
      el('p', {}, el('strong', {}, t(`order.${order.word}`)), ' ', el('span', { class: 'id' }, order.id)),
      el('ol', {}, ...steps),
      asker?.of > 0 && !asker.isWhole ? el('p', {}, t('bundle.parts', asker.parts, asker.of)) : null,
      asker?.isWhole ? this.#saved(order) : null,
    );
  }

  #saved(order) {
    if (!this.#urls.has(order.id)) {
      this.#urls.set(order.id, URL.createObjectURL(order.asker.bundle()));
    }
    const file = `${order.station.replaceAll('/', '_')}-${moment(order.at).replaceAll(':', '')}.zip`;
    return el('p', {}, el('a', { class: 'key', href: this.#urls.get(order.id), download: file }, t('bundle.save')));
  }
}

function late(order) {
  return Date.now() - order.at > WAIT_MS && !order.steps.some((each) => isEnd(order, each));
}

// What a station refuses when it took the order before, or what was altered since it was signed here, is a copy that
// somebody said.
function isEnd(order, { step, by, told }) {
  return (
    ['done', 'failed', 'not-sent'].includes(step) ||
    (step === 'refused' && !['replayed', 'forged'].includes(told.reason) && !order.steps.some((each) => each.by === by && each.step !== 'refused'))
  );
}

function sure(order, name) {
  return new Promise((resolve) => {
    dialog(
      t(`order.${order.word}.sure`, name),
      [el('p', {}, t(`order.${order.word}.does`))],
      t(`order.${order.word}.yes`),
      async () => {
        resolve(true);
        return true;
      },
      () => resolve(false),
    );
  });
}

let dialogs = 0;

/** A sheet with one deed; it stays while the deed says no. The safe key is the first. */
export function dialog(head, inside, deed, act, closed = () => {}) {
  const yes = el('button', { type: 'submit', class: 'key primary' }, deed);
  const name = `dialog-${++dialogs}`;
  const form = el(
    'form',
    {
      onsubmit: async (event) => {
        event.preventDefault();
        yes.disabled = true;
        try {
          if (await act()) {
            box.close();
          }
        } finally {
          yes.disabled = false;
        }
      },
    },
    el('h2', { id: name }, head),
    ...inside,
    el('div', { class: 'deeds' }, el('button', { type: 'button', class: 'key', onclick: () => box.close() }, t('cancel')), yes),
  );
  const box = el('dialog', { 'aria-labelledby': name, onclose: () => (box.remove(), closed()) }, form);
  document.body.append(box);
  box.showModal();
}
