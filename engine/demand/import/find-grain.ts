import { InputFault, issue } from '../../units';
import { GRAINS_MINUTES } from '../history';
import type { SeriesRows } from './series-rows';

/** Most frequent distance between neighbouring times, over all series; null where there is none. */
export function commonGrain(sorted: readonly SeriesRows[]): number | null {
  const counts = new Map<number, number>();
  for (const { at } of sorted) {
    for (let i = 1; i < at.length; i++) {
      const d = at[i]! - at[i - 1]!;
      if (d > 0) counts.set(d, (counts.get(d) ?? 0) + 1);
    }
  }
  let best: number | null = null;
  let most = 0;
  for (const [d, count] of counts) {
    if (count > most || (count === most && best !== null && d < best)) {
      best = d;
      most = count;
    }
  }
  return best;
}

/** Running numbers go by their greatest common distance, so that a gap is a gap. */
export function stepGrain(sorted: readonly SeriesRows[]): number | null {
  let common = 0;
  for (const { at } of sorted) for (let i = 1; i < at.length; i++) common = gcd(common, at[i]! - at[i - 1]!);
  return common > 0 ? common : null;
}

function gcd(a: number, b: number): number {
  let x = Math.abs(a);
  let y = Math.abs(b);
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

export function nearestGrain(found: number, sorted: readonly SeriesRows[], column: string): number {
  if ((GRAINS_MINUTES as readonly number[]).includes(found)) return found;
  const monthly = found >= 28 * 1440 && found <= 31 * 1440;
  const line = sorted[0]?.line[1] ?? 1;
  throw new InputFault([
    issue(
      'import.grain',
      `line ${line}, column ${column}`,
      monthly ? 'monthly rows' : `rows ${found} minutes apart`,
      `intervals of ${GRAINS_MINUTES.map(grainName).join(', ')}`,
    ),
  ]);
}

export function grainName(minutes: number): string {
  if (minutes === 10_080) return 'a week';
  if (minutes === 1440) return 'a day';
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

/** The remainder by the grain that most rows share. */
export function commonPhase(at: ArrayLike<number>, grain: number): number {
  const counts = new Map<number, number>();
  for (let i = 0; i < at.length; i++) {
    const phase = ((at[i]! % grain) + grain) % grain;
    counts.set(phase, (counts.get(phase) ?? 0) + 1);
  }
  let best = 0;
  let most = -1;
  for (const [phase, count] of counts) {
    if (count > most) {
      most = count;
      best = phase;
    }
  }
  return best;
}
