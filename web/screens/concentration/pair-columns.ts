import type { PairSweepAnswer } from '../../../engine/answers';
import { formatCount, formatDays, formatMoney, formatShare, memberLabel, signed } from '../../format';
import type { Column } from '../../ui';

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
    {
      key: 'lost',
      label: 'Contacts lost',
      hint: 'Lost for good, beyond the undisturbed plan',
      numeric: true,
      sortBy: (pair) => pair.impact.contactsLost,
      render: (pair) => formatCount(pair.impact.contactsLost),
    },
    {
      key: 'beyond',
      label: 'Beyond the sum',
      hint: 'Contacts lost together beyond those lost when each fails alone: what they would have covered for each other; below zero where both stand on the same people',
      numeric: true,
      sortBy: (pair) => pair.lostBeyondSum,
      render: (pair) => signed(pair.lostBeyondSum, formatCount),
    },
    {
      key: 'worst',
      label: 'Worst day',
      hint: 'Lowest daily share served within target',
      numeric: true,
      sortBy: (pair) => pair.impact.worstServiceLevel,
      render: (pair) => formatShare(pair.impact.worstServiceLevel),
    },
    {
      key: 'recover',
      label: 'Back after',
      hint: 'Days until service stays within two points of the plan',
      numeric: true,
      sortBy: (pair) => pair.impact.daysToRecover,
      render: (pair) =>
        pair.impact.daysToRecover === null
          ? `over ${formatDays(pair.lookedAtDays)}`
          : formatDays(pair.impact.daysToRecover),
    },
    {
      key: 'backlog',
      label: 'Backlog peak',
      numeric: true,
      sortBy: (pair) => pair.impact.backlogPeak,
      render: (pair) => formatCount(pair.impact.backlogPeak),
    },
    {
      key: 'value',
      label: 'Worth',
      hint: 'Value of the customers at risk',
      numeric: true,
      sortBy: (pair) => pair.impact.valueAtRisk,
      render: (pair) => formatMoney(pair.impact.valueAtRisk, currency),
    },
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
