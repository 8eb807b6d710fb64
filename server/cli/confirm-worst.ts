import {
  type ConfirmAnswer,
  confirmOutages,
  type NamedNode,
  type PairSweepAnswer,
  type SweepAnswer,
} from '../../engine/answers';
import type { Plan } from '../../engine/plan';
import type { RunControl } from '../../engine/units';
import type { Cell } from './csv';

/** How the worst are confirmed. */
export interface ConfirmChoice {
  readonly count: number;
  readonly replications: number | undefined;
  readonly seed: number | undefined;
}

/** Simulates the worst outages and pairs, the same ones that the screen takes. */
export function confirmWorst(
  plan: Plan,
  swept: SweepAnswer | null,
  paired: PairSweepAnswer | null,
  { count, replications, seed }: ConfirmChoice,
  control: RunControl | undefined,
): ConfirmAnswer {
  // What fails with one that loses more, such as a site within its metro, is left to that one.
  const alone = (swept?.rows ?? []).filter(({ within }) => within === null).slice(0, count);
  const both = (paired?.pairs ?? []).slice(0, count);
  const named = ({ dimension, member }: NamedNode) => ({ dimension, member });
  const targets = [
    ...alone.map((row) => [named(row)]),
    ...both.map(({ nodes }) => nodes.map((at) => named(paired!.nodes[at]!))),
  ];
  const startDate = (swept ?? paired)?.startDate;
  return confirmOutages(plan, { startDate, targets, replications, seed }, control);
}

export const CONFIRM_COLUMNS = [
  ...['dimension_1', 'member_1', 'dimension_2', 'member_2', 'start', 'days', 'replications'],
  ...['contacts_lost_flow', 'contacts_lost', 'contacts_lost_lo95', 'contacts_lost_hi95'],
  ...['service_level_flow', 'service_level', 'service_level_lo95', 'service_level_hi95'],
];

export function* confirmRows({ startDate, days, replications, rows }: ConfirmAnswer): Iterable<Cell[]> {
  for (const { nodes, flow, contacts } of rows) {
    const [one, other] = nodes;
    const { contactsLost: lost, serviceLevel: level } = contacts;
    yield [
      ...[one?.dimension ?? null, one?.member ?? null, other?.dimension ?? null, other?.member ?? null],
      ...[startDate, days, replications, flow.contactsLost, lost.mean, lost.lo95, lost.hi95],
      ...[flow.serviceLevel, level.mean, level.lo95, level.hi95],
    ];
  }
}
