import type { SweepAnswer } from '../../../engine/answers';
import { formatCount, formatDays, formatMoney, formatShare } from '../../format';
import type { Column } from '../../ui';

/** A row about an outage: what it did, and for how long that was looked at. */
type Struck = Pick<SweepAnswer['rows'][number], 'impact' | 'lookedAtDays'>;

export function lostColumn<Row extends Struck>(): Column<Row> {
  return {
    key: 'lost',
    label: 'Contacts lost',
    hint: 'Lost for good, beyond the undisturbed plan',
    numeric: true,
    sortBy: (row) => row.impact.contactsLost,
    render: (row) => formatCount(row.impact.contactsLost),
  };
}

export function worstDayColumn<Row extends Struck>(): Column<Row> {
  return {
    key: 'worst',
    label: 'Worst day',
    hint: 'Lowest daily share served within target',
    numeric: true,
    sortBy: (row) => row.impact.worstServiceLevel,
    render: (row) => formatShare(row.impact.worstServiceLevel),
  };
}

export function recoverColumn<Row extends Struck>(): Column<Row> {
  return {
    key: 'recover',
    label: 'Back after',
    hint: 'Days until service stays within two points of the plan; looked at until four weeks after the outage',
    numeric: true,
    sortBy: (row) => row.impact.daysToRecover,
    render: ({ impact, lookedAtDays }) =>
      impact.daysToRecover === null ? `over ${formatDays(lookedAtDays)}` : formatDays(impact.daysToRecover),
  };
}

export function backlogColumn<Row extends Struck>(): Column<Row> {
  return {
    key: 'backlog',
    label: 'Backlog peak',
    numeric: true,
    sortBy: (row) => row.impact.backlogPeak,
    render: (row) => formatCount(row.impact.backlogPeak),
  };
}

export function worthColumn<Row extends Struck>(currency: string): Column<Row> {
  return {
    key: 'value',
    label: 'Worth',
    hint: 'Value of the customers at risk',
    numeric: true,
    sortBy: (row) => row.impact.valueAtRisk,
    render: (row) => formatMoney(row.impact.valueAtRisk, currency),
  };
}
