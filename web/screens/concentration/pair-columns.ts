import type { PairSweepAnswer } from '../../../engine/answers';
import { formatCount, memberLabel, signed } from '../../format';
import type { Column } from '../../ui';
import { backlogColumn, lostColumn, recoverColumn, worstDayColumn, worthColumn } from './impact-columns';

type Pair = PairSweepAnswer['pairs'][number];

function namesOf({ nodes }: PairSweepAnswer) {
  const names = nodes.map(({ dimension, member, label }) => memberLabel(dimension, member, label));
  return ({ nodes: [a, b] }: Pair) => [names[a] ?? '', names[b] ?? ''] as const;
}

/** The pairs as a table on screen. */
export function pairColumns(answer: PairSweepAnswer, currency: string): Column<Pair>[] {
  const both = namesOf(answer);
  const written = (pair: Pair) => both(pair).join(' and ');
  return [
    { key: 'pair', label: 'Without', sortBy: written, render: written },
    lostColumn(),
    {
      key: 'beyond',
      label: 'Beyond the sum',
      hint: 'Contacts lost together beyond those lost when each fails alone: what they would have covered for each other; below zero where both stand on the same people',
      numeric: true,
      sortBy: (pair) => pair.lostBeyondSum,
      render: (pair) => signed(pair.lostBeyondSum, formatCount),
    },
    worstDayColumn(),
    recoverColumn(),
    backlogColumn(),
    worthColumn(currency),
  ];
}

/** The pairs in full, for a file. */
export function pairCells(answer: PairSweepAnswer) {
  const both = namesOf(answer);
  return [
    [
      ...['name_1', 'name_2', 'contacts_lost', 'lost_beyond_sum', 'worst_service_level', 'days_to_recover'],
      ...['backlog_peak', 'cost', 'customers_at_risk', 'value_at_risk'],
    ],
    ...answer.pairs.map((pair) => [
      ...both(pair),
      pair.impact.contactsLost,
      pair.lostBeyondSum,
      pair.impact.worstServiceLevel,
      pair.impact.daysToRecover,
      pair.impact.backlogPeak,
      pair.impact.cost,
      pair.impact.customersAtRisk,
      pair.impact.valueAtRisk,
    ]),
  ];
}
