import type { SweepAnswer } from '../../../engine/answers';
import {
  dimensionLabel,
  formatCount,
  formatDays,
  formatMoney,
  formatNumber,
  formatShare,
  memberLabel,
  signed,
} from '../../format';
import type { Column } from '../../ui';
import css from './concentration.module.css';
import { backlogColumn, lostColumn, recoverColumn, worstDayColumn, worthColumn } from './impact-columns';

type Row = SweepAnswer['rows'][number];

const nameOf = (row: Row) => memberLabel(row.dimension, row.member, row.label);

/** Its name, and what it fails with that loses more. */
function named(row: Row) {
  const { within } = row;
  if (!within) return nameOf(row);
  return (
    <>
      {nameOf(row)}
      <span className={css.sub}>within {memberLabel(within.dimension, within.member, within.label)}</span>
    </>
  );
}

/** How long service holds, said in red where it breaks before the node is back. */
function holdsFor({ impact, recoversTooLate }: Row) {
  if (impact.daysToSurvive === null) return 'throughout';
  const said = formatDays(impact.daysToSurvive);
  return recoversTooLate ? <span className={css.late}>{said}</span> : said;
}

/** An owner of a single provider fails with it, and is listed once, as the provider. */
export function distinct(rows: readonly Row[]): Row[] {
  const providers = new Map(rows.filter((row) => row.dimension === 'provider').map((row) => [row.member, row]));
  return rows.filter((row) => row.dimension !== 'parent' || providers.get(row.member)?.hoursShare !== row.hoursShare);
}

/** The sweep as a table on screen. */
export function sweepColumns(currency: string): Column<Row>[] {
  return [
    { key: 'label', label: 'Without', sortBy: nameOf, render: named },
    { key: 'dimension', label: 'Kind', sortBy: (row) => row.dimension, render: (row) => dimensionLabel(row.dimension) },
    {
      key: 'days',
      label: 'For',
      hint: 'Recovery time that the plan assumes',
      numeric: true,
      sortBy: (row) => row.days,
      render: (row) => (row.days < 1 ? `${formatCount(row.days * 24)} h` : formatDays(row.days)),
    },
    {
      key: 'share',
      label: 'Share of hours',
      numeric: true,
      sortBy: (row) => row.hoursShare,
      render: (row) => formatShare(row.hoursShare),
    },
    lostColumn(),
    worstDayColumn(),
    {
      key: 'survive',
      label: 'Holds for',
      hint: 'Time to survive: days until service leaves two points of the plan; red where that is before the node is back',
      numeric: true,
      sortBy: (row) => row.impact.daysToSurvive ?? Number.POSITIVE_INFINITY,
      render: holdsFor,
    },
    {
      key: 'exposure',
      label: 'Exposure',
      hint: 'Risk exposure index: contacts lost, against the node that loses most',
      numeric: true,
      sortBy: (row) => row.exposure,
      render: (row) => formatNumber(row.exposure, 2),
    },
    recoverColumn(),
    backlogColumn(),
    {
      key: 'cost',
      label: 'Cost',
      numeric: true,
      sortBy: (row) => row.impact.cost,
      render: (row) => signed(row.impact.cost, (value) => formatMoney(value, currency)),
    },
    {
      key: 'customers',
      label: 'At risk',
      hint: 'Customers likely to leave over abandoned contacts',
      numeric: true,
      sortBy: (row) => row.impact.customersAtRisk,
      render: (row) => formatCount(row.impact.customersAtRisk),
    },
    worthColumn(currency),
  ];
}

/** The sweep in full, for a file. */
export function sweepCells(rows: readonly Row[]) {
  return [
    [
      'dimension',
      'member',
      'name',
      'days_out',
      'share_of_hours',
      'contacts_lost',
      'worst_service_level',
      'worst_drop_points',
      'days_to_recover',
      'days_to_survive',
      'recovers_too_late',
      'exposure',
      'backlog_peak',
      'cost',
      'customers_at_risk',
      'value_at_risk',
      'within',
    ],
    ...rows.map(({ impact, ...row }) => [
      row.dimension,
      row.member,
      nameOf({ impact, ...row }),
      row.days,
      row.hoursShare,
      impact.contactsLost,
      impact.worstServiceLevel,
      impact.worstDropPoints,
      impact.daysToRecover,
      impact.daysToSurvive,
      row.recoversTooLate ? 'yes' : 'no',
      row.exposure,
      impact.backlogPeak,
      impact.cost,
      impact.customersAtRisk,
      impact.valueAtRisk,
      row.within?.label ?? '',
    ]),
  ];
}
