import { type Plan, planHash } from '../../plan';
import { type ContactTally, runReplications } from '../../simulate';
import { type Estimate, ratioEstimate } from '../../stats';
import { checkpoint, InputFault, type Issue, issue, type RunControl } from '../../units';
import { targetLabel } from '../labels';
import { partOf } from '../prepared-plan';
import { type Provenance, provenance } from '../provenance';
import type { TargetLabel } from '../results';
import {
  type ContactFigures,
  contactFigures,
  type DailyLevels,
  dailyLevels,
  type FlowFigures,
  flowFigures,
} from './contact-figures';
import { type ContactWindowOptions, contactWindow } from './contact-window';

export interface SimulateContactsOptions extends ContactWindowOptions {
  /** Independent repetitions, 1 to 10,000; 20 unless given. */
  readonly replications?: number | undefined;
  /** Number of the first of them; 0 unless given. Ranges that were run apart can be put together. */
  readonly firstReplication?: number | undefined;
  /** Points of service level: no more are run once the interval of the whole reaches no further to either side. */
  readonly precisionPoints?: number | undefined;
  /** Part of the smallest daily variation that all streams share, 0 to 1; 0, each its own luck, unless given. */
  readonly commonVariation?: number | undefined;
}

/** Some days of a plan, contact by contact. */
export interface ContactsAnswer {
  readonly days: readonly string[];
  readonly seed: number;
  /** Numbers of the replications that the figures rest on. */
  readonly replications: number;
  /** Contacts simulated in all of them, the days of warming up included. */
  readonly contacts: number;
  readonly total: ContactFigures;
  /** The flow model's answer for the same days. */
  readonly flow: FlowFigures;
  readonly daily: DailyLevels;
  readonly streams: readonly {
    readonly id: string;
    readonly name: string;
    readonly channel: string;
    readonly target: TargetLabel;
    readonly figures: ContactFigures;
    readonly flow: FlowFigures;
    readonly daily: DailyLevels;
  }[];
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly site: string;
    /** Over the days: hours on duty, share of them on contacts, contacts answered. */
    readonly hours: Estimate;
    readonly occupancy: Estimate;
    readonly answered: Estimate;
  }[];
  /** Counts of each replication, from which every figure follows. */
  readonly samples: readonly ContactTally[];
  readonly provenance: Provenance;
}

/** Replications before an interval is believed enough to stop. */
const FEWEST = 5;

/**
 * Simulates some days of a plan contact by contact, as it is or under disruptions, and says how sure it is.
 *
 * Use where what happens within an interval matters, and to check flow's answer for a week that counts: its figures stand
 * beside. Days before the first are run to warm up. Replications share luck with those of other scenarios of the same
 * seed; ranges of them can be run anywhere and put together with `joinContacts`.
 *
 * Units and range: see the options. Errors: `InputFault`. Cost: about 1 µs a contact and replication.
 *
 * @example simulateContacts(plan, { from: '2027-03-15', days: 7, disruptions: ['lockdown'], replications: 20, seed: 7 })
 */
export function simulateContacts(
  plan: Plan,
  options: SimulateContactsOptions = {},
  control?: RunControl,
): ContactsAnswer {
  checkOptions(options);
  const { replications = 20, firstReplication = 0, precisionPoints, commonVariation = 0 } = options;
  const window = contactWindow(plan, options, partOf(control, 0, 0.1));
  const { contacts, seed, flow, days, warnings, plan: simulated } = window;
  const isNarrow = (samples: readonly ContactTally[]) => isEnough(simulated.streams.length, samples, precisionPoints);
  const range = { seed, first: firstReplication, count: replications, commonVariation };
  const samples = runReplications(contacts.model, contacts.dayStarts, range, partOf(control, 0.1, 1), isNarrow);
  checkpoint(control, 1, 'done');
  const byFlow = (streams: readonly number[]) => flowFigures(flow, streams, contacts.firstDay, days.length);
  return {
    days,
    seed,
    ...wholeOf(simulated.streams.length, simulated.teams, samples),
    flow: byFlow(simulated.streams.map((_, at) => at)),
    streams: simulated.streams.map((stream, at) => ({
      id: stream.id,
      name: stream.name,
      channel: stream.channel,
      target: targetLabel(stream),
      ...streamOf(samples, at),
      flow: byFlow([at]),
    })),
    provenance: provenance(METHOD, { planHash: planHash(plan), seed, warnings }),
  };
}

