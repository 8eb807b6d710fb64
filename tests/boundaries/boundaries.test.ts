import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseImports, readSources } from './import-graph';
import { cycles, ENGINE_ROOMS, foreignPackages, impurities, pastTheIndex, TOP_FOLDERS, upwardImports } from './rules';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = readSources(root, TOP_FOLDERS);

describe('the house', () => {
  test('was seen: every top-level folder and the imports between its files', () => {
    for (const folder of TOP_FOLDERS) {
      expect(
        sources.filter(({ path }) => path.startsWith(`${folder}/`)).length,
        `source files in ${folder}`,
      ).toBeGreaterThan(0);
    }
    expect(sources.flatMap(({ files }) => files).length).toBeGreaterThan(sources.length / 2);
  });

  test('has five top-level folders and the engine its fifteen rooms', () => {
    const passing = new Set(['node_modules', 'dist', 'test-results']);
    const folders = (path: string) =>
      readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !passing.has(entry.name))
        .map(({ name }) => name);
    expect(folders(root).sort()).toEqual([...TOP_FOLDERS].sort());
    for (const room of folders(join(root, 'engine'))) expect(ENGINE_ROOMS).toContain(room);
  });

  test('imports lead somewhere', () => {
    expect(sources.flatMap(({ path, unresolved }) => unresolved.map((name) => `${path} imports ${name}`))).toEqual([]);
  });

  test('imports point down only', () => {
    expect(upwardImports(sources)).toEqual([]);
  });

  test('folders are entered through their index', () => {
    expect(pastTheIndex(sources)).toEqual([]);
  });

  test('imports run in no circle', () => {
    expect(cycles(sources)).toEqual([]);
  });

  test('every room of the engine that has files has an index', () => {
    const rooms = ENGINE_ROOMS.filter((room) => sources.some(({ path }) => path.startsWith(`engine/${room}/`)));
    expect(rooms.filter((room) => !existsSync(join(root, 'engine', room, 'index.ts')))).toEqual([]);
  });

  test('the engine uses no clock, no chance, no console and no surroundings', () => {
    const engine = sources.filter(({ path }) => path.startsWith('engine/'));
    expect(engine.flatMap(({ path, tree }) => impurities(tree).map((name) => `${path} uses ${name}`))).toEqual([]);
    expect(foreignPackages(sources)).toEqual([]);
  });
});

describe('the rules themselves catch', () => {
  const file = (path: string, ...files: string[]) => ({ path, files, packages: [] as string[] });

  test('imports of every form', () => {
    const text = `
      import a from './a'; import type { B } from './b'; export * from './c'; export { d } from './d';
      import './e.css'; const f = await import('./f'); import data from './g.json';
      export type { H } from './h'; new Worker(new URL('./i.ts', import.meta.url));`;
    expect(parseImports('x.ts', text).specifiers.sort()).toEqual(
      ['./a', './b', './c', './d', './e.css', './f', './g.json', './h', './i.ts'].sort(),
    );
  });

  test('an import that points up', () => {
    expect(upwardImports([file('engine/units/a.ts', 'engine/plan/index.ts')])).toHaveLength(1);
    expect(upwardImports([file('engine/plan/a.ts', 'server/store/index.ts')])).toHaveLength(1);
    expect(upwardImports([file('web/main.tsx', 'server/store/index.ts')])).toHaveLength(1);
    expect(upwardImports([file('server/a.ts', 'tests/b.ts')])).toHaveLength(1);
    expect(upwardImports([file('engine/plan/a.ts', 'engine/units/index.ts', 'engine/plan/b.ts')])).toEqual([]);
  });

  test('an import past the index', () => {
    expect(pastTheIndex([file('engine/plan/a.ts', 'engine/units/fault.ts')])).toHaveLength(1);
    const line = file('web/charts/index.ts', 'web/charts/line/index.ts');
    expect(pastTheIndex([line, file('web/shell/A.tsx', 'web/charts/line/index.ts')])).toHaveLength(1);
    expect(pastTheIndex([file('web/shell/A.tsx', 'web/screens/mixes/index.ts')])).toEqual([]);
    expect(pastTheIndex([file('web/shell/A.tsx', 'web/screens/mixes/Mixes.tsx')])).toHaveLength(1);
    expect(pastTheIndex([file('server/cli/main.ts', 'server/cli/verbs/check.ts')])).toHaveLength(1);
    expect(pastTheIndex([file('server/cli/main.ts', 'server/cli/verbs/index.ts')])).toEqual([]);
    expect(pastTheIndex([file('server/cli/verbs/check.ts', 'server/cli/output.ts', 'engine/plan/index.ts')])).toEqual(
      [],
    );
    expect(pastTheIndex([file('scenarios/index.ts', 'scenarios/library/plan.json')])).toEqual([]);
  });

  test('a circle', () => {
    const circle = [file('a', 'b'), file('b', 'c'), file('c', 'b', 'd'), file('d')];
    expect(cycles(circle)).toEqual(['b -> c -> b']);
    expect(cycles([file('a', 'b', 'c'), file('b', 'd'), file('c', 'd'), file('d')])).toEqual([]);
  });

  test('the clock, chance and packages', () => {
    const tree = (text: string) => parseImports('x.ts', text).tree;
    expect(impurities(tree('const a = Date.now() + Math.random() + Math["random"](); console.log(a);')).sort()).toEqual(
      ['Date', 'Math.random', 'Math.random', 'console'].sort(),
    );
    expect(impurities(tree('globalThis.performance.now(); new Date();')).sort()).toEqual(['Date', 'globalThis']);
    expect(impurities(tree('const plan = { Date: 1, console: 2 }; plan.Date; Math.max(1, 2);'))).toEqual([]);
    const packages = ['node:fs', 'papaparse', 'zod'];
    expect(foreignPackages([{ ...file('engine/plan/a.ts'), packages }])).toHaveLength(2);
    expect(foreignPackages([{ ...file('engine/demand/a.ts'), packages: ['papaparse'] }])).toEqual([]);
  });
});
