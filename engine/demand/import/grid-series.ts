import { InputFault, issue } from '../../units';
import type { Clock, History } from '../history';
import { formatStamp } from '../stamps';
import { type ClockChanges, wholeHourDoubled } from './daylight-saving';
import { commonGrain, commonPhase, grainName, nearestGrain, stepGrain } from './find-grain';
import { guessAbsent } from './guess-absent';
import type { DuplicateRule } from './import-corrections';
import type { IssueList } from './issue-list';
import { type SeriesRows, type SortedRows, sortRows } from './series-rows';

export interface GridOptions {
  readonly kind: 'wall' | 'steps';
  readonly grainMinutes: number | undefined;
  readonly periods: readonly number[] | undefined;
  readonly duplicates: DuplicateRule;
  /** What becomes of the hour that clocks show twice. */
  readonly repeatedHour: 'sum' | 'mean';
  readonly absent: 'missing' | 'zero' | undefined;
  /** Rows were counted: a time without one had none, in every hour of the week that ever had any. */
  readonly counted: boolean;
  readonly column: string;
  readonly changes: ClockChanges;
  readonly issues: IssueList;
}

export interface Gridded {
  readonly clock: Clock;
  readonly histories: readonly History[];
  readonly absent: 'missing' | 'zero';
  /** Intervals of hours that clocks show twice, joined. */
  readonly repeated: readonly string[];
  /** Intervals with a value at a time that clocks skip. */
  readonly skipped: readonly string[];
  /** Rows joined with another of the same time. */
  readonly joined: number;
  readonly notes: readonly string[];
}

/** Slots that all series together may have. */
const MOST_SLOTS = 20_000_000;
/** A hole longer than this in the middle of a series is taken for a wrong date. */
const LONGEST_HOLE_MINUTES = 3 * 366 * 1440;

/** Puts the rows of all series on one regular grid, or lists every row that does not fit. */
export function gridSeries(bySeries: ReadonlyMap<string, SeriesRows>, options: GridOptions): Gridded {
  const { issues, column, kind } = options;
  const sorted = [...bySeries].map(([name, rows]) => ({ name, ...sortRows(rows) }));
  const step = kind === 'steps' ? stepGrain(sorted) : (options.grainMinutes ?? commonGrain(sorted));
  if (step === null) {
    throw new InputFault([
      issue(
        'import.grain',
        `column ${column}`,
        'only one time a series',
        'at least two different times, or their interval named',
      ),
    ]);
  }
  const grain = kind === 'steps' ? step : nearestGrain(step, sorted, column);
  const clock: Clock =
    kind === 'steps' ? { kind: 'steps', periods: options.periods ?? [] } : { kind: 'wall', grainMinutes: grain };
  const notes: string[] = [];
  const filled = new Filling(options, clock, grain);
  const histories: History[] = [];
  let total = 0;
  for (const rows of sorted) {
    if (rows.unsorted) notes.push(`Rows of "${rows.name}" were not in order of time; they are sorted.`);
    if (!fits(rows, options, clock, grain)) continue;
    const start = rows.at[0]!;
    const slots = (rows.at[rows.at.length - 1]! - start) / grain + 1;
    total += slots;
    if (total > MOST_SLOTS)
      throw new InputFault([
        issue(
          'import.too-long',
          `series ${rows.name}`,
          `${Math.round(slots)} intervals`,
          `at most ${MOST_SLOTS} intervals over all series`,
        ),
      ]);
    histories.push(filled.fill(rows, slots));
  }
  issues.refuse('Nothing was imported');
  for (const { series, values } of histories) {
    if (!values.some((v) => !Number.isNaN(v)))
      throw new InputFault([
        issue('import.no-values', `series ${series}`, 'no value in any row', 'at least one count'),
      ]);
  }
  const absent = options.absent ?? (options.counted ? 'zero' : guessAbsent(histories));
  if (absent === 'zero') {
    for (const history of histories) fillAbsent(history, options.counted && options.absent === undefined);
    notes.push(absentNote(options));
  }
  const { repeated, skipped, joined } = filled;
  return { clock, histories, absent, repeated: [...repeated], skipped: [...skipped], joined, notes };
}

function absentNote({ absent, counted }: GridOptions): string {
  if (absent) return 'Intervals without a row are 0, as you said.';
  if (counted) return 'Intervals without a contact are 0 in hours of the week that ever had one, and closed otherwise.';
  return 'Intervals without a row lie where contacts are few and the file has no zeros: read as 0.';
}

