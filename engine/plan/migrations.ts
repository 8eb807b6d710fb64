import { InputFault, issue } from '../units';
import { PLAN_VERSION } from './schema';

/** Turns a document of one version into the next one up; it may assume that the document was valid in its time. */
export type Migration = (document: Record<string, unknown>) => Record<string, unknown>;

/** By the version they start from. Version 1 is the first, so there is none yet. */
const migrations: ReadonlyMap<number, Migration> = new Map();

/**
 * Brings a document up to the newest version, one step at a time.
 *
 * Errors: a version that is missing, not a whole number, newer than this program, or without a way forward.
 */
export function migrate(
  document: Record<string, unknown>,
  steps: ReadonlyMap<number, Migration> = migrations,
  newest: number = PLAN_VERSION,
): Record<string, unknown> {
  let current = document;
  for (;;) {
    const version = current.version;
    if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
      throw new InputFault([issue('plan.version', 'version', version, `a whole number from 1 to ${newest}`)]);
    }
    if (version === newest) return current;
    if (version > newest) {
      const message = `version: this plan was written by a newer Ballast (${version}); this one reads up to ${newest}`;
      throw new InputFault([issue('plan.version-too-new', 'version', version, `at most ${newest}`, message)]);
    }
    const step = steps.get(version);
    if (!step) {
      throw new InputFault([issue('plan.version', 'version', version, `a version with a way to ${newest}`)]);
    }
    const next = step(structuredCopy(current));
    current = { ...next, version: version + 1 };
  }
}

function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
