import type { Plan } from '../../plan';
import { errorsOf, FIGURES, type TableEntry, type TableJob } from '../../risk';
import type { RunControl } from '../../units';
import { joinRisk, replaceYears } from './join-risk';
import { readRisk, riskTableJobs, runRiskTable } from './read-risk';
import { type CheckedRisk, checkedRisk, type RiskOptions } from './risk-options';
import { riskReport } from './risk-report';
import type { RiskAnswer } from './risk-results';
import { type RiskSample, sampleRisk } from './risk-sample';
import { splitAsRead } from './split-as-read';

/**
 * A study of sampled years: what is asked, and how much of it is run in full.
 *
 * Events that come together are divided by Shapley's value where every year is run, and by what each costs alone where years are read.
 */
export interface RiskStudy extends Omit<RiskOptions, 'only' | 'firstYear'> {
  /** Runs every year, however many; without it more than `READ_ABOVE` are read from a table. */
  readonly full?: boolean | undefined;
  /** Of years that are read: so many of the first, and so many of those that lose most, are run in full as well. */
  readonly first?: number | undefined;
  readonly worst?: number | undefined;
}

/** Something to be done for a study, by whoever is free. */
export type RiskPart =
  /** Years run in full: the first ones, or those that lose most as they are read. */
  | { readonly kind: 'first' | 'worst'; readonly options: RiskOptions }
  /** Runs of the table that years are read from. */
  | { readonly kind: 'table'; readonly options: RiskOptions; readonly jobs: readonly TableJob[] }
  | { readonly kind: 'read'; readonly options: RiskOptions; readonly entries: readonly TableEntry[] };

/** What the parts of a study found so far, put together. */
export interface RiskFindings {
  readonly first: RiskSample | null;
  readonly worst: RiskSample | null;
  readonly read: RiskSample | null;
  readonly entries: readonly TableEntry[];
}

/** More years than these are read from a table unless all are wanted in full: about as many take as long as the table. */
export const READ_ABOVE = 500;
/** Years run in full where the rest is read: at first, which show how far reading is off, and of the worst. */
export const RUN_FIRST = 100;
export const RUN_WORST = 50;
/** Years of a part that is run, and of one that is read. */
const RUN_PART = 10;
const READ_PART = 2500;

const NOTHING: RiskFindings = { first: null, worst: null, read: null, entries: [] };

/** Works on one part. Errors: `InputFault` for options out of bounds. */
export function workOnRisk(plan: Plan, part: RiskPart, control?: RunControl): RiskFindings {
  if (part.kind === 'table') return { ...NOTHING, entries: runRiskTable(plan, part.options, part.jobs, control) };
  if (part.kind === 'read') return { ...NOTHING, read: readRisk(plan, part.options, part.entries, control) };
  return { ...NOTHING, [part.kind]: sampleRisk(plan, part.options, control) };
}

/** What two parts found, whatever order they come in. */
export function joinFindings(one: RiskFindings, other: RiskFindings): RiskFindings {
  const join = (a: RiskSample | null, b: RiskSample | null) => (a && b ? joinRisk(a, b) : (a ?? b));
  return {
    first: join(one.first, other.first),
    worst: join(one.worst, other.worst),
    read: join(one.read, other.read),
    entries: [...one.entries, ...other.entries],
  };
}

/**
 * What is still to be done for a study after what has been found; nothing is left once it is complete.
 *
 * In rounds, since the worst years are known only when all have been read: years in full and the table, then reading, then the worst in
 * full. Whoever works on the parts, in whatever order, finds the same. Cost: two draws a year.
 */
export function riskParts(plan: Plan, study: RiskStudy, found: RiskFindings = NOTHING): RiskPart[] {
  const { full: _full, first: _first, worst: _worst, ...options } = study;
  const checked = checkedRisk(plan, options);
  const { years, apartYears } = checked;
  const fairShares = options.fairShares ?? !isRead(study, years);
  const run = (kind: 'first' | 'worst', apart: number, wanted: readonly number[], there: RiskSample | null) =>
    byPressure(missing(wanted, there), checked).map(
      (only): RiskPart => ({ kind, options: { ...options, fairShares, apartYears: apart, only } }),
    );
  if (!isRead(study, years)) return run('first', apartYears, checked.numbers, found.first);
  const wanted = { ...options, years, apartYears };
  const opening = [...run('first', 0, firstOf(study, years), found.first), ...tableParts(plan, wanted, found)];
  if (opening.length > 0) return opening;
  const unread = readParts(wanted, years, found);
  if (unread.length > 0) return unread;
  return run('worst', 0, worstOf(study, found), found.worst);
}

