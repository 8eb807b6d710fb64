import { InputFault, issue } from '../../units';
import type { Clock, History } from '../history';
import { formatStamp } from '../stamps';
import { endsDaylightSaving, wholeHourDoubled } from './daylight-saving';
import { commonGrain, commonPhase, grainName, nearestGrain, stepGrain } from './find-grain';
import { guessAbsent } from './guess-absent';
import type { IssueList } from './issue-list';
import { type SeriesRows, sortRows } from './series-rows';

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
