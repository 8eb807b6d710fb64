import { Link } from 'wouter';
import type { DecisionAnswer, TriedMove } from '../../../engine/answers';
import { formatChange, formatCount, formatMoney, formatPoints, formatShare } from '../../format';
import type { Column } from '../../ui';
import { mixAddress } from './mix-address';

/** The moves that were tried, beside today's footprint. */
export function decisionColumns(currency: string, planId: string, answer: DecisionAnswer | null): Column<TriedMove>[] {
  const today = answer?.today;
  const lostToday = (today?.lostUndisturbed ?? 0) + (answer?.node?.lost ?? 0);
  return [
    {
      key: 'name',
      label: 'Move',
      sortBy: ({ name }) => name,
      render: ({ name, move }) => <Link href={mixAddress(planId, move)}>{name}</Link>,
    },
    {
      key: 'streams',
      label: 'Streams',
      hint: 'Streams that the site can do already',
      numeric: true,
      sortBy: ({ move }) => move.streams?.length ?? 0,
      render: ({ move }) => formatCount(move.streams?.length ?? null),
    },
    {
      key: 'cost',
      label: 'Cost a year',
      numeric: true,
      sortBy: ({ costPerYear }) => costPerYear,
      render: ({ costPerYear }) =>
        `${formatMoney(costPerYear, currency)} (${formatChange(costPerYear, today?.costPerYear ?? null)})`,
    },
    {
      key: 'service',
      label: 'Service, quiet days',
      numeric: true,
      sortBy: ({ serviceLevel }) => serviceLevel,
      render: ({ serviceLevel }) =>
        `${formatShare(serviceLevel)} (${formatPoints(((serviceLevel ?? 0) - (today?.serviceLevel ?? 0)) * 100)})`,
    },
    {
      key: 'lost',
      label: 'Lost when it fails',
      hint: 'Contacts lost over the whole plan when what the work is moved out of fails',
      numeric: true,
      sortBy: ({ lostWithoutNode }) => lostWithoutNode,
      render: ({ lostWithoutNode }) => `${formatCount(lostWithoutNode)} (${formatChange(lostWithoutNode, lostToday)})`,
    },
    {
      key: 'limits',
      label: 'Within limits',
      sortBy: (move) => broken(move).length,
      render: (move) => broken(move).join(', ') || 'yes',
    },
  ];
}

function broken({ isWithinCost, isWithinService, isWithinSeats }: TriedMove): string[] {
  return [
    ...(isWithinCost ? [] : ['costs more']),
    ...(isWithinService ? [] : ['serves worse']),
    ...(isWithinSeats ? [] : ['lacks seats']),
  ];
}
