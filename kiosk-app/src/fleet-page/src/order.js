// An order to one station: the text that is signed, and its cover (docs/administrator/fleet-messages.md, "An order on the wire").
import { hex, toBase64, fromBase64 } from './key.js';

export const SCHEMA = 'libstation-order-1';
/** What a station can be told, in the order of the page; `with` is what belongs to it, `grave` asks once more. */
export const ORDERS = [
  { word: 'settle' },
  { word: 'refresh-policy' },
  { word: 'light-screen' },
  { word: 'check', with: ['check'] },
  { word: 'notice', with: ['until', 'en', 'zh-Hant-HK', 'zh-Hans'] },
  { word: 'print-manifest', with: ['bin'] },
  { word: 'support-bundle' },
  { word: 'back-in-service' },
  { word: 'out-of-service', grave: true },
  { word: 'restart', grave: true },
];
/** Until when an order counts; a station takes none that counts for longer than 15 minutes. */
export const EXPIRES_S = 120;
/** A notice's text, as a station takes it. */
export const MOST_SIGNS = 200;
export const MOST_NOTICE_MS = 31 * 86_400_000;

/** Sixteen hexadecimal digits of chance. */
export function newId() {
  let id;
  // Logs mask eight digits in a row, which might be somebody's.
  do {
    id = hex(crypto.getRandomValues(new Uint8Array(8)));
  } while (/[0-9]{8}/.test(id));
  return id;
}

/** Of an order's id, the text that is signed. Its members stand in one order, as `station fleet order` has them. */
export function text({ station, id, number, expires, order, with: more = {} }) {
  return JSON.stringify({ schema: SCHEMA, station, id, number: String(number), expires, order, ...more });
}

/** Signs a text and puts it into its cover. */
export async function sign(order, key) {
  const signature = await crypto.subtle.sign('Ed25519', key.privateKey, new TextEncoder().encode(`${SCHEMA}\n${order}`));
  return JSON.stringify({ schema: SCHEMA, key: key.fingerprint, order, signature: toBase64(signature) });
}

/** A moment as a station reads it: whole seconds, UTC. */
export function moment(ms) {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

/** The number of the next order of a key: it grows, also when the clock was set back. */
export function nextNumber(last, now) {
  return Math.max((Number.isSafeInteger(last) ? last : 0) + 1, now);
}

/** Whether a station would take it as a line of a notice: seen, not too long, nothing that turns it around. */
export function isLine(line) {
  return line.trim() !== '' && [...line].length <= MOST_SIGNS && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/u.test(line);
}

const BUNDLE = 'libstation-bundle-1';
const MOST_PARTS = 1024;

/** Whoever asked for a support bundle: an X25519 key of this order alone, and the parts that came. */
export class Asker {
  #own;
  #order;
  #parts = [];
  #of = 0;
  #keys = new Map();

  /** @param own of tests alone; else a pair is made that cannot be taken out of the browser */
  static async of(order, own) {
    const asker = new Asker();
    asker.#order = order;
    asker.#own = own ?? (await crypto.subtle.generateKey('X25519', false, ['deriveBits']));
    asker.replyKey = toBase64(await crypto.subtle.exportKey('spki', asker.#own.publicKey));
    return asker;
  }

  get parts() {
    return this.#parts.filter(Boolean).length;
  }

  get of() {
    return this.#of;
  }

  /** Takes a part, in any order; what is none of this bundle's is left out. */
  async take(part) {
    const [number, of] = [part.part, part.of].map((each) => (/^\d{1,4}$/.test(each) ? Number(each) : NaN));
    if (part.schema !== BUNDLE || part.order !== this.#order || !(of >= 1 && of <= MOST_PARTS && number < of)) {
      return false;
    }
    try {
      const nonce = new Uint8Array(12);
      new DataView(nonce.buffer).setUint32(8, number);
      const plain = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(`${this.#order} ${number} ${of}`) },
        await this.#agreed(part.key),
        fromBase64(part.data),
      );
      if (this.#of !== 0 && (this.#of !== of || this.#parts[number])) {
        return false;
      }
      this.#of = of;
      this.#parts[number] = new Uint8Array(plain);
      return true;
    } catch {
      return false;
    }
  }

  get isWhole() {
    return this.#of > 0 && this.parts === this.#of;
  }

  /** The bundle, a ZIP archive; to be asked when it is whole. */
  bundle() {
    return new Blob(this.#parts, { type: 'application/zip' });
  }

  // One agreement serves all parts of one key; of many keys only the last few are kept.
  async #agreed(theirs) {
    if (typeof theirs !== 'string' || theirs.length > 200) {
      throw new TypeError('no key');
    }
    const known = this.#keys.get(theirs);
    if (known) {
      return known;
    }
    const other = await crypto.subtle.importKey('spki', fromBase64(theirs), 'X25519', false, []);
    const secret = await crypto.subtle.deriveBits({ name: 'X25519', public: other }, this.#own.privateKey, 256);
    const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
    const encoder = new TextEncoder();
    const key = await crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: encoder.encode(this.#order), info: encoder.encode(BUNDLE) },
      base,
      { name: 'AES-GCM', length: 256 },
      false,
      ['decrypt'],
    );
    if (this.#keys.size >= 4) {
      this.#keys.delete(this.#keys.keys().next().value);
    }
    this.#keys.set(theirs, key);
    return key;
  }
}
