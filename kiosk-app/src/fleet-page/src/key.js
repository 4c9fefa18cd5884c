// A member of staff's own key: the file that `station fleet keys make` writes, made into a key of the
// browser's that signs and that nobody can take out again, this page included.
const MOST_BYTES = 16 * 1024;
const MOST_TURNS = 10_000_000;

const PBES2 = '2a864886f70d01050d';
const PBKDF2 = '2a864886f70d01050c';
const HMAC_SHA256 = '2a864886f70d0209';
const AES256_CBC = '60864801650304012a';

/** Why a file is no key: `reason` is a key of the table. */
export class KeyProblem extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** Whether a passphrase is asked for. */
export function isLocked(text) {
  return text.includes('-----BEGIN ENCRYPTED PRIVATE KEY-----');
}

/**
 * @param text of the file
 * @param passphrase where it has one
 * @return `{privateKey, fingerprint}`; the key cannot be exported
 * @throws KeyProblem
 */
export async function load(text, passphrase) {
  if (text.length > MOST_BYTES) {
    throw new KeyProblem('key.wrong');
  }
  const spki = pem(text, 'PUBLIC KEY');
  const plain = isLocked(text)
    ? await unlock(pem(text, 'ENCRYPTED PRIVATE KEY'), passphrase)
    : pem(text, 'PRIVATE KEY');
  let pair;
  try {
    pair = await Promise.all([
      crypto.subtle.importKey('pkcs8', plain, 'Ed25519', false, ['sign']),
      crypto.subtle.importKey('spki', spki, 'Ed25519', false, ['verify']),
    ]);
  } catch (e) {
    throw new KeyProblem(e.name === 'NotSupportedError' ? 'key.browser' : 'key.wrong');
  } finally {
    plain.fill(0);
  }
  const [privateKey, publicKey] = pair;
  // Both halves come from one file that anybody may have put together.
  const trial = new TextEncoder().encode('one pair');
  const signature = await crypto.subtle.sign('Ed25519', privateKey, trial);
  if (!(await crypto.subtle.verify('Ed25519', publicKey, signature, trial))) {
    throw new KeyProblem('key.wrong');
  }
  return { privateKey, fingerprint: await fingerprint(spki) };
}

/** By what stations know it: the first eight bytes of the SHA-256 of its public half. */
export async function fingerprint(spki) {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', spki)).subarray(0, 8));
}

export function hex(bytes) {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function fromBase64(text) {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}

export function toBase64(bytes) {
  return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
}

function pem(text, kind) {
  const begin = `-----BEGIN ${kind}-----`;
  const from = text.indexOf(begin);
  const to = text.indexOf(`-----END ${kind}-----`);
  if (from < 0 || to < from) {
    throw new KeyProblem('key.wrong');
  }
  try {
    return fromBase64(text.slice(from + begin.length, to).replace(/\s/g, ''));
  } catch {
    throw new KeyProblem('key.wrong');
  }
}

// PBES2 of RFC 8018 as the command writes it: PBKDF2 with HMAC-SHA-256, AES-256 in CBC.
async function unlock(bytes, passphrase) {
  const { salt, turns, start, data } = locked(bytes);
  try {
    const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, ['deriveKey']);
    const key = await crypto.subtle.deriveKey(
      { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: turns },
      base,
      { name: 'AES-CBC', length: 256 },
      false,
      ['decrypt'],
    );
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv: start }, key, data));
  } catch {
    throw new KeyProblem('key.passphrase');
  }
}

function locked(bytes) {
  try {
    const [algorithm, data] = items(bytes)[0].items();
    const [scheme, parameters] = algorithm.items();
    const [derivation, cipher] = parameters.items();
    const [kind, how] = derivation.items();
    const [salt, turns, ...rest] = how.items();
    const [mac] = rest.at(-1).items();
    const [name, start] = cipher.items();
    const rounds = Number(`0x${hex(turns.bytes)}`);
    const fits =
      [scheme, kind, mac, name].map((each) => hex(each.bytes)).join() === [PBES2, PBKDF2, HMAC_SHA256, AES256_CBC].join();
    if (!fits || !(rounds >= 1 && rounds <= MOST_TURNS)) {
      throw new KeyProblem('key.wrong');
    }
    return { salt: salt.bytes, turns: rounds, start: start.bytes, data: data.bytes };
  } catch {
    throw new KeyProblem('key.wrong');
  }
}

// The items of a DER sequence (X.690): enough for a file of keys.
function items(bytes) {
  const all = [];
  for (let at = 0; at < bytes.length; ) {
    let length = bytes[at + 1];
    let from = at + 2;
    if (length >= 0x80) {
      const more = length - 0x80;
      if (more > 2) {
        throw new RangeError('too long');
      }
      length = 0;
      for (let i = 0; i < more; i++) {
        length = length * 256 + bytes[from++];
      }
    }
    if (!(from + length <= bytes.length)) {
      throw new RangeError('cut');
    }
    const inside = bytes.subarray(from, from + length);
    all.push({ bytes: inside, items: () => items(inside) });
    at = from + length;
  }
  return all;
}
