import type { History } from '../history';

/** Absent rows are zeros where the file has none of its own and its counts round the holes are close to none. */
export function guessAbsent(histories: readonly History[]): 'missing' | 'zero' {
  let zeros = 0;
  let holes = 0;
  const beside: number[] = [];
  let sum = 0;
  let seen = 0;
  for (const { values, clock } of histories) {
    if (clock.kind === 'wall' && clock.grainMinutes >= 1440) return 'missing';
    for (let i = 0; i < values.length; i++) {
      const v = values[i]!;
      if (!Number.isNaN(v)) {
        if (v === 0) zeros += 1;
        sum += v;
        seen += 1;
        continue;
      }
      holes += 1;
      for (const n of [values[i - 1], values[i + 1]]) {
        if (n !== undefined && !Number.isNaN(n)) beside.push(n);
      }
    }
  }
  beside.sort((a, b) => a - b);
  const middle = beside[beside.length >> 1] ?? Number.POSITIVE_INFINITY;
  const short = holes > 0 && holes < 0.05 * (holes + seen);
  return zeros === 0 && short && middle <= Math.min(5, (0.1 * sum) / Math.max(1, seen)) ? 'zero' : 'missing';
}
