import { dayToCivil, weekdayOfDay } from '../../calendar';
import { InputFault, issue } from '../../units';
import { type Clock, GRAINS_MINUTES, type History } from '../history';
import { dayOfMinute, formatStamp } from '../stamps';
import type { IssueList } from './issue-list';

/** Rows of one series as read. */
export interface SeriesRows {
  readonly at: number[];
  readonly value: number[];
  readonly line: number[];
  readonly handle: number[];
}

export interface GridOptions {
  readonly kind: 'wall' | 'steps';
  readonly grainMinutes: number | undefined;
  readonly periods: readonly number[] | undefined;
  readonly duplicates: 'refuse' | 'sum' | 'mean' | 'first';
  readonly absent: 'missing' | 'zero' | undefined;
  readonly column: string;
  readonly issues: IssueList;
}

export interface Gridded {
  readonly clock: Clock;
  readonly histories: readonly History[];
  readonly absent: 'missing' | 'zero';
  /** Whether doubled hours of the end of daylight saving were joined. */
  readonly daylight: boolean;
  readonly notes: readonly string[];
}

/** Slots that all series together may have. */
const MOST_SLOTS = 20_000_000;
/** A hole longer than this in the middle of a series is taken for a wrong date. */
const LONGEST_HOLE_MINUTES = 3 * 366 * 1440;

/** Puts the rows of all series on one regular grid, or lists every row that does not fit. */
export function gridSeries(bySeries: ReadonlyMap<string, SeriesRows>, options: GridOptions): Gridded {
  const { issues, column } = options;
  const sorted = [...bySeries].map(([name, rows]) => ({ name, ...sortRows(rows) }));
  const step = options.kind === 'steps' ? stepGrain(sorted) : (options.grainMinutes ?? commonGrain(sorted));
  if (step === null) {
    throw new InputFault([
      issue(
        'import.grain',
        `column ${column}`,
        'only one time a series',
        'at least two different times, or the interval named as grainMinutes',
      ),
    ]);
  }
  const grain = options.kind === 'steps' ? step : nearestGrain(step, sorted, column);
  const clock: Clock =
    options.kind === 'steps'
      ? { kind: 'steps', periods: options.periods ?? [] }
      : { kind: 'wall', grainMinutes: grain };
  const allowed =
    options.kind === 'steps' ? `numbers ${grain} apart` : `times on the ${grainName(grain)} grid of the other rows`;
  const notes: string[] = [];
  let daylight = false;
  let total = 0;
  const histories: History[] = [];
  for (const { name, at, value, line, handle, unsorted } of sorted) {
    if (unsorted) notes.push(`Rows of "${name}" were not in order of time; they are sorted.`);
    const phase = commonPhase(at, grain);
    const place = (i: number): string => `line ${line[i]}, column ${column}`;
    const shown = (i: number): string =>
      formatStamp(options.kind === 'steps' ? clock : { kind: 'wall', grainMinutes: 1 }, at[i]!);
    refuseHoles(at, options.kind, grain, (i, hole) =>
      issues.add(
        issue(
          'import.far-date',
          place(i),
          shown(i),
          `a time within three years of the rows around it (it lies ${hole} away)`,
        ),
      ),
    );
    let off = false;
    for (let i = 0; i < at.length; i++) {
      if ((at[i]! - phase) % grain === 0) continue;
      issues.add(issue('import.off-grid', place(i), shown(i), allowed));
      off = true;
    }
    if (off || issues.count > 0) continue;
    const start = at[0]!;
    const slots = (at[at.length - 1]! - start) / grain + 1;
    total += slots;
    if (total > MOST_SLOTS)
      throw new InputFault([
        issue(
          'import.too-long',
          `series ${name}`,
          `${Math.round(slots)} intervals`,
          `at most ${MOST_SLOTS} intervals over all series`,
        ),
      ]);
    const values = new Float64Array(slots).fill(Number.NaN);
    const handles = handle.length > 0 ? new Float64Array(slots).fill(Number.NaN) : undefined;
    const taken = new Int32Array(slots);
    for (let i = 0; i < at.length; i++) {
      const slot = (at[i]! - start) / grain;
      const fits = taken[slot] === 0;
      taken[slot]! += 1;
      if (fits) {
        values[slot] = value[i]!;
        if (handles) handles[slot] = handle[i]!;
        continue;
      }
      const doubled =
        options.kind === 'wall' &&
        grain < 1440 &&
        taken[slot] === 2 &&
        endsDaylightSaving(at[i]!) &&
        wholeHourDoubled(at, i, grain);
      if (options.duplicates === 'refuse' && !doubled) {
        issues.add(
          issue(
            'import.duplicate',
            place(i),
            `a second row for ${shown(i)}${name === '' ? '' : ` of "${name}"`}`,
            'one row for each time of a series; or say whether duplicates are added up, averaged, or the first is kept',
          ),
        );
        continue;
      }
      daylight ||= doubled;
      const rule = doubled && options.duplicates === 'refuse' ? 'mean' : options.duplicates;
      if (rule === 'sum') values[slot]! += value[i]!;
      else if (rule === 'mean') values[slot] = (values[slot]! * (taken[slot]! - 1) + value[i]!) / taken[slot]!;
    }
    histories.push({ series: name, clock, start, values, ...(handles ? { handleTimeSeconds: handles } : {}) });
  }
  issues.refuse('Nothing was imported');
  for (const { series, values } of histories) {
    if (!values.some((v) => !Number.isNaN(v)))
      throw new InputFault([
        issue('import.no-values', `series ${series}`, 'no value in any row', 'at least one count'),
      ]);
  }
  const absent = options.absent ?? guessAbsent(histories);
  if (absent === 'zero') {
    for (const { values } of histories)
      for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) values[i] = 0;
    notes.push(
      options.absent
        ? 'Intervals without a row are 0, as you said.'
        : 'Intervals without a row lie where contacts are few and the file has no zeros: read as 0.',
    );
  }
  return { clock, histories, absent, daylight, notes };
}