/** The answer from what has been found so far; null while there is no year yet. */
export function riskAnswer(plan: Plan, found: RiskFindings): RiskAnswer | null {
  const years = yearsFound(found);
  const { first, worst, read } = found;
  return years && riskReport(plan, years, read ? { read, first, worst } : undefined);
}

/** Every year of a study, those run in full in place of those read. */
export function yearsFound({ first, worst, read }: RiskFindings): RiskSample | null {
  if (!read) return first;
  const run = first && worst ? joinRisk(first, worst) : (first ?? worst);
  return run ? replaceYears(read, splitAsRead(run, read)) : read;
}

const isRead = ({ full }: RiskStudy, years: number): boolean => !full && years > READ_ABOVE;

const firstOf = ({ first = RUN_FIRST }: RiskStudy, years: number): number[] =>
  Array.from({ length: Math.min(first, years) }, (_, at) => at);

/** The years that lose most contacts as they are read, but for the first ones, which are run anyway. */
function worstOf(study: RiskStudy, { read }: RiskFindings): number[] {
  if (!read) return [];
  const { worst = RUN_WORST, first = RUN_FIRST } = study;
  const lost = (at: number) => read.totals[at * FIGURES]!;
  return Array.from(read.years.keys())
    .sort((a, b) => lost(b) - lost(a) || a - b)
    .slice(0, worst)
    .map((at) => read.years[at]!)
    .filter((year) => year >= first)
    .sort((a, b) => a - b);
}

function missing(years: readonly number[], found: RiskSample | null): number[] {
  const there = new Set(found?.years);
  return years.filter((year) => !there.has(year));
}

/**
 * Years in parts of a few, in turn from those of low and of high pressure: two workers that take every other part make the plan ready
 * for half of the levels each, and what is there so far is even.
 */
function byPressure(years: readonly number[], checked: CheckedRisk): number[][] {
  const pressure = (year: number) => {
    const { demand, people } = errorsOf(checked, year);
    return demand / people;
  };
  const sorted = years.map((year) => ({ year, at: pressure(year) })).sort((a, b) => a.at - b.at || a.year - b.year);
  const halves = [sorted.slice(0, sorted.length >> 1), sorted.slice(sorted.length >> 1)].map((half) =>
    pieces(
      half.map(({ year }) => year).sort((a, b) => a - b),
      RUN_PART,
    ),
  );
  return halves[1]!.flatMap((high, at) => [...(halves[0]![at] ? [halves[0]![at]] : []), high]);
}

function tableParts(plan: Plan, options: RiskOptions, { entries }: RiskFindings): RiskPart[] {
  const keyOf = ({ hazard, site, pressure }: TableJob) => `${hazard} ${site} ${pressure}`;
  const there = new Set(entries.map(keyOf));
  return riskTableJobs(plan, options)
    .filter((job) => !there.has(keyOf(job)))
    .map((job) => ({ kind: 'table', options, jobs: [job] }));
}

function readParts(options: RiskOptions, years: number, { read, entries }: RiskFindings): RiskPart[] {
  const there = new Set(read?.years);
  const parts: RiskPart[] = [];
  for (let firstYear = 0; firstYear < years; firstYear += READ_PART) {
    if (there.has(firstYear)) continue;
    parts.push({
      kind: 'read',
      options: { ...options, firstYear, years: Math.min(READ_PART, years - firstYear) },
      entries,
    });
  }
  return parts;
}

function pieces(years: readonly number[], length: number): number[][] {
  return Array.from({ length: Math.ceil(years.length / length) }, (_, at) =>
    years.slice(at * length, (at + 1) * length),
  );
}
