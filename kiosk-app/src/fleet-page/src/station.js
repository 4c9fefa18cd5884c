// One station in depth.
import { el, say, shape } from './dom.js';
import { TOTALS } from './wire.js';
import { Orders } from './orders.js';
import { plot } from './plot.js';
import { code, has, moment, number, span, t, why, word } from './words.js';

export class Station {
  #app;
  #key;
  #told = el('div', { class: 'told' });
  #facts = el('div', { class: 'facts' });
  #plots;
  #seen = '';
  #orders;
  root;

  constructor(app, key) {
    this.#app = app;
    this.#key = key;
    const [library, place, name, id] = key.split('/');
    this.#plots = [
      plot('plot.totals', TOTALS.map((each) => `total.${each}`)),
      plot('plot.waiting', ['waiting.open', 'waiting.staff']),
    ];
    this.#orders = new Orders(app, key);
    this.root = el(
      'section',
      { class: 'station', 'aria-labelledby': 'station-head' },
      el('p', { class: 'back' }, el('a', { href: '#/' }, t('station.back'))),
      el('p', { class: 'where' }, `${library} · ${place}`),
      el('h1', { id: 'station-head', tabindex: '-1' }, name, ' ', el('span', { class: 'id' }, id)),
      this.#told,
      el('div', { class: 'columns' }, this.#facts, el('div', {}, ...this.#plots.map((each) => each.node), this.#orders.root)),
    );
    this.tick();
  }

  touch() {}

  draw() {
    this.tick();
    return false;
  }

  end() {
    this.#plots.forEach((each) => each.end());
    this.#orders.end();
  }

  tick() {
    const one = this.#app.fleet.station(this.#key);
    const now = this.#app.now();
    this.#orders.tick();
    if (one === undefined) {
      this.#told.replaceChildren(el('p', {}, t(!this.#app.reached ? 'wall.unreached' : this.#app.asking(now) ? 'wall.asking' : 'station.none')));
      this.#facts.replaceChildren();
      this.#seen = '';
      return;
    }
    const judged = this.#app.fleet.judge(one, now);
    const heard = one.live === undefined ? t('heard.never') : t('heard', span(now - one.live));
    const seen = JSON.stringify([judged, one.state, one.presence, one.version, one.points.length]);
    const age = this.#told.querySelector('.heard');
    if (seen === this.#seen && age) {
      say(age, heard);
      return;
    }
    this.#seen = seen;
    this.#told.replaceChildren(
      el('p', { class: 'stamp', 'data-status': judged.status }, shape(judged.status), el('span', {}, t(`status.${judged.status}`))),
      el('p', { class: 'heard' }, heard),
      el('p', { class: 'means' }, t(`means.${judged.status}`)),
      ...judged.marks.map((mark) => el('p', { class: 'banner' }, why(mark), mark[0] === 'mark.namesake' ? this.#others(one) : '')),
      judged.words.length > 0 ? el('ul', { class: 'reasons' }, ...judged.words.map((each) => el('li', {}, why(each), doOf(each)))) : '',
    );
    this.#facts.replaceChildren(...this.#sections(one));
    const start = one.points[0]?.totals;
    const at = [...one.points.map((each) => each.at), ...(one.points.length > 0 ? [now] : [])].map((each) => this.#app.wall(each));
    const line = (of) => [...one.points, ...one.points.slice(-1)].map(of);
    this.#plots[0].show(at, TOTALS.map((name) => line((each) => each.totals[name] - start[name])));
    this.#plots[1].show(at, [line((each) => each.open), line((each) => each.staff)]);
  }

  #others(one) {
    return el(
      'span',
      {},
      ...this.#app.fleet.namesakes(one).slice(0, 8).flatMap((each) => [' ', el('a', { href: `#/station/${each.key}` }, each.id)]),
    );
  }

  #sections(one) {
    const { state } = one;
    if (!state) {
      return [facts('station.program', [['program.version', one.version ?? t('unknown')], ['program.start', one.presence ? number(one.presence.boot) : t('unknown')]])];
    }
    const { figures } = state;
    const policy = state.policy;
    const apart = state.clock.apart;
    return [
      facts('station.screen', [
        ['screen.shows', word('screen', state.serves)],
        state.code && ['screen.code', `${state.code} ${code(state.code)}`],
        state.bin && ['bin', bin(state.bin)],
        ['paper', word('paper', state.paper)],
      ]),
      table(
        'station.devices',
        ['device', 'condition', 'code'].map((each) => t(`devices.${each}`)),
        state.devices.map((each) => [
          word('check', each.name),
          el('span', { class: `condition ${each.condition}` }, word('condition', each.condition)),
          each.code ? `${each.code} ${code(each.code)}` : t('none'),
        ]),
        'devices.none',
      ),
      facts('station.ways', [
        ['ways.link', word('link', state.link)],
        ['ways.journal', word('journal', state.journal)],
        policy && ['policy', t('policy.is', policy.version ?? t('unknown'))],
        policy && ['policy.age', policy.hours === undefined ? t('unknown') : t(policy.old ? 'policy.old' : 'policy.confirmed', span(policy.hours * 3_600_000))],
        ['clock', state.clock.doubtful ? t('clock.doubtful') : t('clock.good')],
        apart !== undefined && ['clock.apart', t(apart < 0 ? 'clock.ahead' : 'clock.behind', span(Math.abs(apart) * 1000))],
      ]),
      figures && ages(figures),
      figures?.kinds && table('station.kinds', [t('kinds.kind'), t('kinds.number')], figures.kinds.map(([kind, many]) => [staff(kind), number(many)]), 'kinds.none'),
      facts('station.program', [
        ['program.version', one.version ?? t('unknown')],
        ['program.start', number(state.boot)],
        ['program.number', number(state.number)],
        state.at !== undefined && ['program.at', moment(state.at)],
        figures?.visit !== undefined && figures?.visit !== null && ['program.visit', t('program.hour', moment(figures.visit))],
      ]),
    ].filter(Boolean);
  }
}

