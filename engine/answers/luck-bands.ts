import { addDays, dayNumber } from '../calendar';
import { combineEffects, noModifiers, withBusyDays } from '../disruption';
import type { Plan } from '../plan';
import { STREAM_COUNT as C, type FlowRecords, runDisturbed, STREAM_COUNTS } from '../simulate';
import { checkpoint, InputFault, issue, type RunControl } from '../units';
import { preparePlan } from './prepared-plan';
import { type Provenance, provenance } from './provenance';
import { disruptionSpan } from './stress-plan';

export interface LuckOptions {
  readonly disruption: string;
  /** Last day looked at; two weeks after the last effect when absent. */
  readonly until?: string | undefined;
  readonly replications?: number | undefined;
  readonly seed?: number | undefined;
}

/** A figure's tenth and ninetieth percentile over replications, a value a day. */
export interface LuckBand {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface LuckAnswer {
  /** Dates of the days that the bands are for. */
  readonly days: readonly string[];
  readonly replications: number;
  readonly base: Readonly<Record<LuckFigure, LuckBand>>;
  readonly hit: Readonly<Record<LuckFigure, LuckBand>>;
  /** Contacts lost beyond the plan's own in these days: percentiles over replications, each against its own base. */
  readonly contactsLost: { readonly low: number; readonly median: number; readonly high: number };
  readonly provenance: Provenance;
}

type LuckFigure = 'serviceLevel' | 'backlog' | 'abandonment';
const FIGURES = ['serviceLevel', 'backlog', 'abandonment'] as const satisfies readonly LuckFigure[];
const REPLICATIONS = 16;
const AFTERMATH_DAYS = 14;
const LOW = 0.1;

/**
 * What the luck of busy and quiet days makes of a plan with and without a disruption: bands from the tenth to the
 * ninetieth percentile, day by day.
 *
 * Every replication draws how busy each day is, by the streams' own variation, and runs the plan with and without the
 * disruption on the same days. Handle times and absence don't vary; bands are of days, not of single contacts.
 *
 * Errors: `InputFault` for a disruption that the plan doesn't have. Cost: two runs of the disturbed weeks a replication.
 */
export function luckBands(plan: Plan, options: LuckOptions, control?: RunControl): LuckAnswer {
  const disruption = plan.disruptions.find(({ id }) => id === options.disruption);
  if (!disruption) {
    const known = plan.disruptions.map(({ id }) => id).join(', ') || 'none';
    throw new InputFault([
      issue('luck.unknown-disruption', 'disruption', options.disruption, `a disruption of this plan: ${known}`),
    ]);
  }
  const { replications = REPLICATIONS, seed = 1 } = options;
  const ready = preparePlan(plan);
  const { network, undisturbed } = ready;
  const { grid } = network;
  const { startDate, endDate } = disruptionSpan([disruption])!;
  const last = network.days.length - 1;
  const dayOf = (date: string) => Math.min(last, Math.max(0, dayNumber(date) - grid.startDay));
  const from = Math.floor(dayOf(startDate) / 7) * 7;
  const to = Math.max(from, dayOf(options.until ?? addDays(endDate, AFTERMATH_DAYS)));
  const count = to - from + 1;
  const columns = () => Object.fromEntries(FIGURES.map((figure) => [figure, emptyRuns(replications, count)])) as Runs;
  const [base, hit] = [columns(), columns()];
  const lost = new Float64Array(replications);
  const struck = combineEffects(plan, grid, network.origins, [disruption]);
  const nothing = noModifiers(plan, grid);
  for (let replication = 0; replication < replications; replication++) {
    checkpoint(control, replication / replications, `luck ${replication + 1} of ${replications}`);
    const luck = { seed, replication };
    const run = (modifiers: typeof struck) =>
      runDisturbed(network, undisturbed, withBusyDays(plan, grid, modifiers, { from, to }, luck), {
        lastWeek: Math.floor(to / 7),
        control: control && { shouldStop: control.shouldStop },
      }).records;
    const left = note(base, run(nothing), replication, from, to);
    lost[replication] = note(hit, run(struck), replication, from, to) - left;
  }
  checkpoint(control, 1, 'done');
  const sorted = lost.sort();
  return {
    days: network.days.slice(from, to + 1),
    replications,
    base: bandsOf(base),
    hit: bandsOf(hit),
    contactsLost: { low: quantile(sorted, LOW), median: quantile(sorted, 0.5), high: quantile(sorted, 1 - LOW) },
    provenance: provenance('flow on days of drawn busyness, the same for the plan with and without the disruption', {
      planHash: ready.hash,
      seed,
    }),
  };
}

/** By figure and day: a value a replication. */
type Runs = Record<LuckFigure, Float64Array[]>;

const emptyRuns = (replications: number, days: number) =>
  Array.from({ length: days }, () => new Float64Array(replications));

/** Notes a run's days; returns the contacts lost in them. */
function note(into: Runs, records: FlowRecords, replication: number, from: number, to: number): number {
  const streams = records.streams.length / (records.days * STREAM_COUNTS);
  let lost = 0;
  for (let day = from; day <= to; day++) {
    const sum = (count: number) => {
      let all = 0;
      for (let at = 0; at < streams; at++) all += records.streams[(at * records.days + day) * STREAM_COUNTS + count]!;
      return all;
    };
    const row = day - from;
    into.serviceLevel[row]![replication] = share(sum(C.withinTarget), sum(C.judged));
    into.abandonment[row]![replication] = share(sum(C.abandoned), sum(C.offered) + sum(C.redials));
    into.backlog[row]![replication] = sum(C.backlog);
    lost += sum(C.lost);
  }
  return lost;
}

const share = (part: number, whole: number): number => (whole > 1e-9 ? part / whole : Number.NaN);

function bandsOf(runs: Runs): Record<LuckFigure, LuckBand> {
  const band = (days: readonly Float64Array[]): LuckBand => {
    const sorted = days.map((values) => values.slice().sort());
    return {
      low: Float64Array.from(sorted, (values) => quantile(values, LOW)),
      high: Float64Array.from(sorted, (values) => quantile(values, 1 - LOW)),
    };
  };
  return Object.fromEntries(FIGURES.map((figure) => [figure, band(runs[figure])])) as Record<LuckFigure, LuckBand>;
}

/** Between the two nearest of sorted values. */
function quantile(sorted: Float64Array, probability: number): number {
  const at = (sorted.length - 1) * probability;
  const below = Math.floor(at);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (at - below);
}