/** Names the rows that lie off the grid, or years away from the others. */
function fits(rows: SortedRows & { name: string }, options: GridOptions, clock: Clock, grain: number): boolean {
  const { issues, kind, column } = options;
  const { at, line } = rows;
  const phase = commonPhase(at, grain);
  const allowed =
    kind === 'steps' ? `numbers ${grain} apart` : `times on the ${grainName(grain)} grid of the other rows`;
  const place = (i: number): string => `line ${line[i]}, column ${column}`;
  const shown = (i: number): string =>
    formatStamp(kind === 'steps' ? clock : { kind: 'wall', grainMinutes: 1 }, at[i]!);
  refuseHoles(at, kind, grain, (i, hole) =>
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
  return !off && issues.count === 0;
}

/** Fills slots from rows, joining or refusing those of one time. */
class Filling {
  readonly repeated = new Set<string>();
  readonly skipped = new Set<string>();
  joined = 0;

  constructor(
    private readonly options: GridOptions,
    private readonly clock: Clock,
    private readonly grain: number,
  ) {}

  fill(rows: SortedRows & { name: string }, slots: number): History {
    const { at, value, handled, work, name } = rows;
    const { options, clock, grain } = this;
    const empty = () => new Float64Array(slots).fill(Number.NaN);
    const values = empty();
    const handledBySlot = handled && empty();
    const workBySlot = work && empty();
    const taken = new Uint16Array(slots);
    const start = at[0]!;
    const watchesClock = clock.kind === 'wall' && grain < 1440;
    const shown = (i: number) =>
      formatStamp(clock.kind === 'steps' ? clock : { kind: 'wall', grainMinutes: 1 }, at[i]!);
    for (let i = 0; i < at.length; i++) {
      const slot = (at[i]! - start) / grain;
      taken[slot]! += 1;
      if (taken[slot] === 1) {
        values[slot] = value[i]!;
        if (handledBySlot) handledBySlot[slot] = handled[i]!;
        if (workBySlot) workBySlot[slot] = work[i]!;
        if (watchesClock && value[i]! > 0 && options.changes.isSkipped(at[i]!)) this.skipped.add(shown(i));
        continue;
      }
      const doubled =
        watchesClock && taken[slot] === 2 && options.changes.isRepeated(at[i]!) && wholeHourDoubled(at, i, grain);
      if (options.duplicates === 'refuse' && !doubled) {
        options.issues.add(
          issue(
            'import.duplicate',
            `line ${rows.line[i]}, column ${options.column}`,
            `a second row for ${shown(i)}${name === '' ? '' : ` of "${name}"`}`,
            'one row for each time of a series; or say whether duplicates are added up, averaged, or the first is kept',
          ),
        );
        continue;
      }
      if (doubled) this.repeated.add(shown(i));
      else this.joined += 1;
      const rule = doubled ? options.repeatedHour : (options.duplicates as Exclude<DuplicateRule, 'refuse'>);
      join(values, slot, value[i]!, rule, taken[slot]!);
      // Shares of one whole: a mean of counts is a mean of what was handled and of the work in it.
      if (handledBySlot) join(handledBySlot, slot, handled[i]!, rule, taken[slot]!);
      if (workBySlot) join(workBySlot, slot, work[i]!, rule, taken[slot]!);
    }
    const seconds = workBySlot && perContact(workBySlot, handledBySlot, values);
    return {
      series: name,
      clock,
      start,
      values,
      ...(handledBySlot?.some((v) => !Number.isNaN(v)) ? { handled: handledBySlot } : {}),
      ...(seconds ? { handleTimeSeconds: seconds } : {}),
    };
  }
}

function join(into: Float64Array, slot: number, value: number, rule: 'sum' | 'mean' | 'first', nth: number): void {
  if (rule === 'first' || Number.isNaN(value)) return;
  const before = into[slot]!;
  if (Number.isNaN(before)) into[slot] = value;
  else if (rule === 'sum') into[slot] = before + value;
  else into[slot] = (before * (nth - 1) + value) / nth;
}

/** Mean handle time by slot: seconds over contacts handled, or over all where that is not told. */
function perContact(work: Float64Array, handled: Float64Array | null, values: Float64Array): Float64Array {
  return work.map((seconds, slot) => {
    const contacts = handled && !Number.isNaN(handled[slot]) ? handled[slot]! : values[slot]!;
    return contacts > 0 && seconds > 0 ? seconds / contacts : Number.NaN;
  });
}

/** Writes 0 where no row is: everywhere, or in the slots of the week that ever had a contact. */
function fillAbsent({ values, start, clock }: History, inUsedHours: boolean): void {
  const grain = clock.kind === 'wall' ? clock.grainMinutes : 0;
  const week = grain > 0 && inUsedHours ? Math.max(1, Math.round(10_080 / grain)) : 0;
  if (week === 0) {
    for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) values[i] = 0;
    return;
  }
  const phase = Math.round(start / grain);
  const used = new Uint8Array(week);
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) used[(i + phase) % week] = 1;
  closeGaps(used, Math.max(1, Math.round(week / 7)));
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i]) && used[(i + phase) % week] === 1) values[i] = 0;
}

/** Marks what lies between the first and the last used slot of each day of the week. */
function closeGaps(used: Uint8Array, perDay: number): void {
  for (let day = 0; day < used.length; day += perDay) {
    const slots = used.subarray(day, day + perDay);
    const first = slots.indexOf(1);
    if (first >= 0) slots.fill(1, first, slots.lastIndexOf(1) + 1);
  }
}

/** Names the rows on the smaller side of a hole of years (or of a million steps). */
function refuseHoles(
  at: ArrayLike<number>,
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
