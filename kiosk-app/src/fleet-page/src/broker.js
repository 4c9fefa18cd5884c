// The way to the broker: MQTT 5 over WebSocket. It listens first and asks who is there second; a lost
// connection is tried again after a pause of chance, so that pages that lost a broker together do not come
// back together.
import mqtt from 'mqtt';
import { hex } from './key.js';
import { MOST_BYTES } from './wire.js';

const CONNECT_MS = 15_000;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** Above a station's packet by its topic and head. */
const MOST_PACKET = MOST_BYTES + 1024;
/** MQTT 5, 3.2.2.2: who is not let in by name or password, or is not allowed. */
const REFUSED = new Set([134, 135, 138, 140]);

export class Broker {
  #place;
  #on;
  #client = null;
  #failures = 0;
  #timer = 0;
  #ended = false;
  #more = new Set();

  /**
   * @param place `{broker, prefix, user, password}`
   * @param on `{connected(), disconnected(problem), message(topic, bytes, retained)}`; a problem is `refused`,
   *     `unreached` or `rights`
   */
  constructor(place, on) {
    this.#place = place;
    this.#on = on;
    this.#connect();
  }

  get #fleet() {
    return `${this.#place.prefix}/v1`;
  }

  #connect() {
    let client;
    try {
      client = mqtt.connect(this.#place.broker, {
        protocolVersion: 5,
        clientId: `libstation-page-${hex(crypto.getRandomValues(new Uint8Array(6)))}`,
        username: this.#place.user || undefined,
        password: this.#place.password || undefined,
        clean: true,
        keepalive: 30,
        connectTimeout: CONNECT_MS,
        reconnectPeriod: 0,
        resubscribe: false,
        queueQoSZero: false,
        // Else the client makes a worker out of a text, which the page's policy forbids.
        timerVariant: 'native',
        properties: { maximumPacketSize: MOST_PACKET, sessionExpiryInterval: 0 },
      });
    } catch {
      this.#lost('unreached');
      return;
    }
    this.#client = client;
    let problem = 'unreached';
    client.on('connect', () => this.#listen(client));
    client.on('message', (topic, bytes, packet) => this.#on.message(topic, bytes, packet.retain));
    client.on('error', (error) => {
      problem = REFUSED.has(error.code) ? 'refused' : 'unreached';
    });
    client.on('close', () => {
      if (this.#client === client) {
        this.#client = null;
        client.end(true);
        this.#lost(problem);
      }
    });
  }

  async #listen(client) {
    const of = `${this.#fleet}/+/+/+/+/`;
    try {
      // News may be lost for once, the next comes within the minute; what an order became may not.
      const granted = await client.subscribeAsync({
        [`${of}presence`]: { qos: 0 },
        [`${of}state`]: { qos: 0 },
        [`${of}counts`]: { qos: 0 },
        [`${of}answers`]: { qos: 1 },
        ...Object.fromEntries([...this.#more].map((topic) => [topic, { qos: 1 }])),
      });
      if (granted.some((each) => each.qos >= 128 && !each.topic.endsWith('answers'))) {
        this.#on.disconnected('rights');
        return;
      }
      this.#failures = 0;
      this.#on.connected();
      await this.ask();
    } catch {
      client.end(true);
    }
  }

  #lost(problem) {
    if (this.#ended) {
      return;
    }
    this.#on.disconnected(problem);
    // A password that was refused is not tried over and over.
    if (problem !== 'refused') {
      const most = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(this.#failures++, 10));
      this.#timer = setTimeout(() => this.#connect(), Math.random() * most + 100);
    }
  }

  /** Asks who is there. */
  async ask() {
    await this.#client?.publishAsync(`${this.#fleet}/who`, '', { qos: 1 });
  }

  /** @throws Error when it was not sent */
  async order(station, text) {
    if (this.#client === null) {
      throw new Error('not connected');
    }
    const sent = this.#client.publishAsync(`${this.#fleet}/${station}/orders`, text, { qos: 1 });
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), CONNECT_MS));
    const taken = await Promise.race([sent, late]);
    // Reasons from 128 on: the broker did not pass it on.
    if (taken?.reasonCode >= 128) {
      throw new Error('refused');
    }
  }

  /** Listens for parts of a bundle of this station, until it is told to end. */
  async bundles(station) {
    const topic = `${this.#fleet}/${station}/+/bundle`;
    this.#more.add(topic);
    await this.#client?.subscribeAsync(topic, { qos: 1 });
    return () => {
      this.#more.delete(topic);
      this.#client?.unsubscribe(topic);
    };
  }

  end() {
    this.#ended = true;
    clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = null;
    client?.end(true);
  }
}
