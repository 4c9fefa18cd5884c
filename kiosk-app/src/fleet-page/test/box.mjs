// A station's documents, as docs/administrator/fleet-messages.md has them.
export const PREFIX = 'libstation/v1';
const GOOD = {
  serves: 'yes',
  link: 'online',
  journal: 'good',
  paper: 'good',
  clock: { doubtful: false, 'apart-seconds': 1 },
};

/** A moment as a station writes it. */
export function at(ms = Date.now()) {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

export class Box {
  number = 0;
  connection = 1;

  /** @param station `LIBRARY/PLACE/STATION` */
  constructor(station, id, boot = 7) {
    Object.assign(this, { station, id, boot });
    this.topic = `${PREFIX}/${station}/${id}`;
  }

  state(more = {}) {
    const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
    return JSON.stringify({
      schema: 'libstation-fleet-1',
      id: this.id,
      boot: this.boot,
      number: ++this.number,
      at: at(),
      ...GOOD,
      devices: ['scanner', 'cards', 'pad', 'printer'].map((name) => ({ name, condition: 'ready' })),
      figures: figures(hour, {}),
      ...more,
    });
  }

  presence(word) {
    return JSON.stringify({
      schema: 'libstation-fleet-1',
      id: this.id,
      boot: this.boot,
      connection: this.connection,
      presence: word,
      ...(word === 'lost' ? {} : { at: at(), version: '1.4.0', 'every-seconds': 60 }),
    });
  }

  /** Is born and tells how it is, as a station does. */
  async speak(client, more) {
    await client.publishAsync(`${this.topic}/presence`, this.presence('born'), { qos: 1, retain: true });
    await this.tell(client, more);
  }

  async tell(client, more) {
    await client.publishAsync(`${this.topic}/state`, this.state(more), { qos: 1, retain: true });
  }
}

export function figures(until, { open = [0, 0, 0], staff = [0, 0, 0], totals = {}, kinds } = {}) {
  const ages = ([day, week, older]) => ({ 'under-a-day': day, 'under-a-week': week, older });
  return {
    until: at(until),
    open: ages(open),
    'staff-lines': ages(staff),
    ...(kinds ? { 'staff-kinds': kinds } : {}),
    'last-visit-hour': at(until - 3_600_000),
    totals: { loans: 10, 'offline-loans': 1, returns: 20, renewals: 3, refused: 4, unanswered: 0, ...totals },
  };
}

export const FAULTS = {
  out: { serves: 'out-of-service', code: 'K55' },
  pad: {
    'first-fault': { part: 'device', device: 'pad', code: 'E11' },
    devices: [{ name: 'scanner', condition: 'ready' }, { name: 'pad', condition: 'connecting', code: 'E11' }, { name: 'printer', condition: 'ready' }],
  },
  link: { link: 'silent', 'first-fault': { part: 'link', code: 'G62' } },
  paper: { paper: 'near-end' },
  bin: { bin: { percent: 90, full: false } },
  closed: { serves: 'closed' },
};
