// The one table of the page's words: its own texts and what the station's codes and staff lines mean, by
// language. Read when the page is built, and by tests.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const LANGUAGES = ['zh-Hant-HK', 'zh-Hans', 'en'];

// Of the station's own texts: what a code means and what to do, names of devices and checks, and what a staff line is about.
const TAKEN = [
  [/^code\.([A-Z]+[0-9]+)\.what$/, 'code.$1'],
  [/^finding\.([A-Z]+[0-9]+)\.what$/, 'code.$1'],
  [/^finding\.([A-Z]+[0-9]+)\.do$/, 'do.$1'],
  [/^code\.(D[A-Z]?[0-9]+)\.do$/, 'do.$1'],
  [/^check\.([a-z-]+)$/, 'check.$1'],
  [/^todo\.what\.([A-Z_]+)$/, 'staff.$1'],
];

/** Lines `key = text` of a file of properties, as the station's texts are written (UTF-8). */
export function properties(text) {
  const lines = {};
  for (const line of text.replace(/\\\r?\n\s*/g, '').split(/\r?\n/)) {
    const found = /^\s*([^#!=\s][^=\s]*)\s*=\s*(.*)$/.exec(line);
    if (found) {
      lines[found[1]] = found[2].replace(/\\u([0-9a-fA-F]{4})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
    }
  }
  return lines;
}

// What a kind of device says has the words of the finding that docs/technician/codes.md names for it.
const SAME = /^\| (D[A-Z][0-9A-F]{2}) \|[^|]*\| (E[0-9]{2}): /gm;

/**
 * By language, then by key.
 *
 * @param own the folder of the page's texts
 * @param home of the sources
 */
export async function words(own, home) {
  const table = {};
  const same = [...(await readFile(join(home, 'docs/technician/codes.md'), 'utf8')).matchAll(SAME)];
  for (const language of LANGUAGES) {
    const all = {};
    for (const name of ['codes', 'screens', 'check', 'staff']) {
      const file = join(home, `config/texts/${name}.${language}.properties`);
      for (const [key, text] of Object.entries(properties(await readFile(file, 'utf8')))) {
        for (const [pattern, to] of TAKEN) {
          const found = pattern.exec(key);
          // One of them names its book by a place: then the line says nothing here.
          if (found && !text.includes('{')) {
            all[to.replace('$1', found[1])] ??= text;
          }
        }
      }
    }
    for (const [, code, finding] of same) {
      for (const kind of ['code', 'do']) {
        if (all[`${kind}.${finding}`] !== undefined) {
          all[`${kind}.${code}`] ??= all[`${kind}.${finding}`];
        }
      }
    }
    Object.assign(all, properties(await readFile(join(own, `page.${language}.properties`), 'utf8')));
    table[language] = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return table;
}
