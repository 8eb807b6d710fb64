import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

/** One source file: what it imports, and its syntax tree. Paths are relative to the checkout, with slashes. */
export interface SourceFile {
  readonly path: string;
  /** Files of the checkout that it imports, re-exports, loads later or starts as a worker. */
  readonly files: readonly string[];
  readonly packages: readonly string[];
  /** Relative imports that lead nowhere. */
  readonly unresolved: readonly string[];
  readonly tree: unknown;
}

const SOURCE = /\.(ts|tsx|mts|mjs|js)$/;
const ENDINGS = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx'];

/** Every source file below the given top-level folders. */
export function readSources(root: string, folders: readonly string[]): readonly SourceFile[] {
  const all = new Set(folders.flatMap((folder) => list(root, folder)));
  return [...all].filter((path) => SOURCE.test(path)).map((path) => readSource(root, path, all));
}

function list(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function readSource(root: string, path: string, all: ReadonlySet<string>): SourceFile {
  const { specifiers, tree } = parseImports(path, readFileSync(join(root, path), 'utf8'));
  const local = specifiers.filter((name) => name.startsWith('.'));
  const resolved = local.map((name) => [name, resolve(path, name, all)] as const);
  return {
    path,
    files: resolved.flatMap(([, file]) => (file === null ? [] : [file])),
    packages: specifiers.filter((name) => !name.startsWith('.')),
    unresolved: resolved.flatMap(([name, file]) => (file === null ? [name] : [])),
    tree,
  };
}

/** What a module names: imports of values and types, re-exports, `import()` of a text, `new Worker(new URL(text, …))`. */
export function parseImports(path: string, text: string): { specifiers: string[]; tree: unknown } {
  const parsed = parseSync(path, text);
  const fault = parsed.errors[0];
  if (fault !== undefined) throw new Error(`${path}: ${fault.message}`);
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  const specifiers = staticImports.map((found) => found.moduleRequest.value);
  for (const { entries } of staticExports) {
    for (const { moduleRequest } of entries) if (moduleRequest) specifiers.push(moduleRequest.value);
  }
  for (const { moduleRequest } of dynamicImports) {
    const literal = /^['"`]([^'"`$]+)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1];
    if (literal !== undefined) specifiers.push(literal);
  }
  specifiers.push(...workerFiles(parsed.program));
  return { specifiers: [...new Set(specifiers)], tree: parsed.program };
}

/** The files that workers are started from: `new Worker(new URL('./work.ts', import.meta.url))`. */
function workerFiles(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(workerFiles);
  if (typeof node !== 'object' || node === null) return [];
  const url = construction(node, /Worker$/)?.[0];
  const file = url === undefined ? undefined : construction(url, /^URL$/)?.[0];
  const own = (file as { value?: unknown } | undefined)?.value;
  const below = Object.values(node).flatMap(workerFiles);
  return typeof own === 'string' && own.startsWith('.') ? [own, ...below] : below;
}

/** The arguments of a `new` expression whose class has a name like this. */
function construction(node: object, name: RegExp): object[] | undefined {
  const {
    type,
    callee,
    arguments: given,
  } = node as { type?: string; callee?: { name?: string }; arguments?: object[] };
  return type === 'NewExpression' && name.test(callee?.name ?? '') ? given : undefined;
}

function resolve(from: string, specifier: string, all: ReadonlySet<string>): string | null {
  const target = posix.normalize(posix.join(dirname(from), specifier.replace(/\?.*$/, '')));
  return ENDINGS.map((ending) => target + ending).find((path) => all.has(path)) ?? null;
}
