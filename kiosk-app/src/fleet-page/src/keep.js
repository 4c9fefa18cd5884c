// What stays in this browser, and only what the person at it said may stay: sign-in and key. The number of
// a key's last order and the log of orders always stay; neither is a secret.
const SIGN_IN = 'libstation.fleet.sign-in';
const NUMBER = 'libstation.fleet.number.';
const LOG = 'libstation.fleet.log';
const MOST_LINES = 300;

export function signIn() {
  return read(SIGN_IN);
}

export function keepSignIn(of) {
  write(SIGN_IN, of);
}

export function forgetSignIn() {
  localStorage.removeItem(SIGN_IN);
}

export function lastNumber(fingerprint) {
  return Number(localStorage.getItem(NUMBER + fingerprint) ?? 0);
}

/** @throws DOMException when it cannot be kept; then nothing is to be ordered */
export function keepNumber(fingerprint, number) {
  localStorage.setItem(NUMBER + fingerprint, String(number));
}

/** What was ordered here, the oldest first: `[moment, text]`. */
export function log() {
  const lines = read(LOG);
  return Array.isArray(lines) ? lines : [];
}

export function addToLog(line) {
  write(LOG, [...log(), [new Date().toISOString(), line]].slice(-MOST_LINES));
}

function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

function write(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A full or forbidden store forgets; nothing of the page hangs on it.
  }
}

/** The browser's own store of keys: they sign, and nobody takes them out. */
export const keys = {
  async get() {
    return await inStore('readonly', (store) => store.get('own'));
  },
  async put(key) {
    await inStore('readwrite', (store) => store.put(key, 'own'));
  },
  async forget() {
    await inStore('readwrite', (store) => store.delete('own'));
  },
};

function inStore(mode, act) {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('libstation-fleet', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('keys');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const work = open.result.transaction('keys', mode);
      const request = act(work.objectStore('keys'));
      work.oncomplete = () => {
        open.result.close();
        resolve(request.result);
      };
      work.onerror = () => reject(work.error);
    };
  });
}
