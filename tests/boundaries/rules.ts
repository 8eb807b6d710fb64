import type { SourceFile } from './import-graph';

type Imports = Pick<SourceFile, 'path' | 'files'>;

/** The house: who may import whom. Tests may import anything, and nothing imports tests. */
const MAY_IMPORT = new Map<string, readonly string[]>([
  ['web', ['web', 'engine', 'scenarios']],
  ['server', ['server', 'engine', 'scenarios']],
  ['engine', ['engine']],
  ['scenarios', ['scenarios']],
  ['tests', ['web', 'server', 'engine', 'scenarios', 'tests']],
]);

export const TOP_FOLDERS = [...MAY_IMPORT.keys()];

/** The rooms of the engine from the ground up; each may import those before it. */
export const ENGINE_ROOMS = [
  'units',
  'random',
  'stats',
  'calendar',
  'plan',
  'queueing',
  'demand',
  'workforce',
  'footprint',
  'disruption',
  'simulate',
  'experience',
  'sourcing',
  'risk',
  'answers',
];

/** Imports that point up the house, or up the engine. */
export function upwardImports(sources: readonly Imports[]): string[] {
  return edges(sources).flatMap(([from, to]) => {
    const [top = '', room = ''] = from.split('/');
    const [otherTop = '', otherRoom = ''] = to.split('/');
    if (!MAY_IMPORT.get(top)?.includes(otherTop)) return [`${from} imports ${to}`];
    if (top !== 'engine' || room === otherRoom) return [];
    const [here, there] = [ENGINE_ROOMS.indexOf(room), ENGINE_ROOMS.indexOf(otherRoom)];
    return there >= 0 && there < here ? [] : [`${from} imports ${to}`];
  });
}

/**
 * Imports that enter a folder past its index.
 *
 * A folder that does not hold the importing file is entered by its index alone, and by the outermost index on the way
 * in. Folders that only group others (the top-level ones, `web/screens`) have no index and are passed through. Data
 * (JSON) and styles are no code. Tests may look inside.
 */
export function pastTheIndex(sources: readonly Imports[]): string[] {
  const paths = new Set(sources.flatMap(({ path, files }) => [path, ...files]));
  const hasIndex = (folder: string) => paths.has(`${folder}/index.ts`) || paths.has(`${folder}/index.tsx`);
  return edges(sources).flatMap(([from, to]) => {
    if (from.startsWith('tests/') || /\.(json|css)$/.test(to)) return [];
    const entered = foldersOf(to).filter((folder) => !from.startsWith(`${folder}/`));
    const last = entered.at(-1);
    if (last === undefined) return [];
    const first = entered.find(hasIndex) ?? last;
    return first === last && /\/index\.tsx?$/.test(to) ? [] : [`${from} imports ${to}`];
  });
}

/** The folders on the way to a file, from the outside in. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

/** Circles of imports, each as the files on it. */
export function cycles(sources: readonly Imports[]): string[] {
  const next = new Map(sources.map(({ path, files }) => [path, files]));
  const done = new Set<string>();
  const found: string[] = [];
  for (const { path } of sources) visit(path, []);
  return found;

  function visit(path: string, trail: string[]): void {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.push([...trail.slice(at), path].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const file of next.get(path) ?? []) visit(file, trail);
    trail.pop();
    done.add(path);
  }
}

/** The browser's own names do not compile in the engine, and `window` is a word of forecasting. */
const IMPURE = new Set(['Date', 'console', 'performance', 'process', 'globalThis', 'crypto', 'fetch']);

/** Uses of the clock, of chance and of the surroundings in a syntax tree. */
export function impurities(tree: unknown): string[] {
  const found: string[] = [];
  walk(tree, '');
  return found;

  function walk(node: unknown, role: string): void {
    if (Array.isArray(node)) {
      for (const inner of node) walk(inner, role);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { type, name, computed } = node as { type?: string; name?: string; computed?: boolean };
    if (type === 'Identifier' && role !== 'name' && IMPURE.has(name ?? '')) found.push(name ?? '');
    if (isMathRandom(node)) found.push('Math.random');
    for (const [key, inner] of Object.entries(node)) {
      const isName = (key === 'property' || key === 'key' || key === 'label') && computed !== true;
      walk(inner, isName ? 'name' : '');
    }
  }
}

function isMathRandom(node: object): boolean {
  const { type, object, property } = node as {
    type?: string;
    object?: { name?: string };
    property?: { name?: string; value?: unknown };
  };
  if (type !== 'MemberExpression' || object?.name !== 'Math') return false;
  return property?.name === 'random' || property?.value === 'random';
}

/** Packages that the engine may use, and the only room that may, where there is one. */
const ENGINE_PACKAGES = new Map<string, string | null>([
  ['zod', null],
  ['ml-regression', null],
  ['mathjs', 'plan'],
  ['mathjs/number', 'plan'],
  ['@humanwhocodes/momoa', 'plan'],
  ['papaparse', 'demand'],
  ['highs', 'stats'],
]);

/** Packages in the engine that do not belong there, Node's own above all. */
export function foreignPackages(sources: readonly Pick<SourceFile, 'path' | 'packages'>[]): string[] {
  return sources
    .filter(({ path }) => path.startsWith('engine/'))
    .flatMap(({ path, packages }) =>
      packages
        .filter((name) => {
          const room = ENGINE_PACKAGES.get(name);
          return room === undefined || (room !== null && !path.startsWith(`engine/${room}/`));
        })
        .map((name) => `${path} imports ${name}`),
    );
}

function edges(sources: readonly Imports[]): (readonly [string, string])[] {
  return sources.flatMap(({ path, files }) => files.map((file) => [path, file] as const));
}
