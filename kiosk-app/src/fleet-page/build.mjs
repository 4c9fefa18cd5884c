// Bundles the page into the folder that is named: page.js, page.css, index.html, LICENCES.txt. The same
// sources and packages give the same bytes: nothing of the time or the machine goes in.
//
//   node build.mjs --home REPOSITORY --packages FOLDER-OF-NODE_MODULES --out FOLDER
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { words } from './words.mjs';

const { values } = parseArgs({ options: { home: { type: 'string' }, packages: { type: 'string' }, out: { type: 'string' } } });
const here = import.meta.dirname;
const table = JSON.stringify(await words(join(here, 'texts'), values.home));

await rm(values.out, { recursive: true, force: true });
await mkdir(values.out, { recursive: true });
await esbuild.build({
  absWorkingDir: here,
  entryPoints: { page: 'src/main.js', style: 'src/style.css' },
  outdir: values.out,
  bundle: true,
  format: 'esm',
  target: ['chrome137', 'firefox130', 'safari17'],
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [
    {
      name: 'words',
      setup(build) {
        build.onResolve({ filter: /^words:table$/ }, (found) => ({ path: found.path, namespace: 'words' }));
        build.onLoad({ filter: /.*/, namespace: 'words' }, () => ({ contents: table, loader: 'json' }));
      },
    },
  ],
});
for (const each of ['index.html', 'icon.svg', 'fleet.json.example']) {
  await cp(join(here, each), join(values.out, each));
}
await writeFile(join(values.out, 'LICENCES.txt'), await licences());

// Every package that is there at run time, by the lock file, with its own licence file.
async function licences() {
  const lock = JSON.parse(await readFile(join(here, 'package-lock.json'), 'utf8'));
  const parts = [
    'The fleet page is part of Libstation (Apache-2.0). Its script holds mqtt and uplot and what they bring;\n' +
      'mqtt also brings what stands in a browser for modules of Node.js (@jspm/core, Apache-2.0; of Node.js, MIT).\n',
  ];
  for (const [path, of] of Object.entries(lock.packages).sort()) {
    if (path === '' || of.dev || of.optional || path.includes('@types/')) {
      continue;
    }
    const files = (await readdir(join(values.packages, path))).filter((name) => /^licen[cs]e/i.test(name)).sort();
    const text = files.length > 0 ? (await readFile(join(values.packages, path, files[0]), 'utf8')).trim() : '(no licence file)';
    parts.push(`${path.replace(/.*node_modules\//, '')} ${of.version} (${of.license})\n\n${text}\n`);
  }
  return parts.join(`\n${'-'.repeat(78)}\n\n`);
}
