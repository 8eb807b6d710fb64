import type { Plan } from '../../plan';
import {
  STREAM_COUNT as C,
  type ContactTally,
  type FlowRecords,
  planContacts,
  runDisturbed,
  runReplications,
  STREAM_COUNTS,
} from '../../simulate';
import { type Estimate, pairedDifference, ratioEstimate } from '../../stats';
import { checkpoint, InputFault, issue, type RunControl } from '../../units';
import { type PreparedPlan, partOf, preparePlan } from '../prepared-plan';
import { type Provenance, provenance } from '../provenance';
import { Recent } from '../recent';
import type { Dimension } from '../results';
import { type OutageNode, outageNodes, outageStart, removal } from './outage';

/** A node by its name, such as a metro. */
export interface NamedNode {
  readonly dimension: Dimension;
  readonly member: string;
}

export interface ConfirmOptions {
  /** First day of every outage; as in the sweep when not given. */
  readonly startDate?: string | undefined;
  /** What is taken out: one node, or several that fail together. */
  readonly targets: readonly (readonly NamedNode[])[];
  /** Days simulated from the outage's first, 1 to 28; 14 unless given. */
  readonly days?: number | undefined;
  /** Runs with other luck, 2 to 1,000; 5 unless given. */
  readonly replications?: number | undefined;
  readonly seed?: number | undefined;
}

/** One outage over its first days: by flow, and contact by contact with 95 % intervals. */
export interface ConfirmedOutage {
  readonly nodes: readonly (NamedNode & { readonly label: string; readonly days: number })[];
  /** Contacts lost for good beyond the undisturbed plan, and share served within target, over the days simulated. */
  readonly flow: { readonly contactsLost: number; readonly serviceLevel: number | null };
  readonly contacts: { readonly contactsLost: Estimate; readonly serviceLevel: Estimate };
}

export interface ConfirmAnswer {
  readonly startDate: string;
  readonly days: number;
  readonly replications: number;
  readonly seed: number;
  /** In the order asked for. */
  readonly rows: readonly ConfirmedOutage[];
  readonly provenance: Provenance;
}

const METHOD =
  'contacts: every contact by itself, undisturbed and without the nodes under the same luck; 95 % intervals by Student’s t over replications, paired';

/**
 * Runs outages contact by contact and puts the answer beside flow's, for the same days.
 *
 * Use for the few worst of `sweepOutages` and `sweepPairs`: whether their loss is what flow says. Losses are paired
 * differences: each replication runs undisturbed and disturbed with the same luck. Outages that last longer than the days
 * are compared over these days alone. Errors: `InputFault`. Cost: about 1 µs a contact, replication and outage, and the
 * undisturbed plan's once more.
 *
 * @example confirmOutages(plan, { targets: [[{ dimension: 'metro', member: 'Metro Manila' }]], replications: 10 })
 */
export function confirmOutages(plan: Plan, options: ConfirmOptions, control?: RunControl): ConfirmAnswer {
  const { replications = 5, seed = 1 } = options;
  const ready = preparePlan(plan, partOf(control, 0, 0.05));
  const startDay = outageStart(ready, options.startDate);
  const days = Math.min(options.days ?? USUAL_DAYS, ready.network.days.length - startDay);
  checkOptions(options);
  const targets = namedTargets(ready, options.targets);
  const window: Window = { ready, startDay, days, replications, seed };
  const parts = targets.length + 1;
  const part = (at: number) => partOf(control, 0.05 + (0.95 * at) / parts, 0.05 + (0.95 * (at + 1)) / parts);
  const base = undisturbedTallies(window, part(0));
  const rows = targets.map((nodes, at) => confirmed(window, nodes, base, part(at + 1)));
  checkpoint(control, 1, 'done');
  return {
    startDate: ready.network.days[startDay]!,
    days,
    replications,
    seed,
    rows,
    provenance: provenance(METHOD, { planHash: ready.hash, seed }),
  };
}

/** Answers about different outages of the same study, put together. */
export function joinConfirmed(one: ConfirmAnswer, other: ConfirmAnswer): ConfirmAnswer {
  const known = new Set(one.rows.map(keyOf));
  return { ...one, rows: [...one.rows, ...other.rows.filter((row) => !known.has(keyOf(row)))] };
}

