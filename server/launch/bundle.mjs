import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { DIST, inRoot, ROOT } from './paths.mjs';

/** Left outside the server's bundle: they load files of their own, or are wanted by `serve` alone. */
const EXTERNAL = [
  '@electric-sql/pglite',
  'date-holidays',
  'express',
  'express-rate-limit',
  'helmet',
  'highs',
  'kysely',
  'pg',
  'pino',
];

const TARGETS = {
  server: {
    sources: ['engine', 'scenarios', 'server', 'package-lock.json', 'tsconfig.base.json'],
    doing: 'Building the server and the command line ...',
    build: buildServer,
  },
  web: {
    sources: ['engine', 'scenarios', 'web', 'vite.config.ts', 'package-lock.json', 'tsconfig.base.json'],
    doing: 'Building the screens ...',
    build: buildWeb,
  },
};

/** Whether a target's bundle is older than its sources. */
export function isStale(name) {
  const folder = join(DIST, name);
  if (!existsSync(folder)) return true;
  return readStamp(stampOf(name)) !== fingerprint(ROOT, TARGETS[name].sources);
}

/** Builds a target beside the old one and puts it in its place when it is complete. */
export async function bundle(name, say) {
  const target = TARGETS[name];
  const print = fingerprint(ROOT, target.sources);
  say(target.doing);
  mkdirSync(DIST, { recursive: true });
  const next = join(DIST, `.${name}-next-${process.pid}`);
  rmSync(next, { recursive: true, force: true });
  await target.build(next);
  const place = join(DIST, name);
  const old = join(DIST, `.${name}-old-${process.pid}`);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(next, place);
  rmSync(old, { recursive: true, force: true });
  writeStamp(stampOf(name), print);
}

function stampOf(name) {
  return join(DIST, `${name}.stamp`);
}

async function buildServer(outDir) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: {
        input: {
          ballast: inRoot('server', 'cli', 'entry.ts'),
          'simulate-thread': inRoot('server', 'cli', 'simulate', 'simulate-thread.ts'),
          'forecast-thread': inRoot('server', 'cli', 'forecast', 'forecast-thread.ts'),
          'risk-thread': inRoot('server', 'cli', 'risk', 'risk-thread.ts'),
        },
        // The project's own modules do nothing when imported, so what a verb does not use need not be loaded for it.
        treeshake: {
          moduleSideEffects: (id) => !/\/(engine|scenarios|server)\/(?!cli\/entry)/.test(id.replace(ROOT, '')),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
}

async function buildWeb(outDir) {
  const { build } = await import('vite');
  await build({
    configFile: inRoot('vite.config.ts'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
  await precompress(outDir);
}

const COMPRESSIBLE = /\.(js|css|html|svg|json|wasm|map|txt)$/;
const squeezeBrotli = promisify(brotliCompress);
const squeezeGzip = promisify(gzip);

/** Writes a .br and a .gz beside every text file that gains by it, so that serving costs no compression. */
async function precompress(folder) {
  for (const name of await readdir(folder, { recursive: true })) {
    const file = join(folder, name);
    if (!COMPRESSIBLE.test(name) || !(await stat(file)).isFile()) continue;
    const bytes = await readFile(file);
    if (bytes.length < 1024) continue;
    const options = {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    };
    const [br, gz] = await Promise.all([squeezeBrotli(bytes, options), squeezeGzip(bytes, { level: 9 })]);
    await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
  }
}