function doOf([key, fault]) {
  return key === 'fault' && has(`do.${fault.code}`) ? el('span', { class: 'do' }, t(`do.${fault.code}`)) : '';
}

function bin(of) {
  return of.full ? t('bin.full') : of.percent === undefined ? t('unknown') : t('bin.percent', number(of.percent));
}

function staff(kind) {
  const key = `staff.${kind.toUpperCase().replaceAll('-', '_')}`;
  return has(key) ? t(key) : kind;
}

function facts(head, rows) {
  return el(
    'section',
    { class: 'sheet' },
    el('h2', {}, t(head)),
    el('dl', {}, ...rows.filter(Boolean).map(([name, value]) => el('div', {}, el('dt', {}, t(`fact.${name}`)), el('dd', {}, value)))),
  );
}

function table(head, names, rows, none) {
  return el(
    'section',
    { class: 'sheet' },
    el('h2', {}, t(head)),
    rows.length === 0
      ? el('p', {}, t(none))
      : el(
          'table',
          {},
          el('thead', {}, el('tr', {}, ...names.map((name) => el('th', { scope: 'col' }, name)))),
          el('tbody', {}, ...rows.map(([first, ...rest]) => el('tr', {}, el('th', { scope: 'row' }, first), ...rest.map((cell) => el('td', {}, cell))))),
        ),
  );
}

function ages(figures) {
  const rows = [['waiting.open', figures.open], ['waiting.staff', figures.staff]];
  const sheet = table(
    'station.waiting',
    [t('waiting.what'), t('waiting.day'), t('waiting.week'), t('waiting.older')],
    rows.filter(([, of]) => of !== null).map(([name, of]) => [t(name), ...of.map(number)]),
    'unknown',
  );
  if (figures.until !== undefined) {
    sheet.append(el('p', { class: 'note' }, t('waiting.until', moment(figures.until))));
  }
  return sheet;
}