const keyOf = ({ nodes }: ConfirmedOutage) => JSON.stringify(nodes.map(({ dimension, member }) => [dimension, member]));

const USUAL_DAYS = 14;

interface Window {
  readonly ready: PreparedPlan;
  readonly startDay: number;
  readonly days: number;
  readonly replications: number;
  readonly seed: number;
}

/** Undisturbed runs by footprint, days and luck: every outage of a study is compared with the same. */
const undisturbed = new Recent<readonly ContactTally[]>(4);

function undisturbedTallies(window: Window, control: RunControl | undefined): readonly ContactTally[] {
  const { ready, startDay, days, replications, seed } = window;
  return undisturbed.of(`${ready.groundKey} ${startDay} ${days} ${replications} ${seed}`, () => {
    const contacts = planContacts(ready.network, { fromDay: startDay, days, flow: ready.records });
    return runReplications(contacts.model, contacts.dayStarts, { seed, first: 0, count: replications }, control);
  });
}

function confirmed(
  { ready, startDay, days, replications, seed }: Window,
  nodes: readonly OutageNode[],
  base: readonly ContactTally[],
  control: RunControl | undefined,
): ConfirmedOutage {
  const { network } = ready;
  const modifiers = removal(network, nodes, startDay);
  const lastWeek = Math.floor((startDay + days - 1) / 7);
  const { records } = runDisturbed(network, ready.undisturbed, modifiers, { lastWeek });
  const contacts = planContacts(network, { fromDay: startDay, days, modifiers, flow: records });
  const range = { seed, first: 0, count: replications };
  const hit = runReplications(contacts.model, contacts.dayStarts, range, control);
  const byFlow = (flow: FlowRecords, count: number) => flowSum(flow, count, startDay, days);
  const judged = byFlow(records, C.judged);
  const of = (tallies: readonly ContactTally[], count: number) => tallies.map((tally) => tallySum(tally, count));
  return {
    nodes: nodes.map(({ dimension, member, label, days: out }) => ({ dimension, member, label, days: out })),
    flow: {
      contactsLost: byFlow(records, C.lost) - byFlow(ready.records, C.lost),
      serviceLevel: judged > 1e-9 ? byFlow(records, C.withinTarget) / judged : null,
    },
    contacts: {
      contactsLost: pairedDifference(of(hit, C.lost), of(base, C.lost)),
      serviceLevel: ratioEstimate(of(hit, C.withinTarget), of(hit, C.judged), 1),
    },
  };
}

function tallySum({ streams }: ContactTally, count: number): number {
  let sum = 0;
  for (let at = count; at < streams.length; at += STREAM_COUNTS) sum += streams[at]!;
  return sum;
}

function flowSum(flow: FlowRecords, count: number, from: number, days: number): number {
  const streams = flow.streams.length / (flow.days * STREAM_COUNTS);
  let sum = 0;
  for (let stream = 0; stream < streams; stream++) {
    for (let day = from; day < from + days; day++)
      sum += flow.streams[(stream * flow.days + day) * STREAM_COUNTS + count]!;
  }
  return sum;
}

function namedTargets(ready: PreparedPlan, targets: ConfirmOptions['targets']): OutageNode[][] {
  const known = outageNodes(ready);
  return targets.map((nodes, at) =>
    nodes.map(({ dimension, member }) => {
      const found = known.find((node) => node.dimension === dimension && node.member === member);
      if (found) return found;
      const some = known.filter((node) => node.dimension === dimension).map((node) => node.member);
      throw new InputFault([
        issue('confirm.unknown-node', `targets[${at}]`, `${dimension} ${member}`, `a ${dimension}: ${some.join(', ')}`),
      ]);
    }),
  );
}

function checkOptions({ days, replications, seed }: ConfirmOptions): void {
  const bounds = [
    ['days', days, 1, 28],
    ['replications', replications, 2, 1000],
    ['seed', seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ] as const;
  const issues = bounds.flatMap(([name, value, low, high]) =>
    value === undefined || (Number.isInteger(value) && value >= low && value <= high)
      ? []
      : [issue('confirm.out-of-range', name, value, `a whole number from ${low} to ${high}`)],
  );
  if (issues.length > 0) throw new InputFault(issues);
}
