import type { SimulateContactsOptions } from '../../../../engine/answers';

/** Runs asked for at once: small enough that figures appear soon, and Stop loses little. */
const RUNS_A_PART = 2;

/** The runs of a study that aren't done yet, in parts that can be worked on apart. */
export function runParts(
  window: SimulateContactsOptions,
  runs: number,
  done: readonly number[] = [],
): SimulateContactsOptions[] {
  const parts: SimulateContactsOptions[] = [];
  for (let first = 0; first < runs; first++) {
    if (done.includes(first)) continue;
    let count = 1;
    while (count < RUNS_A_PART && first + count < runs && !done.includes(first + count)) count++;
    parts.push({ ...window, firstReplication: first, replications: count });
    first += count - 1;
  }
  return parts;
}

/** Which of the runs are done, counted from one: `1 to 6`, or `1 to 4, 7, 8` when lanes finish out of turn. */
export function doneWords(done: readonly number[]): string {
  const sorted = [...done].sort((a, b) => a - b);
  const words: string[] = [];
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (end + 1 < sorted.length && sorted[end + 1] === sorted[end]! + 1) end++;
    const [first, last] = [sorted[at]! + 1, sorted[end]! + 1];
    words.push(first === last ? String(first) : last === first + 1 ? `${first}, ${last}` : `${first} to ${last}`);
    at = end + 1;
  }
  return words.join(', ');
}