interface SortedRows extends SeriesRows {
  readonly unsorted: boolean;
}

function sortRows(rows: SeriesRows): SortedRows {
  const n = rows.at.length;
  let unsorted = false;
  for (let i = 1; i < n; i++) if (rows.at[i]! < rows.at[i - 1]!) unsorted = true;
  // A doubled hour of daylight saving runs back once; that is not worth a note, but sorting it does no harm.
  if (!unsorted) return { ...rows, unsorted };
  const order = Array.from({ length: n }, (_, i) => i).sort((x, y) => rows.at[x]! - rows.at[y]! || x - y);
  const pick = (list: readonly number[]): number[] => (list.length === 0 ? [] : order.map((i) => list[i]!));
  return { at: pick(rows.at), value: pick(rows.value), line: pick(rows.line), handle: pick(rows.handle), unsorted };
}

/** Most frequent distance between neighbouring times, over all series; null where there is none. */
function commonGrain(sorted: readonly SeriesRows[]): number | null {
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
function stepGrain(sorted: readonly SeriesRows[]): number | null {
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

function nearestGrain(found: number, sorted: readonly SeriesRows[], column: string): number {
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
function commonPhase(at: readonly number[], grain: number): number {
  const counts = new Map<number, number>();
  for (const t of at) counts.set(((t % grain) + grain) % grain, (counts.get(((t % grain) + grain) % grain) ?? 0) + 1);
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

/** Names the rows on the smaller side of a hole of years (or of a million steps). */
function refuseHoles(
  at: readonly number[],
  kind: 'wall' | 'steps',
  grain: number,
  tell: (i: number, hole: string) => void,
): void {
  const longest = kind === 'wall' ? LONGEST_HOLE_MINUTES : Math.max(1000 * grain, 50 * grain * at.length);
  for (let i = 1; i < at.length; i++) {
    const hole = at[i]! - at[i - 1]!;
    if (hole <= longest) continue;
    const text = kind === 'wall' ? `${Math.round(hole / 525_960)} years` : `${hole} steps`;
    if (i <= at.length / 2) for (let k = 0; k < i; k++) tell(k, text);
    else for (let k = i; k < at.length; k++) tell(k, text);
    return;
  }
}

/** Whether a time lies in the small hours of a Sunday on which daylight saving ends somewhere. */
function endsDaylightSaving(minute: number): boolean {
  const day = dayOfMinute(minute);
  if (weekdayOfDay(day) !== 6 || minute - day * 1440 >= 240) return false;
  const date = dayToCivil(day);
  return (
    (date.month === 10 && date.day >= 25) || (date.month === 11 && date.day <= 7) || (date.month === 4 && date.day <= 7)
  );
}

/** Whether every slot of the hour that holds row i is there twice. */
function wholeHourDoubled(at: readonly number[], i: number, grain: number): boolean {
  const hour = Math.floor(at[i]! / 60) * 60;
  let count = 0;
  for (let k = Math.max(0, i - 400); k < Math.min(at.length, i + 400); k++)
    if (at[k]! >= hour && at[k]! < hour + 60) count += 1;
  return count === (2 * 60) / Math.min(60, grain);
}

/** Absent rows are zeros where the file has none of its own and its counts round the holes are close to none. */
function guessAbsent(histories: readonly History[]): 'missing' | 'zero' {
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