const METHOD =
  'contacts: every contact by itself, with skills, priorities, patience and what customers do next; days of warming up before; 95 % intervals by Student’s t over replications';

/**
 * Puts answers about the same days together that rest on different replications.
 *
 * Figures are those of one run over all of them. What both have counts once.
 */
export function joinContacts(one: ContactsAnswer, other: ContactsAnswer): ContactsAnswer {
  const known = new Set(one.samples.map(({ replication }) => replication));
  const more = other.samples.filter(({ replication }) => !known.has(replication));
  return restOn(
    one,
    [...one.samples, ...more].sort((a, b) => a.replication - b.replication),
  );
}

/** An answer as it is when it rests on other replications. */
export function restOn(one: ContactsAnswer, samples: readonly ContactTally[]): ContactsAnswer {
  return {
    ...one,
    ...wholeOf(one.streams.length, one.teams, samples),
    streams: one.streams.map((stream, at) => ({ ...stream, ...streamOf(samples, at) })),
  };
}

function streamOf(samples: readonly ContactTally[], at: number) {
  return { figures: contactFigures(samples, [at]), daily: dailyLevels(samples, [at]) };
}

function wholeOf(streams: number, teams: readonly NamedTeam[], samples: readonly ContactTally[]) {
  const all = Array.from({ length: streams }, (_, at) => at);
  return {
    replications: samples.length,
    contacts: samples.reduce((sum, tally) => sum + tally.contacts, 0),
    total: contactFigures(samples, all),
    daily: dailyLevels(samples, all),
    teams: teams.map((team, at) => teamOf(samples, team, at)),
    samples,
  };
}

type NamedTeam = Pick<Plan['teams'][number], 'id' | 'name' | 'site'>;

function teamOf(samples: readonly ContactTally[], { id, name, site }: NamedTeam, at: number) {
  const sum = (field: 'groupHours' | 'groupBusyHours' | 'groupAnswered') =>
    samples.map((tally) => tally[field].subarray(at * tally.days, (at + 1) * tally.days).reduce((a, b) => a + b, 0));
  const each = new Array<number>(samples.length).fill(1);
  const hours = sum('groupHours');
  return {
    id,
    name,
    site,
    hours: ratioEstimate(hours, each, Number.POSITIVE_INFINITY),
    occupancy: ratioEstimate(sum('groupBusyHours'), hours, 1),
    answered: ratioEstimate(sum('groupAnswered'), each, Number.POSITIVE_INFINITY),
  };
}

/** Whether the interval of the whole's service level reaches no further than wanted to either side of its mean. */
export function isEnough(streams: number, samples: readonly ContactTally[], points: number | undefined): boolean {
  if (points === undefined || samples.length < FEWEST) return false;
  const all = Array.from({ length: streams }, (_, at) => at);
  const { mean, lo95, hi95 } = contactFigures(samples, all).serviceLevel;
  return Math.max(mean - lo95, hi95 - mean) <= points / 100;
}

export function checkOptions(options: SimulateContactsOptions): void {
  const issues: Issue[] = [];
  const check = (name: keyof SimulateContactsOptions, low: number, high: number, whole: boolean) => {
    const value = options[name];
    if (value === undefined) return;
    const fits = typeof value === 'number' && value >= low && value <= high && (!whole || Number.isInteger(value));
    if (!fits)
      issues.push(
        issue('simulate.out-of-range', name, value, `a ${whole ? 'whole ' : ''}number from ${low} to ${high}`),
      );
  };
  check('replications', 1, 10_000, true);
  check('firstReplication', 0, 1e9, true);
  check('precisionPoints', 0.001, 100, false);
  check('commonVariation', 0, 1, false);
  if (issues.length > 0) throw new InputFault(issues);
}
