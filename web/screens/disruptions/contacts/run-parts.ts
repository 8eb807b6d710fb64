import type { SimulateContactsOptions } from '../../../../engine/answers';

/** Runs asked for at once: small enough that figures appear soon, and Stop loses little. */
const RUNS_A_PART = 2;

/** A study of so many runs in parts that can be worked on apart. */
export function runParts(window: SimulateContactsOptions, runs: number): SimulateContactsOptions[] {
  const parts: SimulateContactsOptions[] = [];
  for (let first = 0; first < runs; first += RUNS_A_PART) {
    parts.push({ ...window, firstReplication: first, replications: Math.min(RUNS_A_PART, runs - first) });
  }
  return parts;
}
