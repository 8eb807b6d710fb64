import type { ConfirmAnswer, ConfirmedOutage } from '../../../engine/answers';
import { formatCount, formatShare, memberLabel, NOTHING } from '../../format';
import type { Column } from '../../ui';
import css from './concentration.module.css';

const nameOf = ({ nodes }: ConfirmedOutage) =>
  nodes.map(({ dimension, member, label }) => memberLabel(dimension, member, label)).join(' and ');

interface Interval {
  readonly mean: number;
  readonly lo95: number;
  readonly hi95: number;
}

function withInterval({ mean, lo95, hi95 }: Interval, write: (value: number) => string) {
  return (
    <>
      {write(mean)}
      <span className={css.sub}>
        {write(lo95)} to {write(hi95)}
      </span>
    </>
  );
}

/** Whether flow's figure lies within the interval, or how far it is off. */
export function verdict(flow: number, { mean, lo95, hi95 }: Interval): string {
  if (flow >= lo95 && flow <= hi95) return 'within';
  if (mean === 0) return flow > 0 ? 'above' : 'below';
  const off = (flow - mean) / Math.abs(mean);
  return `${formatShare(Math.abs(off))} ${off > 0 ? 'above' : 'below'}`;
}

/** Confirmed outages as a table on screen. */
export const CONFIRM_COLUMNS: readonly Column<ConfirmedOutage>[] = [
  { key: 'name', label: 'Without', sortBy: nameOf, render: nameOf },
  {
    key: 'flow',
    label: 'Lost, by flow',
    hint: 'Contacts lost for good beyond the undisturbed plan, over the days simulated',
    numeric: true,
    sortBy: ({ flow }) => flow.contactsLost,
    render: ({ flow }) => formatCount(flow.contactsLost),
  },
  {
    key: 'contacts',
    label: 'Contact by contact',
    hint: 'The same, simulated; with its 95 % interval',
    numeric: true,
    sortBy: ({ contacts }) => contacts.contactsLost.mean,
    render: ({ contacts }) => withInterval(contacts.contactsLost, formatCount),
  },
  {
    key: 'verdict',
    label: 'Flow is',
    hint: 'Within the interval, or so far from its mean',
    render: ({ flow, contacts }) => verdict(flow.contactsLost, contacts.contactsLost),
  },
  {
    key: 'flowLevel',
    label: 'Served in time, by flow',
    numeric: true,
    sortBy: ({ flow }) => flow.serviceLevel,
    render: ({ flow }) => (flow.serviceLevel === null ? NOTHING : formatShare(flow.serviceLevel)),
  },
  {
    key: 'level',
    label: 'Contact by contact',
    numeric: true,
    sortBy: ({ contacts }) => contacts.serviceLevel.mean,
    render: ({ contacts }) => withInterval(contacts.serviceLevel, formatShare),
  },
];

/** Confirmed outages in full, for a file. */
export function confirmCells({ startDate, days, replications, rows }: ConfirmAnswer) {
  return [
    [
      ...['without', 'start', 'days', 'replications', 'contacts_lost_flow', 'contacts_lost', 'contacts_lost_lo95'],
      ...['contacts_lost_hi95', 'service_level_flow', 'service_level', 'service_level_lo95', 'service_level_hi95'],
    ],
    ...rows.map((row) => {
      const { contactsLost: lost, serviceLevel: level } = row.contacts;
      return [
        ...[nameOf(row), startDate, days, replications, row.flow.contactsLost, lost.mean, lost.lo95, lost.hi95],
        ...[row.flow.serviceLevel, level.mean, level.lo95, level.hi95],
      ];
    }),
  ];
}
